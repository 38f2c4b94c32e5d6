import type { Clock } from "../../domain/clock";
import type { SyncRequest } from "../../protocol/sync-request";
import type { Blobs } from "../blobs/blobs";
import type { Log, Principal } from "../log/log";

export interface SyncParts {
  readonly log: Log;
  readonly blobs: Blobs;
  readonly clock: Clock;
}

export interface AnswerOptions {
  /** False for a client that does not take gzip: the lines as they are. Default true: send `Content-Encoding: gzip`. */
  readonly gzip?: boolean;
}

/** The answer to one sync request, streamed as `protocol/README.md` orders it. */
export const answerSync = (
  _parts: SyncParts,
  _principal: Principal,
  _request: SyncRequest,
  _options: AnswerOptions = {},
): ReadableStream<Uint8Array> => {
  throw new Error("to be built");
};
