import { type MemberId, newLocalId } from "../../domain/ids";
import { type Closing, type MeetingView, meetingClosed } from "../../domain/meeting";
import { meetingOf } from "../../domain/meeting-view";
import { minutesAdopted } from "../../domain/minutes";
import { closingOf } from "../../domain/minutes-view";
import { err, ok, type Result } from "../../domain/result";
import type { Votes } from "../../domain/roll-call";
import { type TaskAssignment, type TaskView, taskAssigned, taskScopes } from "../../domain/task";
import { taskOf } from "../../domain/task-view";
import type { Core } from "../core";
import type { MeetingDesk, MeetingDetail } from "../meetings/meetings";
import { writeEntries } from "../outbox/write";
import {
  type MinutesMatter,
  minutesLines,
  type ReviewLine,
  type ScoreLine,
  splitLines,
  unfinishedTasks,
} from "./minutes-lines";
import type { MinutesWriting } from "./minutes-writing";
import { pointsOf } from "./names";

/** What the chair decides at the end. */
export interface CloseInput {
  /** Milliseconds. */
  readonly startedAt: number;
  readonly endedAt: number;
  readonly chair: string;
  readonly writer: string;
  readonly adopted: Votes;
  readonly score: readonly ScoreLine[];
}

/** `closed`: it is closed already, maybe by another phone; `unfinished`: a task lacks words or a person. */
export type CloseProblem = "not-here" | "closed" | "unfinished";

/** Tasks of the meeting's host that were open when the meeting began, or have ended since the one before. */
export const tasksBefore = async (
  core: Core,
  { id, host, startsAt }: Pick<MeetingDetail, "id" | "host" | "startsAt">,
): Promise<readonly ReviewLine[]> => {
  const { views } = core.store.mirror;
  const [meetings, tasks] = await Promise.all(
    (["meeting", "task"] as const).map((kind) => views.where("kind").equals(kind).toArray()),
  );
  const ends = (meetings ?? []).flatMap((record) => {
    const closing = closingOf(record.view as MeetingView);
    return closing?.host === host && record.id !== id && closing.endedAt < startsAt ? [closing.endedAt] : [];
  });
  const before = Math.max(0, ...ends);
  const { members } = core.keeper.current();
  return (tasks ?? [])
    .flatMap((record) => taskOf(record.view as TaskView) ?? [])
    .filter((task) => task.host === host && task.meeting !== id)
    .filter(({ endedAt }) => endedAt === undefined || endedAt > before)
    .sort((a, b) => a.assignedAt - b.assignedAt)
    .map(({ text, lead, support, dueOn, state }) => ({
      is: "review",
      text,
      people: [lead, ...support].flatMap((one) => members.get(one)?.name ?? []).join(", ") || "–",
      ...(dueOn && { dueOn }),
      state,
    }));
};

const paperName = ({ number, abstract }: { readonly number?: string; readonly abstract: string }) =>
  (number ? `${number} ${abstract}` : abstract).slice(0, 600);

/** All that goes into the minutes of this meeting as they are now. */
export const matterOf = async (
  core: Core,
  meeting: MeetingDetail,
  writing: MinutesWriting,
  score: readonly ScoreLine[],
): Promise<MinutesMatter | undefined> => {
  if (!meeting.desk) return undefined;
  const { members } = core.keeper.current();
  return {
    draft: writing.read(),
    text: (owner, id) => writing.text(owner, id).toString(),
    points: pointsOf(meeting.agenda),
    papers: [
      ...meeting.papers.flatMap(({ row }) => (row ? [paperName(row)] : [])),
      ...meeting.photos.map(({ title }) => title),
    ],
    review: await tasksBefore(core, meeting),
    score,
    nameOf: (member) => members.get(member)?.name,
    guests: meeting.desk.guests,
    figures: meeting.desk.figures,
  };
};

/** The roll as it stands; of a conference, which many cells read, only how many came from each. */
const attendanceOf = ({ roll, delegates }: MeetingDesk): Pick<Closing, "roll" | "delegates"> =>
  delegates
    ? {
        roll: [],
        delegates: delegates.map(({ name, called, roll }) => ({
          cell: name,
          came: roll.filter(({ presence }) => presence === "present").length,
          called: called.length,
        })),
      }
    : {
        roll: roll.map(({ member, name, standing, presence, reason }) => ({
          member,
          name,
          standing,
          ...(presence && { presence }),
          ...(reason && { reason }),
        })),
      };

/**
 * Closes a meeting: its minutes, its tasks and its end are one transaction, so it is closed or it is not. The roll is frozen
 * as this phone knows it.
 */
export const closeMeeting = async (
  core: Core,
  meeting: MeetingDetail,
  writing: MinutesWriting,
  input: CloseInput,
): Promise<Result<void, CloseProblem>> => {
  const { id, host, desk } = meeting;
  await writing.sign();
  const view = (await core.store.work.views.get(["meeting", id]))?.view as MeetingView | undefined;
  const called = view && meetingOf(view);
  if (!called || !desk) return err("not-here");
  if (closingOf(view)) return err("closed");
  const matter = await matterOf(core, meeting, writing, input.score);
  if (!matter) return err("not-here");
  if (unfinishedTasks(matter.draft, matter.text).length > 0) return err("unfinished");

  const { scopes } = called;
  const about = { subject: id, scopes };
  const closing = newLocalId<MemberId>(core.deps.random);
  const lines = minutesLines(matter);
  const parts = splitLines(lines);
  const assigned = new Set(lines.flatMap((one) => (one.is === "task" ? [one.task] : [])));
  const tasks = matter.draft.tasks.flatMap(({ id: task, lead, support, dueOn, paper }) => {
    if (!lead || !assigned.has(task)) return [];
    const text = writing.text("task", task).toString();
    const body: TaskAssignment = {
      host,
      text,
      lead,
      support,
      ...(dueOn && { dueOn }),
      meeting: id,
      ...(paper && { paper }),
    };
    // A conference is read by many cells; its tasks concern the office and their people.
    const readers = taskScopes(host === "office" ? ["office"] : scopes, body);
    return [{ type: taskAssigned.type, subject: task as string, scopes: readers, body: body as object }];
  });
  const end: Closing = {
    host,
    closing,
    parts: parts.length,
    startedAt: input.startedAt,
    endedAt: input.endedAt,
    chair: input.chair,
    writer: input.writer,
    ...attendanceOf(desk),
    guests: desk.guests.map(({ name }) => name),
    adopted: input.adopted,
  };
  await writeEntries(core, [
    ...parts.map((lines, part) => ({
      type: minutesAdopted.type,
      ...about,
      body: { host, closing, part, lines },
    })),
    ...tasks,
    { type: meetingClosed.type, ...about, body: end },
  ]);
  return ok(undefined);
};
