import type { Anchor } from "../../domain/anchor";
import type { DocumentId, MeetingId, TaskId } from "../../domain/ids";
import type { PaperName } from "../../domain/references";
import type { TaskStanding } from "../../domain/task-view";
import type { DocumentRow, Watch } from "../device";
import type { Voice } from "../voice/voice";

/** A place that the person marked. Never leaves this phone by itself. */
export interface Note extends Anchor {
  readonly id: string;
  readonly document: DocumentId;
  /** `mark`: a highlight, with or without words. */
  readonly kind: "bookmark" | "mark";
  readonly words?: string;
  /** Milliseconds. */
  readonly at: number;
}

/** A note to be kept: a new one, or a known one with its id. */
export type NoteDraft = Omit<Note, "id" | "at"> & Partial<Pick<Note, "id" | "at">>;

export interface NotedPaper {
  readonly paper: DocumentRow;
  /** In the order of the text. */
  readonly notes: readonly Note[];
}

/** What belongs to a paper, as far as this phone knows. */
export interface Related {
  readonly supersedes: readonly DocumentRow[];
  readonly supersededBy?: DocumentRow;
  /** Papers that it says it amends, by its abstract. */
  readonly amends: readonly DocumentRow[];
  /** The others that its text names. */
  readonly cites: readonly DocumentRow[];
  readonly citedBy: readonly DocumentRow[];
  /** Meetings whose call lists it; `startsAt` in milliseconds. */
  readonly meetings: readonly { readonly id: MeetingId; readonly title: string; readonly startsAt: number }[];
  /** Tasks that were given after it or name it, and those of such a meeting that speak of no other paper. */
  readonly tasks: readonly { readonly id: TaskId; readonly text: string; readonly standing: TaskStanding }[];
}

/** What a reader has beside the text. */
export interface Reading {
  /** For each name the papers on this phone that it may mean, the newest first. */
  papersNamed(names: readonly PaperName[]): Promise<readonly (readonly DocumentRow[])[]>;
  related(id: DocumentId): Promise<Related>;
  /** When and why a paper was taken off this phone; undefined where it is here, or its day has passed. */
  recalled(id: DocumentId): Promise<{ readonly at: number; readonly reason: string } | undefined>;
  /** Those of one paper, in the order of its text. */
  notes(id: DocumentId): Watch<readonly Note[]>;
  /** Those of all papers, the paper noted last first. */
  allNotes(): Watch<readonly NotedPaper[]>;
  /** On disk when it resolves. */
  keepNote(draft: NoteDraft): Promise<Note>;
  removeNote(id: string): Promise<void>;
  readonly voice: Voice;
}
