import type { ByteList } from "./byte-list";

/*
 * One syllable's postings. First the number of papers and of places; then its spellings: how many, the marks of each,
 * and, where there are several, half a byte for each place that says how the syllable is spelled there. Then the papers
 * in order: gap, count, gaps between positions. A question without marks steps over the spellings.
 */

/** A term's postings unpacked: papers in order, and for each a run of ascending positions. */
export interface Postings {
  readonly papers: Int32Array;
  /** Where each paper's positions begin, and the end. */
  readonly starts: Int32Array;
  readonly positions: Int32Array;
  /** 1 for each position spelled as asked; absent where any spelling will do. */
  readonly spelled?: Uint8Array;
}

/** Half a byte tells so many spellings apart; rarer ones share the last number. */
const otherSpelling = 15;

/** Writes what comes before a term's papers: how many there are, and the marks at each of its places in order. */
export const writeSpellings = (out: ByteList, papers: number, marks: Int32Array): void => {
  out.push(papers);
  out.push(marks.length);
  const known: number[] = [];
  const numbers = new Uint8Array(marks.length + 1);
  let last = -1;
  let number = 0;
  for (let i = 0; i < marks.length; i += 1) {
    const mark = marks[i] as number;
    if (mark !== last) {
      number = known.indexOf(mark);
      if (number < 0) {
        number = known.length;
        if (number < otherSpelling) known.push(mark);
      }
      last = mark;
    }
    numbers[i] = number;
  }
  out.push(known.length);
  for (const mark of known) out.push(mark);
  if (known.length < 2) return;
  for (let i = 0; i < marks.length; i += 2)
    out.pushByte((numbers[i] as number) | ((numbers[i + 1] as number) << 4));
};

/** The marks of each place, in order: what a merge writes anew. Rare spellings that share a number come back as none of the known. */
export const readSpellings = (bytes: Uint8Array): Int32Array => {
  const { known, numbers, places } = spellingsOf(bytes);
  return Int32Array.from({ length: places }, (_, i) => {
    const number = numbers ? numberAt(numbers, i) : 0;
    return known[number] ?? unknownSpelling;
  });
};
/** No syllable has these marks. */
const unknownSpelling = 0x7ffffff;

const numberAt = (numbers: Uint8Array, i: number) => ((numbers[i >> 1] as number) >> ((i & 1) * 4)) & 15;

const spellingsOf = (bytes: Uint8Array) => {
  let at = 0;
  const next = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] as number;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const papers = next();
  const places = next();
  const known = Array.from({ length: next() }, next);
  if (known.length < 2) return { papers, places, known, at };
  const length = (places + 1) >> 1;
  return { papers, places, known, numbers: bytes.subarray(at, at + length), at: at + length };
};

/** Says of a spelling's marks whether they are as asked. */
export type Fits = (marks: number) => boolean;

/** Reads numbers out of bytes. A question reads hundreds of thousands, so they are read here and nowhere else, without a call each. */
export const readPostings = (bytes: Uint8Array, fits?: Fits): Postings => {
  const { known, numbers, at: from, papers: paperCount, places } = spellingsOf(bytes);
  const { length } = bytes;
  const papers = new Int32Array(paperCount);
  const starts = new Int32Array(paperCount + 1);
  const positions = new Int32Array(places);
  let at = from;
  let count = 0;
  let filled = 0;
  let paper = 0;
  while (at < length) {
    let value = bytes[at++] as number;
    if (value > 0x7f) {
      value &= 0x7f;
      let shift = 7;
      let byte = 0x80;
      while (byte > 0x7f) {
        byte = bytes[at++] as number;
        value |= (byte & 0x7f) << shift;
        shift += 7;
      }
    }
    paper += value;
    papers[count] = paper;
    starts[count] = filled;
    count += 1;
    let left = bytes[at++] as number;
    if (left > 0x7f) {
      left &= 0x7f;
      let shift = 7;
      let byte = 0x80;
      while (byte > 0x7f) {
        byte = bytes[at++] as number;
        left |= (byte & 0x7f) << shift;
        shift += 7;
      }
    }
    let position = 0;
    for (; left > 0; left -= 1) {
      let gap = bytes[at++] as number;
      if (gap > 0x7f) {
        gap &= 0x7f;
        let shift = 7;
        let byte = 0x80;
        while (byte > 0x7f) {
          byte = bytes[at++] as number;
          gap |= (byte & 0x7f) << shift;
          shift += 7;
        }
      }
      position += gap;
      positions[filled] = position;
      filled += 1;
    }
  }
  starts[count] = filled;
  const read = { papers, starts, positions };
  if (!fits) return read;
  const fit = known.map((marks) => (fits(marks) ? 1 : 0));
  const spelled = new Uint8Array(filled);
  if (!numbers) spelled.fill(fit[0] ?? 0);
  else for (let i = 0; i < filled; i += 1) spelled[i] = fit[numberAt(numbers, i)] ?? 0;
  return { ...read, spelled };
};
