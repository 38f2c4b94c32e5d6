import type { MeetingDetail, MeetingDraft } from "../../device/meetings/meetings";
import type { OrgSetting } from "../../domain/directory";
import type { DocumentId } from "../../domain/ids";
import { callLimits, type MeetingKind } from "../../domain/meeting";
import { dayOf, timeOfDay } from "../../i18n/date";
import { t } from "../../i18n/meeting-call";
import { agendaTemplate } from "./agenda-templates";

/** A point of the agenda while it is written; `key` stays with it when it moves. */
export interface Point {
  readonly key: number;
  readonly text: string;
}

/** The form as it stands, kept on the phone until the meeting is called. */
export interface CallDraft {
  readonly kind: MeetingKind;
  readonly title: string;
  /** `YYYY-MM-DD` and `HH:MM`, as the browser's own fields write them. */
  readonly day: string;
  readonly time: string;
  readonly place: string;
  readonly minutes: string;
  readonly agenda: readonly Point[];
  readonly papers: readonly DocumentId[];
  /** Typed by the person: it no longer follows the kind and the day. */
  readonly ownTitle: boolean;
  readonly ownAgenda: boolean;
}

const names = {
  regular: "nameRegular",
  thematic: "nameThematic",
  committee: "nameCommittee",
  conference: "nameConference",
} as const satisfies Record<MeetingKind, string>;

/** `Sinh hoạt chi bộ thường kỳ tháng 12/2026`. */
export const suggestedTitle = (kind: MeetingKind, day: string): string => {
  const [year = "", month = ""] = day.split("-");
  return t(names[kind], { month: `${month.replace(/^0(?=[3-9])/, "")}/${year}` });
};

export const points = (agenda: readonly string[]): readonly Point[] =>
  agenda.map((text, key) => ({ key, text }));

/** Tomorrow evening, in the usual place, after the template. */
export const newDraft = (now: number, place: string, setting?: OrgSetting): CallDraft => {
  const day = dayOf(new Date(now).setHours(36, 0, 0, 0));
  return {
    kind: "regular",
    title: suggestedTitle("regular", day),
    day,
    time: "19:30",
    place,
    minutes: "90",
    agenda: points(agendaTemplate("regular", setting)),
    papers: [],
    ownTitle: false,
    ownAgenda: false,
  };
};

export const draftOf = (meeting: MeetingDetail): CallDraft => ({
  kind: meeting.kind,
  title: meeting.title,
  day: dayOf(meeting.startsAt),
  time: timeOfDay(meeting.startsAt).padStart(5, "0"),
  place: meeting.place,
  minutes: `${meeting.minutes}`,
  agenda: points(meeting.agenda),
  papers: meeting.papers.map(({ id }) => id),
  ownTitle: true,
  ownAgenda: true,
});

/** A change of the form; what nobody typed himself follows the kind and the day. */
export const changeDraft = (
  before: CallDraft,
  change: Partial<CallDraft>,
  setting?: OrgSetting,
): CallDraft => {
  const next = { ...before, ...change };
  const title = next.ownTitle || !next.day ? next.title : suggestedTitle(next.kind, next.day);
  const agenda =
    next.ownAgenda || next.kind === before.kind ? next.agenda : points(agendaTemplate(next.kind, setting));
  return { ...next, title, agenda };
};

/** When it begins, milliseconds; undefined where day or time are missing. */
export const startOf = ({ day, time }: CallDraft): number | undefined => {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const [hour, minute] = time.split(":").map(Number);
  if (!year || !month || !date || hour === undefined || minute === undefined) return undefined;
  const at = new Date(year, month - 1, date, hour, minute).getTime();
  return Number.isSafeInteger(at) && at >= 0 ? at : undefined;
};

/** What is wrong, field by field. */
export type CallProblems = { readonly [field in "title" | "place" | "when" | "minutes" | "agenda"]?: string };

const lineProblem = (text: string, missing: string, long: string) => {
  const { length } = text.normalize("NFC").trim();
  return length === 0 ? missing : length > callLimits.line ? long : undefined;
};

/** The meeting as it would be called, or what stands in its way. A meeting that stands may have begun. */
export const readDraft = (
  draft: CallDraft,
  now: number,
  isNew: boolean,
): { readonly problems: CallProblems } | { readonly call: MeetingDraft } => {
  const startsAt = startOf(draft);
  const minutes = Number(draft.minutes);
  const agenda = draft.agenda.map(({ text }) => text.trim()).filter(Boolean);
  const found: { readonly [field in keyof CallProblems]: string | undefined } = {
    title: lineProblem(draft.title, t("nameMissing"), t("nameLong")),
    place: lineProblem(draft.place, t("placeMissing"), t("placeLong")),
    when: startsAt === undefined ? t("whenMissing") : isNew && startsAt < now ? t("whenPast") : undefined,
    minutes:
      Number.isInteger(minutes) && minutes >= callLimits.fewestMinutes && minutes <= callLimits.mostMinutes
        ? undefined
        : t("minutesWrong"),
    agenda:
      agenda.length > callLimits.points
        ? t("agendaMany")
        : agenda.some((text) => text.normalize("NFC").length > callLimits.point)
          ? t("agendaLong")
          : undefined,
  };
  const problems = Object.fromEntries(Object.entries(found).filter(([, text]) => text)) as CallProblems;
  if (startsAt === undefined || Object.keys(problems).length > 0) return { problems };
  const { kind, papers } = draft;
  return {
    call: {
      kind,
      title: draft.title.trim(),
      place: draft.place.trim(),
      startsAt,
      minutes,
      agenda,
      papers: [...papers],
    },
  };
};
