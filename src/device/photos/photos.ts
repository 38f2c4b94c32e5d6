import type { Hash, MeetingId, PhotoId } from "../../domain/ids";
import type { PhotoPage } from "../../domain/meeting-photos";
import type { Refusal } from "../../domain/refusal";
import type { Result } from "../../domain/result";
import type { SyncProblem, Watch } from "../device";

/** A page as it is kept and sent: small, and nothing beside the picture. */
export interface Picture {
  readonly data: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** Why a chosen file does not become a page. */
export type PictureProblem =
  | "empty"
  | "not-a-picture"
  | "pdf"
  /** A kind of picture that this browser cannot open. */
  | "heic"
  /** It breaks off, or nothing in it can be shown. */
  | "damaged"
  | "too-many-pixels"
  | "too-large"
  /** The phone does not hand the file out. */
  | "unreadable"
  | "stopped";

/** Makes a page of a picture file, as `shrink.ts` does in a browser. Never throws. */
export type Shrink = (file: Blob, signal?: AbortSignal) => Promise<Result<Picture, PictureProblem>>;

export type PageProblem = PictureProblem | "same-page" | "too-many-pages" | "storage-full" | "failed";

/** For what a paper is being photographed: a meeting that stands, or a call by the name under which it is kept. */
export type PhotosFor = MeetingId | `call:${string}`;

/** A paper being photographed. It is on disk with every page, whatever becomes of the tab while the camera is open. */
export interface PhotoDraft {
  readonly photo: PhotoId;
  readonly title: string;
  readonly pages: readonly PhotoPage[];
  /** Who declared that it is neither secret nor personnel work: it goes with the call. */
  readonly declaredBy?: string;
}

/** A photographed paper of a meeting, as its page shows it. */
export interface PhotoRow {
  readonly photo: PhotoId;
  readonly title: string;
  readonly pages: readonly PhotoPage[];
  readonly declaredBy: string;
  /** How many of its pages are on this phone. */
  readonly here: number;
  /** Bytes that are still to come. */
  readonly away: number;
  /** Written here and not at the office yet. */
  readonly unsent: boolean;
  /** Taken back here, of which the office does not know yet: until then everybody has it. */
  readonly leaving: boolean;
}

export type SaveProblem =
  | "secret-mark"
  | "personnel-work"
  | "no-title"
  | "long-title"
  | "no-pages"
  | "failed";

export interface Photos {
  drafts(of: PhotosFor): Watch<readonly PhotoDraft[]>;
  /** A name for a new paper; nothing is written before its first page. */
  newName(): PhotoId;
  /** Shrinks a picture and keeps it as the paper's last page; on disk when it resolves. */
  addPage(
    of: PhotosFor,
    photo: PhotoId,
    file: Blob,
    signal?: AbortSignal,
  ): Promise<Result<PhotoPage, PageProblem>>;
  /** The pages as they shall follow each other; one that was left out can be put back. */
  arrange(photo: PhotoId, pages: readonly Hash[]): Promise<void>;
  name(photo: PhotoId, title: string): Promise<void>;
  /** The paper is complete and goes with the call that is being written. */
  declare(photo: PhotoId, title: string): Promise<Result<void, SaveProblem>>;
  /** Throws a paper away that was not saved. */
  drop(photo: PhotoId): Promise<void>;
  /** Adds the paper to a meeting that stands; on disk when it resolves. */
  save(meeting: MeetingId, photo: PhotoId, title: string): Promise<Result<void, SaveProblem>>;
  /** Takes a paper back: from everyone once the office has heard of it, or from the outbox where it was never sent. */
  takeBack(meeting: MeetingId, photo: PhotoId): Promise<void>;
  /** A page, where it is on this phone. */
  page(hash: Hash): Promise<Blob | undefined>;
  /** Fetches the pages of a meeting that are not here; `onProgress` in bytes. */
  fetch(
    meeting: MeetingId,
    onProgress: (done: number, of: number) => void,
    signal?: AbortSignal,
  ): Promise<Result<void, SyncProblem | Refusal>>;
}
