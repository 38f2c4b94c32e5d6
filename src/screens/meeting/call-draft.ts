import type { MeetingDetail, MeetingDraft } from "../../device/meetings/meetings";
import type { DocumentId } from "../../domain/ids";
import { callLimits } from "../../domain/meeting";
import type { MeetingKind } from "../../domain/meeting-host";
import { refuseLine } from "../../domain/secrecy";
import { dayOf, timeOfDay } from "../../i18n/date";
import { t } from "../../i18n/meeting-call";
import { t as rules } from "../../i18n/secrecy";
import { momentOf } from "../moment-of";
import { nextMonthly } from "./month-later";

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

/** The agenda that a meeting of a kind begins with. */
export type Template = (kind: MeetingKind) => readonly string[];

/** Tomorrow evening, in the usual place, after the template. */
export const newDraft = (now: number, place: string, template: Template): CallDraft => {
  const day = dayOf(new Date(now).setHours(36, 0, 0, 0));
  return {
    kind: "regular",
    title: suggestedTitle("regular", day),
    day,
    time: "19:30",
    place,
    minutes: "90",
    agenda: points(template("regular")),
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

/**
 * The next meeting after one that was held: its kind, place and length, the agenda to begin with, no papers. A title that was
 * suggested for its month is suggested anew.
 */
export const draftAgain = (meeting: MeetingDetail, now: number, template: Template): CallDraft => {
  const { kind } = meeting;
  const startsAt = nextMonthly(meeting.startsAt, now);
  const before = draftOf(meeting);
  const day = dayOf(startsAt);
  const ownTitle = before.title !== suggestedTitle(kind, before.day);
  return {
    ...before,
    title: ownTitle ? before.title : suggestedTitle(kind, day),
    day,
    time: timeOfDay(startsAt).padStart(5, "0"),
    agenda: points(template(kind)),
    papers: [],
    ownTitle,
    ownAgenda: false,
  };
};

/** A change of the form; what nobody typed himself follows the kind and the day. */
export const changeDraft = (before: CallDraft, change: Partial<CallDraft>, template: Template): CallDraft => {
  const next = { ...before, ...change };
  const title = next.ownTitle || !next.day ? next.title : suggestedTitle(next.kind, next.day);
  const agenda = next.ownAgenda || next.kind === before.kind ? next.agenda : points(template(next.kind));
  return { ...next, title, agenda };
};

/** When it begins, milliseconds; undefined where day or time are missing. */
export const startOf = ({ day, time }: CallDraft): number | undefined => momentOf(day, time);

/** What is wrong, field by field. */
export type CallProblems = { readonly [field in "title" | "place" | "when" | "minutes" | "agenda"]?: string };

const lineProblem = (text: string, missing: string, long: string) => {
  const { length } = text.normalize("NFC").trim();
  return length === 0 ? missing : length > callLimits.line ? long : undefined;
};

const titleProblem = (text: string) => {
  const refused = refuseLine(text);
  if (refused) return t("nameRefused", { rule: rules(refused) });
  return lineProblem(text, t("nameMissing"), t("nameLong"));
};

/** True for a point that may not go out as it stands. */
export const isWrongPoint = (text: string): boolean =>
  text.normalize("NFC").trim().length > callLimits.point || refuseLine(text) !== undefined;

const agendaProblem = (agenda: readonly Point[]) => {
  if (agenda.filter(({ text }) => text.trim()).length > callLimits.points) return t("agendaMany");
  const wrong = agenda.findIndex(({ text }) => isWrongPoint(text));
  const refused = refuseLine(agenda[wrong]?.text ?? "");
  if (refused) return t("pointRefused", { n: wrong + 1, rule: rules(refused) });
  return wrong < 0 ? undefined : t("agendaLong");
};

/** What stands in the way of a draft that was read. */
export const problemsOf = (read: ReturnType<typeof readDraft>): CallProblems =>
  "problems" in read ? read.problems : {};

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
    title: titleProblem(draft.title),
    place: lineProblem(draft.place, t("placeMissing"), t("placeLong")),
    when: startsAt === undefined ? t("whenMissing") : isNew && startsAt < now ? t("whenPast") : undefined,
    minutes:
      Number.isInteger(minutes) && minutes >= callLimits.fewestMinutes && minutes <= callLimits.mostMinutes
        ? undefined
        : t("minutesWrong"),
    agenda: agendaProblem(draft.agenda),
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
