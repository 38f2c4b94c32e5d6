import { type MeetingId, newLocalId, type TaskId } from "../../domain/ids";
import { callScopes, type Host } from "../../domain/meeting-host";
import { meetingOf } from "../../domain/meeting-view";
import type { Scope } from "../../domain/scope";
import { taskAssigned, taskChanged, taskProgressed, taskScopes } from "../../domain/task";
import type { Task } from "../../domain/task-view";
import type { Core } from "../core";
import { viewOf } from "../meetings/show-meetings";
import { writeEntries } from "../outbox/write";
import { createWatch } from "../store/watch";
import { listTasks, taskIn } from "./show-tasks";
import type { TaskDraft, Tasks } from "./tasks";

const bodyOf = ({ text, lead, support, dueOn, paper }: TaskDraft) => ({
  text,
  lead,
  support: [...support],
  ...(dueOn && { dueOn }),
  ...(paper && { paper }),
});

/** Tasks on this phone. Everything works without a network; writing is saved when the promise resolves. */
export const createTasks = (core: Core): Tasks => {
  const { store, deps, ready } = core;

  const known = async (id: TaskId): Promise<Task> => {
    await ready;
    const task = taskIn(await store.mirror.views.get(["task", id]));
    if (!task) throw new Error("no such task on this phone");
    return task;
  };
  const write = async (type: string, subject: TaskId, scopes: readonly Scope[], body: object) => {
    await writeEntries(core, [{ type, subject, scopes, body }]);
  };
  /** Who assigns it, and who reads of it besides its people. */
  const assigner = async (
    id?: MeetingId,
  ): Promise<{ readonly host: Host; readonly scopes: readonly Scope[] }> => {
    if (id) {
      const view = viewOf(await store.mirror.views.get(["meeting", id]));
      const meeting = view && meetingOf(view);
      if (!meeting) throw new Error("no such meeting on this phone");
      return meeting;
    }
    const org = core.identity()?.org;
    if (!org) throw new Error("a blank phone assigns no task");
    return { host: org, scopes: callScopes(org, "regular") };
  };

  return {
    list: () =>
      createWatch({
        store,
        timer: deps.timer,
        ready,
        tables: ["views", "meta"],
        query: () => listTasks(core),
      }),
    progress: async (id, state, note) => {
      const { host, scopes } = await known(id);
      await write(taskProgressed.type, id, scopes, { host, state, ...(note && { note }) });
    },
    change: async (id, draft) => {
      const { host, meeting, paper, scopes } = await known(id);
      const body = { host, ...bodyOf({ ...(paper && { paper }), ...draft }), ...(meeting && { meeting }) };
      await write(taskChanged.type, id, taskScopes(scopes, draft), body);
    },
    assign: async (draft, meeting) => {
      await ready;
      const { host, scopes } = await assigner(meeting);
      const id = newLocalId<TaskId>(deps.random);
      const body = { host, ...bodyOf(draft), ...(meeting && { meeting }) };
      await write(taskAssigned.type, id, taskScopes(scopes, body), body);
      return id;
    },
  };
};
