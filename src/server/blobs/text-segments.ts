import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createByteCache } from "../../domain/byte-cache";
import type { Hash } from "../../domain/ids";
import { formatSyncLine } from "../../protocol/sync-line";
import { deflateSegment, type Segment, windowBytes } from "../sync/segment";
import { blobPath, writeCache } from "./blob-files";

/** Memory for compressed texts: a commune's two or three hundred newest. */
const cacheBytes = 32 * 1024 * 1024;
/** Lines as they are, for a moment: each serves as dictionary of the three after it. */
const lineBytes = 4 * 1024 * 1024;
/** After its neighbours a text gains a thousandth from level 9, for half as much work again. */
const level = 6;

export interface TextSegments {
  segment(hash: Hash, after?: readonly Hash[]): Promise<Segment | undefined>;
  forget(hash: Hash): void;
}

/**
 * Sync lines of reading texts, deflated. A text never changes, so this is done once for each neighbourhood it is
 * sent in and kept in a file beside it: alone, and after the texts that all phones get just before it, whose
 * words then need not be said again.
 */
export const createTextSegments = (
  root: string,
  read: (hash: Hash) => Promise<Uint8Array | undefined>,
): TextSegments => {
  const cache = createByteCache<Segment>(cacheBytes, (segment) => segment.deflated.length + 200);
  const lines = createByteCache<Uint8Array>(lineBytes, (bytes) => bytes.length);
  const making = new Map<string, Promise<Segment | undefined>>();

  const line = async (hash: Hash): Promise<Uint8Array | undefined> => {
    const known = lines.get(hash);
    if (known) return known;
    const text = await read(hash);
    // A line break within would end the line: such a text is not in the form of `domain/reading-text`.
    if (!text || text.includes(10) || text.includes(13)) return undefined;
    const head = Buffer.from(formatSyncLine({ tag: "text", hash, text: "" }));
    const whole = Buffer.concat([head, text, Buffer.from("\n")]);
    lines.set(hash, whole);
    return whole;
  };

  /** Of the texts before, the nearest ones, until the window of the compressor is full. */
  const before = async (after: readonly Hash[]) => {
    const hashes: Hash[] = [];
    let bytes: Uint8Array = new Uint8Array(0);
    for (let i = after.length - 1; i >= 0 && bytes.length < windowBytes; i -= 1) {
      const hash = after[i];
      const one = hash && (await line(hash));
      if (!hash || !one) break;
      hashes.unshift(hash);
      bytes = Buffer.concat([one, bytes]);
    }
    return { hashes, dictionary: bytes.subarray(-windowBytes) };
  };

  const make = async (hash: Hash, after: readonly Hash[], file: string): Promise<Segment | undefined> => {
    const kept = await readFile(file).catch(() => undefined);
    const segment = kept && unpack(kept);
    if (segment) return segment;
    const bytes = await line(hash);
    if (!bytes) return undefined;
    const { dictionary } = await before(after);
    const made = await deflateSegment(bytes, level, dictionary);
    await writeCache(root, file, pack(made));
    return made;
  };

  return {
    segment: async (hash, after = []) => {
      // Which of the texts before count follows from their sizes, so the last few name the neighbourhood.
      const near = after.slice(-maxNeighbours);
      const name = near.length ? `${hash}.${digest(near)}` : `${hash}.alone`;
      const known = cache.get(name);
      if (known) return known;
      const file = `${blobPath(root, hash)}${name.slice(hash.length)}`;
      const pending = making.get(name) ?? make(hash, near, file).finally(() => making.delete(name));
      making.set(name, pending);
      const segment = await pending;
      if (segment) cache.set(name, segment);
      return segment;
    },
    forget: (hash) => {
      cache.deleteWhere((name) => name.startsWith(hash));
      lines.deleteWhere((name) => name === hash);
    },
  };
};

/** Three texts of usual length fill the window. */
const maxNeighbours = 3;

const digest = (hashes: readonly Hash[]): string =>
  createHash("sha256").update(hashes.join(" ")).digest("hex").slice(0, 16);

/** A segment as a file: checksum and length, then the deflated bytes. */
const pack = (segment: Segment): Uint8Array => {
  const head = Buffer.alloc(8);
  head.writeUInt32LE(segment.crc, 0);
  head.writeUInt32LE(segment.bytes, 4);
  return Buffer.concat([head, segment.deflated]);
};

/** Undefined where a crash cut the file short: it then does not end as a flushed stream does. */
const unpack = (bytes: Buffer): Segment | undefined => {
  if (bytes.length < 13 || bytes.readUInt32BE(bytes.length - 4) !== 0x0000ffff) return undefined;
  return {
    crc: bytes.readUInt32LE(0),
    bytes: bytes.readUInt32LE(4),
    deflated: new Uint8Array(bytes.subarray(8)),
  };
};
