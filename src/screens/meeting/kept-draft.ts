import * as v from "valibot";
import { documentId, type MeetingId } from "../../domain/ids";
import { meetingKinds } from "../../domain/meeting-host";
import type { CallDraft } from "./call-draft";

const kept = v.object({
  kind: v.picklist(meetingKinds),
  title: v.string(),
  day: v.string(),
  time: v.string(),
  place: v.string(),
  minutes: v.string(),
  agenda: v.array(v.object({ key: v.number(), text: v.string() })),
  papers: v.array(documentId),
  ownTitle: v.boolean(),
  ownAgenda: v.boolean(),
});

/** What is written: a change of a meeting, the next one after it, or a conference; undefined for a new one. */
export type Drafted = MeetingId | `after:${MeetingId}` | "conference";

const nameOf = (drafted: Drafted | undefined) => `meeting-draft:${drafted ?? ""}`;
const placeName = "meeting-place";

/** A browser may refuse to keep anything; the form works all the same. */
const tolerant = <T>(run: () => T): T | undefined => {
  try {
    return run();
  } catch {
    return undefined;
  }
};

/** What was typed before the page was left; undefined where nothing was, or an older version wrote it otherwise. */
export const keptDraft = (drafted?: Drafted): CallDraft | undefined =>
  tolerant(() => {
    const text = localStorage.getItem(nameOf(drafted));
    return text === null ? undefined : v.parse(kept, JSON.parse(text));
  });

export const keepDraft = (draft: CallDraft, drafted?: Drafted): void => {
  tolerant(() => localStorage.setItem(nameOf(drafted), JSON.stringify(draft)));
};

export const dropDraft = (drafted?: Drafted): void => {
  tolerant(() => localStorage.removeItem(nameOf(drafted)));
};

const opinionName = (meeting: MeetingId) => `meeting-opinion:${meeting}`;

/** An opinion that was begun and not sent; an empty text is none. */
export const keptOpinion = (meeting: MeetingId): string =>
  tolerant(() => localStorage.getItem(opinionName(meeting))) ?? "";
export const keepOpinion = (text: string, meeting: MeetingId): void => {
  tolerant(() =>
    text ? localStorage.setItem(opinionName(meeting), text) : localStorage.removeItem(opinionName(meeting)),
  );
};

/** Where the last meeting was called to. */
export const lastPlace = (): string => tolerant(() => localStorage.getItem(placeName)) ?? "";
export const keepPlace = (place: string): void => {
  tolerant(() => localStorage.setItem(placeName, place));
};
