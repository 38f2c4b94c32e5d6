import type { DocumentId, MeetingId, PhotoId } from "../../domain/ids";
import type { Refusal } from "../../domain/refusal";
import type { Topic } from "../../domain/topic";
import type { DocumentRow, SyncProblem, Watch } from "../device";
import type { MeetingRow } from "../meetings/meetings";

/** What of a paper is not on the phone: the paper itself, its reading text, or the file that a scan is read from. */
export type PaperLack = "paper" | "text" | "file";

export interface PackPaper {
  readonly id: DocumentId;
  /** Absent while the paper is not on this phone. */
  readonly row?: DocumentRow;
  /** The first thing that it lacks; absent where all of it is here and its hashes are right. */
  readonly lacks?: PaperLack;
  /** Was recalled or has passed its day: there is nothing to have any more. */
  readonly withdrawn: boolean;
}

/** A photographed paper as it lies on this phone. */
export interface PackPhoto {
  readonly photo: PhotoId;
  readonly title: string;
  readonly pages: number;
  /** How many of its pages are here and their hashes right. */
  readonly here: number;
}

/** The papers of a meeting as they lie on this phone: bytes that were hashed, never a flag that says so. */
export interface PaperPack {
  readonly meeting: MeetingRow;
  readonly papers: readonly PackPaper[];
  readonly photos: readonly PackPhoto[];
  /** Of both, those that were not withdrawn. */
  readonly here: number;
  readonly of: number;
}

/** `not-sent`: nobody has sent it to this phone. */
export type PaperFailure = SyncProblem | Refusal | "not-sent";

export interface FetchedPack {
  /** What could not be had, and why. */
  readonly left: readonly { readonly id: DocumentId | PhotoId; readonly why: PaperFailure }[];
}

export interface SavedPaper {
  readonly row: DocumentRow;
  /** The names that its reader gave: his own topics. */
  readonly labels: readonly string[];
}

/** `none`: papers whose words name no topic. `label`: one of the reader's own. */
export type TopicKey =
  | { readonly is: "topic"; readonly topic: Topic }
  | { readonly is: "label"; readonly label: string }
  | { readonly is: "none" };

export interface TopicRow {
  readonly key: TopicKey;
  readonly papers: number;
  readonly unread: number;
}

export interface Overview {
  readonly unread: number;
  readonly due: number;
  /** Of `due`, those whose day has passed. */
  readonly late: number;
  /** The next meeting that has papers. */
  readonly next?: PaperPack;
  readonly saved: number;
  readonly topics: number;
}

/** Papers in groups. What is saved and how it is labelled stays on this phone. */
export interface Collections {
  overview(): Watch<Overview>;
  /** To acknowledge: the longest overdue first, then the nearest day. */
  due(): Watch<readonly DocumentRow[]>;
  pack(id: MeetingId): Watch<PaperPack | undefined>;
  /** That of the next meeting with papers. */
  nextPack(): Watch<PaperPack | undefined>;
  /** Fetches what is missing; `onProgress` in bytes of all of it. */
  fetchPack(
    id: MeetingId,
    onProgress: (done: number, of: number) => void,
    signal?: AbortSignal,
  ): Promise<FetchedPack>;
  /** The last saved first. */
  saved(): Watch<readonly SavedPaper[]>;
  isSaved(id: DocumentId): Watch<boolean>;
  save(id: DocumentId): Promise<void>;
  /** Takes it off again; what it returns puts it back as it was. */
  unsave(id: DocumentId): Promise<() => Promise<void>>;
  label(id: DocumentId, labels: readonly string[]): Promise<void>;
  /** The reader's own first. */
  topics(): Watch<readonly TopicRow[]>;
  topic(key: TopicKey): Watch<readonly DocumentRow[]>;
}
