import * as v from "valibot";
import type { Author, Entry, EntryDefinition } from "./entry";
import { documentId, type MemberId, meetingId, memberId, taskId } from "./ids";
import { areCallScopes, type ByHost, bySaid, host, later, leads, type Said, said } from "./meeting-host";
import type { Refusal } from "./refusal";
import { cellScope, committeeScope, memberScope, type Scope } from "./scope";
import { day, passage } from "./text-field";

/** What somebody says of a task. Whether it is late is reckoned from its day (domain.md 2.8), see `task-view.ts`. */
export const taskStates = ["waiting", "doing", "done", "dropped"] as const;
export type TaskState = (typeof taskStates)[number];

const assignedBody = v.object({
  host,
  text: passage(1000),
  lead: memberId,
  support: v.pipe(v.array(memberId), v.maxLength(20)),
  dueOn: v.optional(day),
  /** Where it was assigned. */
  meeting: v.optional(meetingId),
  /** The paper that asks for it. */
  paper: v.optional(documentId),
});
export type TaskAssignment = v.InferOutput<typeof assignedBody>;

const progressedBody = v.object({ host, state: v.picklist(taskStates), note: v.optional(passage(1000)) });

/** What was said of a task's progress, and by whom. */
export interface Progress extends Said, ByHost {
  readonly state: TaskState;
  readonly note?: string | undefined;
  readonly member?: MemberId | undefined;
  /** He sat on the host's committee then. */
  readonly officer: boolean;
}

/** All that was said of one task. Read it through `task-view.ts`, which knows whose word counts. */
export interface TaskView {
  readonly assigned?: TaskAssignment & Said & { readonly scopes: readonly Scope[] };
  /** By host, the latest. */
  readonly changes: Readonly<Record<string, TaskAssignment & Said & { readonly scopes: readonly Scope[] }>>;
  /** The earliest first. */
  readonly progress: readonly Progress[];
}

export const emptyTask: TaskView = { changes: {}, progress: [] };

/** Who reads of a task: those who read of the meeting that assigned it, and its people wherever they move. */
export const taskScopes = (
  meetingScopes: readonly Scope[],
  { lead, support }: { readonly lead: MemberId; readonly support: readonly MemberId[] },
): Scope[] => [...new Set([...meetingScopes, ...[lead, ...support].map(memberScope)])];

const isTask = (entry: Entry): Refusal | undefined => (v.is(taskId, entry.subject) ? undefined : "malformed");

/** Rooms in which a task is read, members apart. */
export const taskRooms = (scopes: readonly Scope[]): Scope[] =>
  scopes.filter((one) => !one.startsWith("member:"));

/** Its people read of it, and so may who was taken off it: it is no longer his. */
const mayAssign = (author: Author, { scopes, body }: Entry<string, TaskAssignment>): Refusal | undefined => {
  const { host } = body;
  if (!leads(author, host)) return "not-allowed";
  const people = [body.lead, ...body.support].map(memberScope);
  if (!people.every((one) => scopes.includes(one))) return "wrong-scope";
  return host === "office" || areCallScopes(taskRooms(scopes), host) ? undefined : "wrong-scope";
};

/** A member of the host's cell, or one of the task's people who has moved since; the view knows whose word counts. */
const mayProgress = (author: Author, { scopes, body }: Entry<string, ByHost>): Refusal | undefined => {
  const { host } = body;
  const concerned = author.member !== undefined && scopes.includes(memberScope(author.member));
  if (host === "office") return author.office || concerned ? undefined : "not-allowed";
  if (author.org !== host && !concerned) return "not-allowed";
  const rooms: readonly Scope[] = [cellScope(host), committeeScope(host), "office"];
  return scopes.every((one) => rooms.includes(one) || one.startsWith("member:")) ? undefined : "wrong-scope";
};

const aggregate = { view: "task", empty: emptyTask } as const;
type Definition<Type extends string, Body> = EntryDefinition<Type, Body, TaskView>;

/** A task for named people. */
export const taskAssigned: Definition<"task.assigned", TaskAssignment> = {
  type: "task.assigned",
  ...aggregate,
  body: assignedBody,
  claims: (entry) => [`task:${entry.subject}`],
  mayWrite: (author, entry) => isTask(entry) ?? mayAssign(author, entry),
  reduce: (view, entry) => ({ ...view, assigned: { ...entry.body, ...said(entry), scopes: entry.scopes } }),
};

/** Other words, people or day: the whole task as it is from now on. */
export const taskChanged: Definition<"task.changed", TaskAssignment> = {
  type: "task.changed",
  ...aggregate,
  body: assignedBody,
  mayWrite: (author, entry) => isTask(entry) ?? mayAssign(author, entry),
  reduce: (view, entry) => {
    const { host } = entry.body;
    const change = later(view.changes[host], { ...entry.body, ...said(entry), scopes: entry.scopes });
    return { ...view, changes: { ...view.changes, [host]: change } };
  },
};

export const taskProgressed: Definition<"task.progressed", v.InferOutput<typeof progressedBody>> = {
  type: "task.progressed",
  ...aggregate,
  body: progressedBody,
  mayWrite: (author, entry) => isTask(entry) ?? mayProgress(author, entry),
  reduce: (view, entry, author) => {
    const { host } = entry.body;
    const officer = host === "office" ? author.office : author.committee && author.org === host;
    const one = { ...entry.body, ...said(entry), member: author.member, officer };
    return { ...view, progress: [...view.progress, one].sort(bySaid) };
  },
};

export const definitions = [
  taskAssigned,
  taskChanged,
  taskProgressed,
] as readonly unknown[] as readonly EntryDefinition[];
