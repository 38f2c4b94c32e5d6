/*
 * One syllable's postings. First the number of papers and of places; then its spellings: how many, the marks of each,
 * and, where there are several, half a byte for each place that says how the syllable is spelled there. Then the papers
 * in order: gap, twice the count of its places and one more where they take more bytes than places, then so many more.
 * Last the places: gaps between positions, paper by paper. A question reads the papers first, and then only the places
 * of those that hold everything else that was asked. The kernel writes them (`kernel/assembly/kernel.ts`).
 */

/** A term's papers in order, and where each one's places lie. */
export interface PaperList {
  readonly papers: Int32Array;
  /** How many places lie before each paper's, and all. */
  readonly starts: Int32Array;
  /** Where the bytes of each paper's places begin. */
  readonly offsets: Int32Array;
  readonly bytes: Uint8Array;
  /** 1 for each place spelled as asked; absent where any spelling will do. */
  readonly spelled?: Uint8Array | undefined;
}
/** Bytes that a list takes of the memory. */
export const sizeOfList = ({ papers }: PaperList): number => papers.length * 12;

/** Places unpacked: papers in order, and for each a run of ascending positions. */
export interface Postings {
  readonly papers: Int32Array;
  /** Where each paper's positions begin, and the end. */
  readonly starts: Int32Array;
  readonly positions: Int32Array;
  /** 1 for each position spelled as asked; absent where any spelling will do. */
  readonly spelled?: Uint8Array | undefined;
}

/** Half a byte tells so many spellings apart; rarer ones share the last number. */
export const mostSpellings = 15;

/** The ways in which a term is spelled, and which of them each of its places has. */
export interface Spellings {
  /** Marks by their number; at most `mostSpellings`. */
  readonly known: readonly number[];
  /** A number for each place; `mostSpellings` stands for all others. */
  readonly numbers: Uint8Array;
}

/** Numbers spellings in the order in which they are met. */
export const numberSpellings = (marks: Int32Array): Spellings => {
  const known: number[] = [];
  const numbers = Uint8Array.from(marks, (mark) => {
    const number = known.indexOf(mark);
    return number < 0 ? addSpelling(known, mark) : number;
  });
  return { known, numbers };
};

/** The number of a spelling that is new to these. */
const addSpelling = (known: number[], mark: number): number =>
  known.length < mostSpellings ? known.push(mark) - 1 : mostSpellings;

/** The marks of each place, in order: what a merge writes anew. Rare spellings that share a number come back as none of the known. */
export const readSpellings = (bytes: Uint8Array): Int32Array => {
  const { known, numbers, places } = headOf(bytes);
  return Int32Array.from({ length: places }, (_, i) => {
    const number = numbers ? numberAt(numbers, i) : 0;
    return known[number] ?? unknownSpelling;
  });
};
/** No syllable has these marks. */
const unknownSpelling = 0x7ffffff;

const numberAt = (numbers: Uint8Array, i: number) => ((numbers[i >> 1] as number) >> ((i & 1) * 4)) & 15;

const headOf = (bytes: Uint8Array) => {
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

/** How many places a term has in all its papers. */
export const countPlaces = (bytes: Uint8Array): number => headOf(bytes).places;

/** Says of a spelling's marks whether they are as asked. */
export type Fits = (marks: number) => boolean;

/** The number of a varint that does not fit into its first byte. Read apart: most do. */
const readLong = (bytes: Uint8Array, at: number): number => {
  let value = (bytes[at] as number) & 0x7f;
  for (let i = 1; ; i += 1) {
    const byte = bytes[at + i] as number;
    value |= (byte & 0x7f) << (7 * i);
    if (byte < 0x80) return value;
  }
};
const lengthOf = (value: number): number => {
  let length = 2;
  for (let rest = value >>> 14; rest > 0; rest >>>= 7) length += 1;
  return length;
};

/** How many papers hold a term: the first thing that its postings say. */
export const countPapers = (bytes: Uint8Array): number => {
  const first = bytes[0] as number;
  return first > 0x7f ? readLong(bytes, 0) : first;
};

/** The papers of a term, without their places. */
export const readPapers = (bytes: Uint8Array): PaperList => {
  const { at: from, papers: count } = headOf(bytes);
  const papers = new Int32Array(count);
  const starts = new Int32Array(count + 1);
  const offsets = new Int32Array(count);
  let at = from;
  let paper = 0;
  let start = 0;
  let offset = 0;
  for (let i = 0; i < count; i += 1) {
    let gap = bytes[at++] as number;
    if (gap > 0x7f) {
      gap = readLong(bytes, at - 1);
      at += lengthOf(gap) - 1;
    }
    paper += gap;
    let of = bytes[at++] as number;
    if (of > 0x7f) {
      of = readLong(bytes, at - 1);
      at += lengthOf(of) - 1;
    }
    papers[i] = paper;
    offsets[i] = offset;
    start += of >> 1;
    offset += of >> 1;
    starts[i + 1] = start;
    if ((of & 1) === 0) continue;
    let more = bytes[at++] as number;
    if (more > 0x7f) {
      more = readLong(bytes, at - 1);
      at += lengthOf(more) - 1;
    }
    offset += more;
  }
  for (let i = 0; i < count; i += 1) (offsets[i] as number) += at;
  return { papers, starts, offsets, bytes };
};

/** 1 for each of a term's places that is spelled as asked. */
export const readSpelled = (bytes: Uint8Array, fits: Fits): Uint8Array => {
  const { known, numbers, places } = headOf(bytes);
  const fit = known.map((marks) => (fits(marks) ? 1 : 0));
  const spelled = new Uint8Array(places);
  if (!numbers) spelled.fill(fit[0] ?? 0);
  else for (let i = 0; i < places; i += 1) spelled[i] = fit[numberAt(numbers, i)] ?? 0;
  return spelled;
};

/** The places of the papers that are marked, or of all. */
export const readPlaces = (list: PaperList, wanted?: Uint8Array): Postings => {
  const { papers: all, starts: from, offsets, bytes, spelled: allSpelled } = list;
  let count = 0;
  let places = 0;
  for (let i = 0; i < all.length; i += 1) {
    if (wanted && wanted[all[i] as number] !== 1) continue;
    count += 1;
    places += (from[i + 1] as number) - (from[i] as number);
  }
  const papers = new Int32Array(count);
  const starts = new Int32Array(count + 1);
  const positions = new Int32Array(places);
  const spelled = allSpelled && new Uint8Array(places);
  let taken = 0;
  let filled = 0;
  for (let i = 0; i < all.length; i += 1) {
    const paper = all[i] as number;
    if (wanted && wanted[paper] !== 1) continue;
    let at = offsets[i] as number;
    let position = 0;
    const end = from[i + 1] as number;
    for (let place = from[i] as number; place < end; place += 1) {
      let gap = bytes[at++] as number;
      if (gap > 0x7f) {
        gap = readLong(bytes, at - 1);
        at += lengthOf(gap) - 1;
      }
      position += gap;
      positions[filled] = position;
      if (spelled) spelled[filled] = (allSpelled as Uint8Array)[place] as number;
      filled += 1;
    }
    papers[taken] = paper;
    taken += 1;
    starts[taken] = filled;
  }
  return { papers, starts, positions, spelled };
};
