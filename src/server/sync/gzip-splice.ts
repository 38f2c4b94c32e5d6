import { crc32Combine } from "./crc32-combine";
import type { Segment } from "./segment";

/** RFC 1952 §2.3: deflate, no flags, no time, system unknown. */
const header = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255);
/** An empty final block with fixed codes. */
const lastBlock = Uint8Array.of(3, 0);

export interface GzipSplice {
  readonly header: Uint8Array;
  /** Takes a segment in and gives out its bytes for the stream. */
  add(segment: Segment): Uint8Array;
  /** What ends the stream. */
  trailer(): Uint8Array;
}

/**
 * One gzip member out of segments that were compressed apart from each other, so that what never changes is
 * compressed once for all phones. Checksum and length grow along without the plain bytes.
 */
export const createGzipSplice = (): GzipSplice => {
  let crc = 0;
  let length = 0;
  return {
    header,
    add: (segment) => {
      crc = crc32Combine(crc, segment.crc, segment.bytes);
      length = (length + segment.bytes) % 2 ** 32;
      return segment.deflated;
    },
    trailer: () => {
      const bytes = new Uint8Array(lastBlock.length + 8);
      bytes.set(lastBlock);
      const view = new DataView(bytes.buffer, lastBlock.length);
      view.setUint32(0, crc, true);
      view.setUint32(4, length, true);
      return bytes;
    },
  };
};
