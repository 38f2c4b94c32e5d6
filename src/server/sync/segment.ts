import { promisify } from "node:util";
import { constants, crc32, deflateRaw, type ZlibOptions } from "node:zlib";

/** A piece of a gzip stream: raw deflate blocks that end on a byte boundary and are not final. */
export interface Segment {
  readonly deflated: Uint8Array;
  /** CRC-32 and length of the bytes before compression. */
  readonly crc: number;
  readonly bytes: number;
}

/** How far back deflate looks. */
export const windowBytes = 32 * 1024;
/** Below this setting up a compressor costs more time than the bytes it saves cost on the line. */
const storedBelow = 256;

const deflate = promisify<Uint8Array, ZlibOptions, Buffer>(deflateRaw);
const encoder = new TextEncoder();

/** Compresses bytes into a segment. `dictionary`: the bytes sent just before, which it may refer back to. */
export const deflateSegment = async (
  bytes: Uint8Array,
  level = 6,
  dictionary?: Uint8Array,
): Promise<Segment> => {
  const deflated = await deflate(bytes, {
    level,
    finishFlush: constants.Z_SYNC_FLUSH,
    ...(dictionary?.length && { dictionary }),
  });
  // What comes out is a view of 16 KB at least, all of which would stay as long as a cache holds the few bytes of it.
  return { deflated: new Uint8Array(deflated), crc: crc32(bytes), bytes: bytes.length };
};

/** Lines as a segment, each ended with a line break. */
export const lineSegment = async (lines: readonly string[], level?: number): Promise<Segment> => {
  const bytes = encoder.encode(`${lines.join("\n")}\n`);
  return bytes.length < storedBelow ? storedSegment(bytes) : deflateSegment(bytes, level);
};

/** A stored block (RFC 1951 §3.2.4): five bytes of head, then the bytes as they are. At most 65,535 of them. */
export const storedSegment = (bytes: Uint8Array): Segment => {
  const deflated = new Uint8Array(5 + bytes.length);
  const view = new DataView(deflated.buffer);
  view.setUint16(1, bytes.length, true);
  view.setUint16(3, ~bytes.length & 0xffff, true);
  deflated.set(bytes, 5);
  return { deflated, crc: crc32(bytes), bytes: bytes.length };
};
