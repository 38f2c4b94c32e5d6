import * as v from "valibot";
import type { EntryDefinition } from "./entry";
import { memberId, taskId } from "./ids";
import { votes } from "./meeting";
import {
  type ByHost,
  bySaid,
  host,
  isMeeting,
  leaderSays,
  officerSays,
  type Said,
  said,
} from "./meeting-host";
import { taskStates } from "./task";
import { day, line, passage } from "./text-field";

/*
 * The minutes of a meeting. While they are written they are a Yjs document, whose updates travel as entries among the
 * officers; once adopted they are lines that anyone can read without it, and nothing changes them.
 */

/** Letters of what one person said, and of a conclusion. */
export const passageLimit = 5000;
/** Of a point, of what is voted on or assigned. */
export const matterLimit = 1000;

/** One line of adopted minutes. Read in order: what follows a point belongs to it until the next one. */
export const minutesLine = v.variant("is", [
  /** A paper that was presented. */
  v.object({ is: v.literal("paper"), name: line(600) }),
  /** A task of the meeting before, and how far it came. */
  v.object({
    is: v.literal("review"),
    text: passage(matterLimit),
    people: line(600),
    dueOn: v.optional(day),
    state: v.picklist(taskStates),
  }),
  v.object({ is: v.literal("point"), point: line(300) }),
  v.object({
    is: v.literal("statement"),
    /** Absent for a guest, and for what nobody in particular said. */
    member: v.optional(memberId),
    name: v.optional(line(120)),
    text: passage(passageLimit),
  }),
  v.object({ is: v.literal("conclusion"), text: passage(passageLimit) }),
  v.object({
    is: v.literal("vote"),
    matter: passage(matterLimit),
    form: v.picklist(["card", "secret"]),
    needs: v.picklist(["majority", "two-thirds"]),
    ...votes.entries,
    /** True where it was carried, of those who counted then. */
    carried: v.boolean(),
  }),
  v.object({
    is: v.literal("task"),
    /** The task that it became. */
    task: taskId,
    text: passage(matterLimit),
    lead: line(120),
    support: v.optional(line(600)),
    dueOn: v.optional(day),
  }),
  v.object({
    is: v.literal("score"),
    title: line(300),
    most: v.pipe(v.number(), v.minValue(0), v.maxValue(1000)),
    given: v.pipe(v.number(), v.minValue(0), v.maxValue(1000)),
  }),
  /** A part of the resolution that the meeting passed. */
  v.object({
    is: v.literal("resolution"),
    part: v.picklist(["number", "results", "direction", "assignment", "assessment"]),
    text: passage(passageLimit),
  }),
]);
export type MinutesLine = v.InferOutput<typeof minutesLine>;

/** All that was written of one meeting. Read it through `minutes-view.ts`. */
export interface MinutesView {
  /** Updates of the Yjs document, base64url, in any order. */
  readonly edits: readonly (Said & ByHost & { readonly update: string })[];
  readonly parts: readonly (Said & MinutesPart)[];
  readonly addenda: readonly (Said & ByHost & { readonly text: string })[];
}

export const emptyMinutes: MinutesView = { edits: [], parts: [], addenda: [] };

const aggregate = { view: "minutes", empty: emptyMinutes } as const;

type Definition<Type extends string, Body> = EntryDefinition<Type, Body, MinutesView>;

/** Letters of one update: with its envelope it is one entry. */
export const updateLimit = 48 * 1024;
const editedBody = v.object({
  host,
  update: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/), v.maxLength(updateLimit)),
});

export const minutesEdited: Definition<"minutes.edited", v.InferOutput<typeof editedBody>> = {
  type: "minutes.edited",
  ...aggregate,
  body: editedBody,
  mayWrite: (author, entry) => isMeeting(entry) ?? officerSays(author, entry),
  reduce: (view, entry) => ({
    ...view,
    edits: [...view.edits, { ...entry.body, ...said(entry) }].sort(bySaid),
  }),
};

const adoptedBody = v.object({
  host,
  /** As `meeting.closed` names it. */
  closing: memberId,
  /** From 0. */
  part: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(99)),
  lines: v.pipe(v.array(minutesLine), v.maxLength(2000)),
});
export type MinutesPart = v.InferOutput<typeof adoptedBody>;

export const minutesAdopted: Definition<"minutes.adopted", MinutesPart> = {
  type: "minutes.adopted",
  ...aggregate,
  body: adoptedBody,
  mayWrite: (author, entry) => isMeeting(entry) ?? leaderSays(author, entry),
  reduce: (view, entry) => ({
    ...view,
    parts: [...view.parts, { ...entry.body, ...said(entry) }].sort(bySaid),
  }),
};

const amendedBody = v.object({ host, text: passage(passageLimit) });

/** An addendum to minutes that were adopted: its day is that of its entry. */
export const minutesAmended: Definition<"minutes.amended", v.InferOutput<typeof amendedBody>> = {
  type: "minutes.amended",
  ...aggregate,
  body: amendedBody,
  mayWrite: (author, entry) => isMeeting(entry) ?? leaderSays(author, entry),
  reduce: (view, entry) => ({
    ...view,
    addenda: [...view.addenda, { ...entry.body, ...said(entry) }].sort(bySaid),
  }),
};

export const definitions = [
  minutesEdited,
  minutesAdopted,
  minutesAmended,
] as readonly unknown[] as readonly EntryDefinition[];
