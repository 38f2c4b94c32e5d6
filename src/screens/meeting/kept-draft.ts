import * as v from "valibot";
import { documentId, type MeetingId } from "../../domain/ids";
import { meetingKinds } from "../../domain/meeting";
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

const nameOf = (meeting: MeetingId | undefined) => `meeting-draft:${meeting ?? ""}`;
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
export const keptDraft = (meeting?: MeetingId): CallDraft | undefined =>
  tolerant(() => {
    const text = localStorage.getItem(nameOf(meeting));
    return text === null ? undefined : v.parse(kept, JSON.parse(text));
  });

export const keepDraft = (draft: CallDraft, meeting?: MeetingId): void => {
  tolerant(() => localStorage.setItem(nameOf(meeting), JSON.stringify(draft)));
};

export const dropDraft = (meeting?: MeetingId): void => {
  tolerant(() => localStorage.removeItem(nameOf(meeting)));
};

/** Where the last meeting was called to. */
export const lastPlace = (): string => tolerant(() => localStorage.getItem(placeName)) ?? "";
export const keepPlace = (place: string): void => {
  tolerant(() => localStorage.setItem(placeName, place));
};
