import { createHash } from "node:crypto";
import type { Hash } from "../../../src/domain/ids";
import { err, ok } from "../../../src/domain/result";
import { formatSyncLine } from "../../../src/protocol/sync-line";
import type { Blobs } from "../../../src/server/blobs/blobs";
import type { Partials } from "../../../src/server/blobs/partials";
import { lineSegment } from "../../../src/server/sync/segment";

/** Texts and files of the office in memory. What a crash does to them is not tried here (`test/faults`): they may be missing. */
export interface MemoryBlobs extends Blobs {
  readonly all: Map<Hash, Uint8Array<ArrayBuffer>>;
}

const bytesOf = async (data: ReadableStream<Uint8Array> | Uint8Array): Promise<Buffer> => {
  if (data instanceof Uint8Array) return Buffer.from(data);
  const pieces: Uint8Array[] = [];
  for await (const piece of data as unknown as AsyncIterable<Uint8Array>) pieces.push(piece);
  return Buffer.concat(pieces);
};

const notHere = () => Promise.reject(new Error("no file of a world is so large that it comes in pieces"));
const noPartials: Partials = {
  size: notHere,
  head: notHere,
  append: notHere,
  open: notHere,
  remove: notHere,
  sweep: notHere,
};

export const createMemoryBlobs = (all: Map<Hash, Uint8Array<ArrayBuffer>> = new Map()): MemoryBlobs => ({
  all,
  put: async (data, maxBytes) => {
    const bytes = await bytesOf(data);
    if (bytes.length > maxBytes) return err("too-large");
    const hash = createHash("sha256").update(bytes).digest("base64url") as Hash;
    all.set(hash, new Uint8Array(bytes));
    return ok({ hash, bytes: bytes.length });
  },
  open: async (hash, range) => {
    const bytes = all.get(hash);
    return bytes && new Blob([range ? bytes.slice(range.start, range.end + 1) : bytes]).stream();
  },
  read: async (hash) => all.get(hash),
  has: async (hash) => all.has(hash),
  stat: async (hash) => {
    const bytes = all.get(hash);
    return bytes && { bytes: bytes.length };
  },
  touch: async (hash) => all.has(hash),
  remove: async (hash) => {
    all.delete(hash);
  },
  textSegment: async (hash) => {
    const bytes = all.get(hash);
    return bytes && lineSegment([formatSyncLine({ tag: "text", hash, text: Buffer.from(bytes).toString() })]);
  },
  partials: noPartials,
  sweep: async () => 0,
});
