/** A piece of a gzip stream: raw deflate blocks that end on a byte boundary and are not final. */
export interface Segment {
  readonly deflated: Uint8Array;
  /** CRC-32 and length of the bytes before compression. */
  readonly crc: number;
  readonly bytes: number;
}
