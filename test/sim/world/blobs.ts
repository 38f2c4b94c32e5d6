import { createHash } from "node:crypto";
import type { Hash } from "../../../src/domain/ids";
import { err, ok } from "../../../src/domain/result";
import { formatSyncLine } from "../../../src/protocol/sync-line";
import type { Blobs } from "../../../src/server/blobs/blobs";
import type { PartialName, Partials } from "../../../src/server/blobs/partials";
import { lineSegment } from "../../../src/server/sync/segment";
import type { Chance } from "./chance";

/** Texts and files of the office in memory. They may be missing; what is not whole yet a power cut may tear. */
export interface MemoryBlobs extends Blobs {
  readonly all: Map<Hash, Uint8Array<ArrayBuffer>>;
  /** Pieces are not synced: of each a part is gone, or is nothing but zeros. */
  cutPower(chance: Chance): void;
}

const bytesOf = async (data: ReadableStream<Uint8Array> | Uint8Array): Promise<Buffer> => {
  if (data instanceof Uint8Array) return Buffer.from(data);
  const pieces: Uint8Array[] = [];
  for await (const piece of data as unknown as AsyncIterable<Uint8Array>) pieces.push(piece);
  return Buffer.concat(pieces);
};

const keyOf = ({ by, hash }: PartialName) => `${by}/${hash}`;

/** Files in pieces, by device and name. A stream that breaks leaves what was written of it. */
const createMemoryPartials = (pieces: Map<string, Buffer>): Partials => {
  const here = (name: PartialName) => pieces.get(keyOf(name));
  return {
    size: async (name) => here(name)?.length ?? 0,
    head: async (name, length) => new Uint8Array(here(name)?.subarray(0, length) ?? []),
    append: async (name, offset, data, maxBytes) => {
      if ((here(name)?.length ?? 0) < offset || (offset > 0 && !here(name))) return err("wrong-offset");
      let at = offset;
      for await (const piece of data as unknown as AsyncIterable<Uint8Array>) {
        if (at + piece.length > maxBytes) return err("too-large");
        const before = here(name) ?? Buffer.alloc(0);
        pieces.set(
          keyOf(name),
          Buffer.concat([before.subarray(0, at), piece, before.subarray(at + piece.length)]),
        );
        at += piece.length;
      }
      return at <= maxBytes ? ok(here(name)?.length ?? 0) : err("too-large");
    },
    open: async (name) => {
      const bytes = here(name);
      return bytes && (new Blob([new Uint8Array(bytes)]).stream() as ReadableStream<Uint8Array>);
    },
    remove: async (name) => {
      pieces.delete(keyOf(name));
    },
    sweep: async () => undefined,
  };
};

export const createMemoryBlobs = (
  all: Map<Hash, Uint8Array<ArrayBuffer>> = new Map(),
  pieces: Map<string, Buffer> = new Map(),
): MemoryBlobs => ({
  all,
  cutPower: (chance) => {
    for (const [key, bytes] of pieces) {
      const kept = chance.below(bytes.length + 1);
      pieces.set(key, chance.yes(0.5) ? bytes.subarray(0, kept) : Buffer.from(bytes).fill(0, kept));
    }
  },
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
  partials: createMemoryPartials(pieces),
  sweep: async () => 0,
});
