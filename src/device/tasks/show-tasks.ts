import type { MemberId, TaskId } from "../../domain/ids";
import { meetingOf } from "../../domain/meeting-view";
import type { TaskView } from "../../domain/task";
import { standingOf, type Task, taskOf } from "../../domain/task-view";
import type { Core } from "../core";
import { changesFor, hostNameOf, runsFor, viewOf } from "../meetings/show-meetings";
import type { RecordRow } from "../store/rows";
import { compareTasks } from "./task-order";
import type { TaskRow } from "./tasks";

/** The task of a record; undefined while this phone does not know who assigned it. */
export const taskIn = (record: RecordRow | undefined): Task | undefined =>
  record?.kind === "task" ? taskOf(record.view as TaskView) : undefined;

const toTaskRow = (core: Core, id: TaskId, task: Task, meetingTitle: string | undefined): TaskRow => {
  const directory = core.keeper.current();
  const { members, commune } = directory;
  const identity = core.identity();
  const { host, text, lead, support, dueOn, state, meeting, assignedAt, endedAt } = task;
  const communeName = commune?.name ?? "";
  const nameOf = (member: MemberId) => members.get(member)?.name ?? "";
  const person = (member: MemberId) => ({ id: member, name: nameOf(member) });
  const mine = identity !== undefined && [lead, ...support].includes(identity.member);
  return {
    id,
    host,
    hostName: hostNameOf(directory, host),
    text,
    lead: person(lead),
    support: support.map(person),
    ...(dueOn && { dueOn }),
    state,
    standing: standingOf(task, core.clock.now()),
    mine,
    reports: mine || runsFor(identity, host),
    changes: changesFor(identity, host),
    ...(meeting && meetingTitle !== undefined && { meeting: { id: meeting, title: meetingTitle } }),
    assignedAt,
    ...(endedAt !== undefined && { endedAt }),
    progress: task.progress.map(({ at, member, state, note }) => ({
      at,
      name: member ? nameOf(member) : communeName,
      state,
      ...(note && { note }),
    })),
  };
};

/** Every task that this phone reads of, in the order of `compareTasks`. */
export const listTasks = async (core: Core): Promise<readonly TaskRow[]> => {
  const { views } = core.store.mirror;
  const records = await views.where("kind").equals("task").toArray();
  const tasks = records.flatMap((record) => {
    const task = taskIn(record);
    return task ? [{ id: record.id as TaskId, task }] : [];
  });
  const meetings = [...new Set(tasks.flatMap(({ task }) => task.meeting ?? []))];
  const found = await views.bulkGet(meetings.map((id): ["meeting", string] => ["meeting", id]));
  const titles = new Map(
    meetings.map((id, i) => {
      const view = viewOf(found[i]);
      return [id, view && meetingOf(view)?.title];
    }),
  );
  return tasks
    .map(({ id, task }) => toTaskRow(core, id, task, task.meeting && titles.get(task.meeting)))
    .sort(compareTasks);
};
