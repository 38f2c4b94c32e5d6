import type { Identity, Watch } from "../../src/device/device";
import { compareTasks } from "../../src/device/tasks/task-order";
import type { TaskDraft, TaskReport, TaskRow, Tasks } from "../../src/device/tasks/tasks";
import type { Member } from "../../src/domain/directory";
import type { MemberId, OrgId, TaskId } from "../../src/domain/ids";
import { standingOf } from "../../src/domain/task-view";

/** A task in the fake: what was assigned, and what was said of it since. */
export interface FakeTask extends TaskDraft {
  readonly id: TaskId;
  readonly host: OrgId;
  readonly hostName?: string;
  readonly meeting?: NonNullable<TaskRow["meeting"]>;
  readonly assignedAt: number;
  readonly progress?: readonly TaskReport[];
}

export interface FakeTasksOptions {
  readonly tasks?: readonly FakeTask[];
  /** Whom the phone knows by name. */
  readonly members?: readonly Pick<Member, "id" | "name">[];
  /** Their chunk cannot be had the first time it is asked for. */
  readonly missingOnce?: boolean;
  /** Every write fails. */
  readonly fails?: boolean;
}

interface Around {
  readonly now: number;
  readonly identity: () => Identity | undefined;
  readonly watch: <T>(read: () => T) => Watch<T>;
  readonly changed: () => void;
}

/** `Tasks` in memory: order, standing and permissions as the interface promises. */
export const createFakeTasks = (options: FakeTasksOptions, around: Around): Tasks => {
  const { now, watch } = around;
  const all = new Map((options.tasks ?? []).map((one) => [one.id, one]));
  let made = 0;

  const person = (id: MemberId) => ({
    id,
    name: options.members?.find((member) => member.id === id)?.name ?? "",
  });
  const rowOf = ({ hostName, lead, support, progress = [], ...task }: FakeTask): TaskRow => {
    const identity = around.identity();
    const ours = identity?.org === task.host;
    const mine = identity !== undefined && [lead, ...support].includes(identity.member);
    const last = progress.at(-1);
    const state = last?.state ?? "waiting";
    const ended = last && (state === "done" || state === "dropped") && { endedAt: last.at };
    return {
      ...task,
      hostName: hostName ?? identity?.orgName ?? "",
      lead: person(lead),
      support: support.map(person),
      state,
      standing: standingOf({ ...task, state, ...ended }, now),
      mine,
      reports: mine || (ours && identity?.role !== "member"),
      changes: ours && (identity?.role === "secretary" || identity?.role === "deputy"),
      ...ended,
      progress,
    };
  };
  const put = async (id: TaskId, next: (one: FakeTask | undefined) => FakeTask | undefined) => {
    if (options.fails) throw new Error("not written");
    const task = next(all.get(id));
    if (!task) return;
    all.set(id, task);
    around.changed();
  };

  return {
    list: () => watch(() => [...all.values()].map(rowOf).sort(compareTasks)),
    progress: (id, state, note) =>
      put(id, (one) => {
        const said: TaskReport = {
          at: now,
          name: around.identity()?.name ?? "",
          state,
          ...(note && { note }),
        };
        return one && { ...one, progress: [...(one.progress ?? []), said] };
      }),
    change: (id, draft) =>
      put(id, (one) => {
        if (!one) return undefined;
        const { dueOn: _, ...rest } = one;
        return { ...rest, ...draft };
      }),
    assign: async (draft) => {
      made += 1;
      const id = `0newtask${made.toString().padStart(4, "0")}` as TaskId;
      const host = around.identity()?.org ?? ("" as OrgId);
      await put(id, () => ({ ...draft, id, host, assignedAt: now }));
      return id;
    },
  };
};
