import { dayAt } from "./commune-day";
import { bySaid } from "./meeting-host";
import type { Scope } from "./scope";
import {
  type Progress,
  type TaskAssignment,
  type TaskState,
  type TaskView,
  taskRooms,
  taskScopes,
} from "./task";

/** A task as its host last assigned it. */
export interface Task extends TaskAssignment {
  /** Where it is spoken of today: the rooms of its meeting, and its people wherever they are. */
  readonly scopes: readonly Scope[];
  readonly assignedAt: number;
  readonly state: TaskState;
  /** When it was said to be done or dropped, milliseconds. */
  readonly endedAt?: number;
  /** Words that count, the earliest first. */
  readonly progress: readonly Progress[];
}

/**
 * Undefined where nobody assigned it, as far as this device knows. Who was put on it later may read the change alone:
 * a task of a committee's meeting that went to a member of the cell.
 */
export const taskOf = ({ assigned, changes, progress }: TaskView): Task | undefined => {
  const first = assigned ?? Object.values(changes).sort(bySaid)[0];
  if (!first) return undefined;
  const { host, meeting, paper } = first;
  const { text, lead, support, dueOn } = changes[host] ?? first;
  const people: readonly (string | undefined)[] = [lead, ...support];
  const officers = progress.filter((one) => one.officer && one.host === host);
  /** Its own people report; that it is no longer to be done an officer says, and until one takes it up again. */
  const mayStand = (one: Progress) =>
    one.state !== "dropped" && officers.findLast((word) => bySaid(word, one) < 0)?.state !== "dropped";
  const counted = progress.filter(
    (one) => one.host === host && (one.officer || (people.includes(one.member) && mayStand(one))),
  );
  const state = counted.at(-1)?.state ?? "waiting";
  // A note on what is done already does not end it anew.
  const ended = counted[counted.findLastIndex((one) => one.state !== state) + 1];
  return {
    host,
    text,
    lead,
    support,
    ...(dueOn && { dueOn }),
    ...(meeting && { meeting }),
    ...(paper && { paper }),
    scopes: taskScopes(taskRooms(first.scopes), { lead, support }),
    assignedAt: first.at,
    state,
    ...(ended && (state === "done" || state === "dropped") && { endedAt: ended.at }),
    progress: counted,
  };
};

/** How a task stands on a day (words of the NQ 57 reports, domain.md 2.8). */
export const taskStandings = ["waiting", "doing", "overdue", "done-in-time", "done-late", "dropped"] as const;
export type TaskStanding = (typeof taskStandings)[number];

/** Its last day is still in time; days are those of the commune. `now` in milliseconds. */
export const standingOf = (
  { state, dueOn, endedAt }: Pick<Task, "state" | "dueOn" | "endedAt">,
  now: number,
): TaskStanding => {
  if (state === "dropped") return "dropped";
  if (state === "done") return dueOn && dayAt(endedAt ?? now) > dueOn ? "done-late" : "done-in-time";
  return dueOn && dayAt(now) > dueOn ? "overdue" : state;
};
