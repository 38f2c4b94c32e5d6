/**
 * As much of the JPEG format (ITU T.81, Exif 2.3 §4.6) as phone and server need: how large a picture is, which way it was
 * held, whether it is whole, and which bytes are the picture alone. Cameras write the place, the moment and a smaller copy
 * beside it; none of that is ever kept or sent (domain.md 2.10).
 */
export interface Jpeg {
  readonly width: number;
  readonly height: number;
  /** Exif's number for how the camera was held, 1 (upright) to 8. */
  readonly orientation: number;
  /** The byte ranges that make the picture alone, in order. */
  readonly parts: readonly (readonly [start: number, end: number])[];
  /** True where there is nothing beside the picture. */
  readonly bare: boolean;
}

const ascii = (bytes: Uint8Array, at: number, length: number) =>
  String.fromCharCode(...bytes.subarray(at, at + length));
const word = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

/** Undefined: not a JPEG at all. `damaged`: one that breaks off, or in which nothing can be shown. Never throws. */
export const readJpeg = (bytes: Uint8Array): Jpeg | "damaged" | undefined => {
  if (word(bytes, 0) !== 0xffd8 || bytes[2] !== 0xff) return undefined;
  const parts: [number, number][] = [[0, 2]];
  const keep = (start: number, end: number) => {
    const last = parts.at(-1);
    if (last && last[1] === start) last[1] = end;
    else parts.push([start, end]);
  };
  let size: { readonly width: number; readonly height: number } | undefined;
  let scanned = false;
  let orientation = 1;
  for (let at = 2; at + 1 < bytes.length; ) {
    if (bytes[at] !== 0xff) return "damaged";
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      // A filling byte.
      keep(at, at + 1);
      at += 1;
      continue;
    }
    if (marker === 0xd9) {
      keep(at, at + 2);
      if (!size || !scanned) return "damaged";
      const bare = parts.length === 1 && at + 2 === bytes.length;
      return { ...size, orientation, parts, bare };
    }
    const length = word(bytes, at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return "damaged";
    if (isFrame(marker)) {
      size = { height: word(bytes, at + 5), width: word(bytes, at + 7) };
      if (size.width === 0 || size.height === 0) return "damaged";
    }
    if (marker === 0xe1) orientation = orientationOf(bytes, at + 4, end) ?? orientation;
    if (isPicture(bytes, marker, at)) keep(at, end);
    at = end;
    if (marker !== 0xda) continue;
    scanned = true;
    at = endOfScan(bytes, end);
    keep(end, at);
  }
  return "damaged";
};

/** Start of frame: C0 to CF without the tables and the extension among them. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Everything but what applications and cameras add; of that only what colours depend on. */
const isPicture = (bytes: Uint8Array, marker: number, at: number): boolean => {
  if (marker === 0xe0) return ascii(bytes, at + 4, 4) === "JFIF";
  if (marker === 0xe2) return ascii(bytes, at + 4, 11) === "ICC_PROFILE";
  if (marker === 0xee) return ascii(bytes, at + 4, 5) === "Adobe";
  return !(marker >= 0xe0 && marker <= 0xef) && marker !== 0xfe;
};

/** Where the picture's data stops: at the next marker that is neither a stuffed byte nor a restart. */
const endOfScan = (bytes: Uint8Array, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
};

/** Tag 0x0112 of the first directory of an Exif segment. */
const orientationOf = (bytes: Uint8Array, start: number, end: number): number | undefined => {
  if (ascii(bytes, start, 6) !== "Exif\u0000\u0000") return undefined;
  const tiff = start + 6;
  const view = new DataView(bytes.buffer, bytes.byteOffset + tiff, Math.max(0, end - tiff));
  const little = ascii(bytes, tiff, 2) === "II";
  const short = (at: number) => (at + 2 <= view.byteLength ? view.getUint16(at, little) : 0);
  const directory = view.byteLength >= 8 ? view.getUint32(4, little) : 0;
  const entries = short(directory);
  for (let i = 0; i < entries; i += 1) {
    const entry = directory + 2 + i * 12;
    if (short(entry) !== 0x0112) continue;
    const value = short(entry + 8);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
};
