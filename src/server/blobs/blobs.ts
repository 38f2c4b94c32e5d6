import type { Hash } from "../../domain/ids";
import type { Result } from "../../domain/result";
import type { Segment } from "../sync/segment";
import type { Partials } from "./partials";

export interface StoredBlob {
  readonly hash: Hash;
  /** Size in bytes. */
  readonly bytes: number;
}

/** Bytes of a blob, both ends included, as in HTTP Range. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Heavy things and reading texts, named by their SHA-256. Once `put` resolved they are on disk. */
export interface Blobs {
  put(
    data: ReadableStream<Uint8Array> | Uint8Array,
    maxBytes: number,
  ): Promise<Result<StoredBlob, "too-large">>;
  /** The bytes, or of a range within them; undefined where the blob is not here. */
  open(hash: Hash, range?: ByteRange): Promise<ReadableStream<Uint8Array> | undefined>;
  /** The whole blob in memory: for texts. */
  read(hash: Hash): Promise<Uint8Array<ArrayBuffer> | undefined>;
  has(hash: Hash): Promise<boolean>;
  stat(hash: Hash): Promise<{ readonly bytes: number } | undefined>;
  /** Starts the age of a blob anew, so that a sweep under way spares it. True where it is here. */
  touch(hash: Hash): Promise<boolean>;
  remove(hash: Hash): Promise<void>;
  /**
   * The sync line of a reading text, deflated once and kept. `after` are the texts sent just before it in
   * the same answer, the nearest last: their bytes serve as its dictionary.
   */
  textSegment(hash: Hash, after?: readonly Hash[]): Promise<Segment | undefined>;
  /** Those that are not whole yet. */
  readonly partials: Partials;
  /** Removes blobs older than a day that no entry names, and partials that nobody went on with; returns how many blobs. */
  sweep(named: (hashes: readonly Hash[]) => Promise<ReadonlySet<Hash>>): Promise<number>;
}
