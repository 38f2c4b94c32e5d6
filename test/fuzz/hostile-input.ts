import fc from "fast-check";
import { anyText } from "../support/any-text";

/** Pieces that parsers have feelings about: ends of records, numbers too large, names of prototypes, letters without width. */
const nasty = [
  "",
  " ",
  "\n",
  "\r\n",
  "\t",
  "\u0000",
  "\u00a0",
  "\ufeff",
  "\u202e",
  "\ud83d",
  "\u0301",
  ".",
  "-",
  "/",
  "#",
  "%00",
  "%2e%2e/",
  "../",
  "__proto__",
  "constructor",
  "null",
  "NaN",
  "-1",
  "0",
  "9007199254740993",
  "1e400",
  "99999999999999999999",
  "{",
  "}",
  "[",
  "]",
  '"',
  "\\u0000",
  "\\ud800",
  "=",
  "==",
  "A",
  "_",
  "…",
  "Số",
  "MẬT",
  "đồng chí ",
  "ngày ",
] as const;

type Edit = readonly [kind: number, at: number, length: number, piece: string];

const edits = fc.array(
  fc.tuple(
    fc.nat(5),
    fc.nat(0xffff),
    fc.oneof(fc.nat(3), fc.nat(60)),
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom<string>(...nasty) },
      { weight: 1, arbitrary: anyText(8) },
    ),
  ),
  { minLength: 1, maxLength: 4 },
);

/** One edit: cut out, put in, put over, cut off, say again, or change one unit. */
const edited = (text: string, [kind, where, length, piece]: Edit): string => {
  const at = Math.floor((where / 0x10000) * (text.length + 1));
  switch (kind) {
    case 0:
      return text.slice(0, at) + text.slice(at + length);
    case 1:
      return text.slice(0, at) + piece + text.slice(at);
    case 2:
      return text.slice(0, at) + piece + text.slice(at + piece.length);
    case 3:
      return text.slice(0, at);
    case 4:
      return text.slice(0, at) + text.slice(Math.max(0, at - length)) + text.slice(at);
    default:
      return (
        text.slice(0, at) +
        String.fromCharCode((text.charCodeAt(at) || 0) ^ (1 << (length % 8))) +
        text.slice(at + 1)
      );
  }
};

/** The same short piece over and over: what makes a pattern that tries everything try everything. */
const repeated = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      anyText(6),
      fc.constantFrom<string>(...nasty),
      fc.constantFrom<string>(...nasty),
      fc.nat(maxLength),
      anyText(3),
    )
    .map(([before, one, other, length, after]) => {
      const piece = one + other || " ";
      return (before + piece.repeat(Math.ceil(length / piece.length)) + after).slice(0, maxLength);
    });

/** Valid texts damaged a little, texts of one piece, and any texts at all. */
export const hostileText = (samples: readonly string[], maxLength = 2000): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.constantFrom(...samples), edits)
        .map(([sample, all]) =>
          all.reduce((text, one) => edited(text, one), sample).slice(0, 2 * 1024 * 1024),
        ),
    },
    { weight: 1, arbitrary: fc.constantFrom(...samples) },
    { weight: 2, arbitrary: repeated(maxLength) },
    { weight: 2, arbitrary: anyText(60) },
  );

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

/** Files damaged in the same ways, byte by byte. */
export const hostileBytes = (
  samples: readonly Uint8Array[],
  maxLength = 4000,
): fc.Arbitrary<Uint8Array<ArrayBuffer>> =>
  hostileText(samples.map(latin), maxLength).map((text) => new Uint8Array(Buffer.from(text, "latin1")));
