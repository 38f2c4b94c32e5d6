import { createSeededRandom } from "../../src/domain/random";

/*
 * Real JPEG files (ITU T.81, baseline, one grey component) of any size, made without a picture in memory: a photograph of
 * a hundred million points takes a second. Quantised by 1, so a block's level is its grey value.
 */

export interface JpegOptions {
  readonly width: number;
  readonly height: number;
  /** Grey of a block of 8 × 8 points, 0 to 255; by default the left half is dark and the right one light. */
  readonly grey?: (x: number, y: number) => number;
  /** Every block is filled with noise: about eighty bytes each. */
  readonly noise?: number;
  /** Bytes of segments between the start and the picture, as cameras write them. */
  readonly segments?: readonly Uint8Array[];
}

/** Codes of four bits for the sizes of a block's level; two bits each for "nothing more" and "eight bits follow". */
const levelCodes = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const detailCodes = [0x00, 0x08];

const segment = (marker: number, bytes: readonly number[]): number[] => {
  const length = bytes.length + 2;
  return [0xff, marker, length >> 8, length & 0xff, ...bytes];
};

const head = ({ width, height, segments = [] }: JpegOptions): number[] => {
  const counts = (at: number, n: number) => Array.from({ length: 16 }, (_, i) => (i + 1 === at ? n : 0));
  return [
    0xff,
    0xd8,
    ...segments.flatMap((one) => [...one]),
    ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]),
    ...segment(0xc0, [8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]),
    ...segment(0xc4, [0x00, ...counts(4, levelCodes.length), ...levelCodes]),
    ...segment(0xc4, [0x10, ...counts(2, detailCodes.length), ...detailCodes]),
    ...segment(0xda, [1, 1, 0x00, 0, 63, 0]),
  ];
};

export const makeJpeg = (options: JpegOptions): Uint8Array<ArrayBuffer> => {
  const { width, height, noise } = options;
  const across = Math.ceil(width / 8);
  const down = Math.ceil(height / 8);
  const { grey = (x: number) => (x < across / 2 ? 40 : 220) } = options;
  let bytes = new Uint8Array(1 << 16);
  let at = 0;
  const room = () => {
    if (at + 512 < bytes.length) return;
    const larger = new Uint8Array(bytes.length * 2);
    larger.set(bytes);
    bytes = larger;
  };
  let held = 0;
  let count = 0;
  const put = (value: number, bits: number) => {
    held = (held << bits) | value;
    count += bits;
    while (count >= 8) {
      const byte = (held >> (count - 8)) & 0xff;
      bytes[at] = byte;
      at += 1;
      // A byte of ones is followed by a zero, or it would be a marker.
      if (byte === 0xff) {
        bytes[at] = 0;
        at += 1;
      }
      count -= 8;
      held &= (1 << count) - 1;
    }
  };
  for (const byte of head(options)) {
    room();
    bytes[at] = byte;
    at += 1;
  }
  let seed = noise ?? 1;
  let before = 0;
  for (let y = 0; y < down; y += 1)
    for (let x = 0; x < across; x += 1) {
      room();
      const level = Math.round((grey(x, y) - 128) * 8);
      const step = level - before;
      before = level;
      const size = step === 0 ? 0 : 32 - Math.clz32(Math.abs(step));
      put(size, 4);
      if (size > 0) put(step > 0 ? step : step + (1 << size) - 1, size);
      if (noise === undefined) put(0b00, 2);
      else
        for (let i = 0; i < 63; i += 1) {
          seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
          put(0b01, 2);
          put(seed >>> 24, 8);
        }
    }
  put(0x7f, 7);
  room();
  bytes.set([0xff, 0xd9], at);
  return bytes.slice(0, at + 2);
};

/** What a camera writes beside a picture: how it was held, and where it stood. */
export const exifSegment = (orientation: number, place = "21 01 42 N 105 51 15 E"): Uint8Array => {
  const letters = [...place].map((letter) => letter.charCodeAt(0));
  const little = (value: number, length: number) =>
    Array.from({ length }, (_, i) => Math.floor(value / 256 ** i) % 256);
  const field = (tag: number, type: number, n: number, value: number) => [
    ...little(tag, 2),
    ...little(type, 2),
    ...little(n, 4),
    ...little(value, 4),
  ];
  const gps = 8 + 2 + 2 * 12 + 4;
  const tiff = [
    ...[0x49, 0x49, 42, 0],
    ...little(8, 4),
    ...little(2, 2),
    ...field(0x0112, 3, 1, orientation),
    ...field(0x8825, 4, 1, gps),
    ...little(0, 4),
    ...little(1, 2),
    ...field(0x001b, 2, letters.length, gps + 2 + 12 + 4),
    ...little(0, 4),
    ...letters,
  ];
  return new Uint8Array(segment(0xe1, [...[..."Exif\0\0"].map((letter) => letter.charCodeAt(0)), ...tiff]));
};

export const commentSegment = (text: string): Uint8Array =>
  new Uint8Array(
    segment(
      0xfe,
      [...text].map((letter) => letter.charCodeAt(0)),
    ),
  );

/** A small page; different ones for different numbers. */
export const smallPage = (n: number): Uint8Array<ArrayBuffer> =>
  makeJpeg({ width: 64, height: 96, grey: (x, y) => (x * 37 + y * 11 + n * 53) % 256 });

export const randomBytes = (length: number, seed: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createSeededRandom(seed).bytes(length));
