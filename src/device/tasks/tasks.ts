import type { DocumentId, MeetingId, MemberId, TaskId } from "../../domain/ids";
import type { Host } from "../../domain/meeting-host";
import type { TaskState } from "../../domain/task";
import type { TaskStanding } from "../../domain/task-view";
import type { Watch } from "../device";

/** Somebody of a task; `name` is empty where this phone does not know him: he belongs to another cell. */
export interface TaskPerson {
  readonly id: MemberId;
  readonly name: string;
}

/** What somebody said of a task. */
export interface TaskReport {
  /** Milliseconds. */
  readonly at: number;
  /** Who said it, as `TaskPerson`. */
  readonly name: string;
  readonly state: TaskState;
  readonly note?: string;
}

/** A task with all that its row and its page show. */
export interface TaskRow {
  readonly id: TaskId;
  readonly host: Host;
  /** Who assigned it: the cell, or the commune's name for the office. */
  readonly hostName: string;
  readonly text: string;
  readonly lead: TaskPerson;
  readonly support: readonly TaskPerson[];
  /** `YYYY-MM-DD`. */
  readonly dueOn?: string;
  readonly state: TaskState;
  /** On the commune's day of today. */
  readonly standing: TaskStanding;
  /** This phone's member leads or supports it. */
  readonly mine: boolean;
  /** He may say how far it is: his own, or as an officer of the host. */
  readonly reports: boolean;
  /** He may change it, and say that it is no longer to be done. */
  readonly changes: boolean;
  /** Where it was assigned; absent too while this phone does not know the meeting. */
  readonly meeting?: { readonly id: MeetingId; readonly title: string };
  /** Milliseconds. */
  readonly assignedAt: number;
  readonly endedAt?: number;
  /** The earliest first. */
  readonly progress: readonly TaskReport[];
}

/** What a secretary decides. */
export interface TaskDraft {
  /** The paper that asks for it; a change keeps the one it had. */
  readonly paper?: DocumentId;
  readonly text: string;
  readonly lead: MemberId;
  readonly support: readonly MemberId[];
  /** `YYYY-MM-DD`. */
  readonly dueOn?: string;
}

export interface Tasks {
  /** Those to be done first: his own, then the overdue, then by their day, then without one; those ended last. */
  list(): Watch<readonly TaskRow[]>;
  /** Says how far a task is; an earlier state said again takes the later one back. */
  progress(id: TaskId, state: TaskState, note?: string): Promise<void>;
  /** The whole task as it is from now on; who was taken off it is told too. */
  change(id: TaskId, draft: TaskDraft): Promise<void>;
  /** A task of one's own cell, or of the meeting that assigned it. Throws where this phone's member leads neither. */
  assign(draft: TaskDraft, meeting?: MeetingId): Promise<TaskId>;
}
