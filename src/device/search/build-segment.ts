import { searchKey } from "../../domain/document-number";
import { foldUnits, isWordUnit, shapeOf, stringOf } from "../../domain/vietnamese";
import { ByteList, widened } from "./byte-list";
import { writeSpellings } from "./postings";
import { maxTermLength, packSegment, termOf } from "./segment";

/** A paper as it is to be found. */
export interface IndexedPaper {
  readonly id: string;
  /** Số ký hiệu as printed. */
  readonly number?: string;
  /** `YYYY-MM-DD`. */
  readonly issuedOn?: string;
  readonly abstract?: string;
  /** Plain text, as `plainText` gives it. */
  readonly text: string;
}

/** FNV-1a. */
const offsetBasis = 0x811c9dc5 | 0;

/**
 * Terms met so far, by their letters: open addressing over the folded units themselves, no string a syllable. A class
 * for the reason that `ByteList` is one.
 */
class Terms {
  readonly names: string[] = [];
  private hashes = new Int32Array(1 << 12);
  private slots = new Int32Array(1 << 13);
  private letters = new Uint16Array(1 << 15);
  /** Where each term's letters begin, and the last ends. */
  private starts = new Int32Array((1 << 12) + 1);

  idAt(hash: number, units: Uint16Array, start: number, end: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    const length = Math.min(end - start, maxTermLength);
    let at = hash & mask;
    for (let id = slots[at] as number; id !== 0; id = slots[at] as number) {
      if (this.hashes[id - 1] === hash && this.isAt(id - 1, units, start, length)) return id - 1;
      at = (at + 1) & mask;
    }
    return this.add(hash, at, units.subarray(start, start + length));
  }

  private isAt(id: number, units: Uint16Array, start: number, length: number): boolean {
    const { letters, starts } = this;
    const from = starts[id] as number;
    if ((starts[id + 1] as number) - from !== length) return false;
    for (let i = 0; i < length; i += 1) if (letters[from + i] !== units[start + i]) return false;
    return true;
  }

  private add(hash: number, slot: number, term: Uint16Array): number {
    const id = this.names.length;
    const from = this.starts[id] as number;
    const to = from + term.length;
    if (to > this.letters.length) this.letters = widened(Uint16Array, this.letters);
    this.letters.set(term, from);
    this.starts[id + 1] = to;
    this.names.push(stringOf(term));
    this.hashes[id] = hash;
    this.slots[slot] = id + 1;
    if (this.names.length * 2 > this.slots.length) this.grow();
    return id;
  }

  private grow(): void {
    const slots = new Int32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let id = 0; id < this.names.length; id += 1) {
      let at = (this.hashes[id] as number) & mask;
      while (slots[at] !== 0) at = (at + 1) & mask;
      slots[at] = id + 1;
    }
    this.slots = slots;
    this.hashes = widened(Int32Array, this.hashes);
    this.starts = widened(Int32Array, this.starts);
  }
}

/** Stands between an abstract and its text, so that no phrase is found across. */
const gap = -1;

/** Term ids of many papers in a row, and the marks of each syllable. */
interface Stream {
  ids: Int32Array<ArrayBuffer>;
  marks: Int32Array<ArrayBuffer>;
  length: number;
}

/** Appends a text's syllables. */
const addText = (stream: Stream, terms: Terms, text: string): void => {
  const typed = new Uint8Array(text.length + 1);
  const units = foldUnits(text, typed);
  // Two syllables have something between them.
  while (stream.length + (units.length >> 1) + 2 > stream.ids.length) {
    stream.ids = widened(Int32Array, stream.ids);
    stream.marks = widened(Int32Array, stream.marks);
  }
  const { ids, marks } = stream;
  let { length } = stream;
  let start = 0;
  let hash = offsetBasis;
  let shape = 0;
  let tone = 0;
  for (let i = 0; i <= units.length; i += 1) {
    const unit = i < units.length ? (units[i] as number) : 0x20;
    if (isWordUnit(unit)) {
      const at = i - start;
      if (at < maxTermLength) hash = Math.imul(hash ^ unit, 0x01000193);
      const mark = typed[i] as number;
      if (mark !== 0) {
        shape += shapeOf(mark, at);
        if (mark > 7) tone = mark >> 3;
      }
      continue;
    }
    if (i > start) {
      // The low bits choose the slot: stir the high ones in.
      ids[length] = terms.idAt(hash ^ (hash >>> 15), units, start, i);
      marks[length] = shape + tone;
      length += 1;
    }
    start = i + 1;
    hash = offsetBasis;
    shape = 0;
    tone = 0;
  }
  stream.length = length;
};

/**
 * Indexes a batch of papers. One pass over each folded text; about half a millisecond for 20 kB on a desktop core, so
 * that a first sync does not wait for it.
 */
export const buildSegment = (papers: readonly IndexedPaper[]): Uint8Array<ArrayBuffer> => {
  const terms = new Terms();
  const stream: Stream = {
    ids: new Int32Array(1 << 14),
    marks: new Int32Array(1 << 14),
    length: 0,
  };
  const lengths = new Uint32Array(papers.length * 2);
  const starts = new Uint32Array(papers.length + 1);
  for (const [i, { abstract, text }] of papers.entries()) {
    const from = stream.length;
    if (abstract) addText(stream, terms, abstract);
    lengths[i * 2 + 1] = stream.length - from;
    stream.ids[stream.length] = gap;
    stream.length += 1;
    addText(stream, terms, text);
    lengths[i * 2] = stream.length - from - 1;
    starts[i + 1] = stream.length;
  }
  const names = terms.names.map(termOf);
  const order = new Uint32Array(names.keys()).sort((a, b) =>
    (names[a] as string) < (names[b] as string) ? -1 : 1,
  );
  const placed = placesByTerm(stream, names.length);
  return packSegment({
    names: papers.map(
      ({ id, number, issuedOn = "" }) => [id, number ? searchKey(number) : "", issuedOn] as const,
    ),
    lengths,
    terms: Array.from(order, (id) => names[id] as string),
    ...writePostings(placed, stream, starts, order),
  });
};

/** From papers with their terms to terms with their papers: the places of each term in the stream, by a counting sort. */
const placesByTerm = ({ ids, length }: Stream, termCount: number) => {
  const ends = new Uint32Array(termCount + 1);
  for (let i = 0; i < length; i += 1) if (ids[i] !== gap) (ends[(ids[i] as number) + 1] as number) += 1;
  for (let i = 1; i <= termCount; i += 1) (ends[i] as number) += ends[i - 1] as number;
  const filled = ends.slice();
  const places = new Uint32Array(length);
  for (let i = 0; i < length; i += 1) {
    const id = ids[i] as number;
    if (id === gap) continue;
    places[filled[id] as number] = i;
    (filled[id] as number) += 1;
  }
  return { places, ends };
};

/** The terms' postings in their order, and where each begins. */
const writePostings = (
  { places, ends }: ReturnType<typeof placesByTerm>,
  { marks }: Stream,
  starts: Uint32Array,
  order: Uint32Array,
) => {
  const out = new ByteList();
  const postingOffsets = new Uint32Array(order.length + 1);
  for (let i = 0; i < order.length; i += 1) {
    const id = order[i] as number;
    const [from, to] = [ends[id] as number, ends[id + 1] as number];
    const spellings = new Int32Array(to - from);
    for (let at = from; at < to; at += 1) spellings[at - from] = marks[places[at] as number] as number;
    writeSpellings(out, countPapers(places, starts, from, to), spellings);
    writeTerm(out, places, starts, from, to);
    postingOffsets[i + 1] = out.length;
  }
  return { postingOffsets, postings: out.finish() };
};

const countPapers = (places: Uint32Array, starts: Uint32Array, from: number, to: number): number => {
  let count = 0;
  let paper = 0;
  let until = 0;
  for (let at = from; at < to; at += 1) {
    const place = places[at] as number;
    if (place < until) continue;
    while (place >= (starts[paper + 1] as number)) paper += 1;
    until = starts[paper + 1] as number;
    count += 1;
  }
  return count;
};

/** One term's places as its papers: gap, count, gaps between positions. */
const writeTerm = (out: ByteList, places: Uint32Array, starts: Uint32Array, from: number, to: number) => {
  let paper = 0;
  let lastPaper = 0;
  for (let at = from; at < to; ) {
    while ((places[at] as number) >= (starts[paper + 1] as number)) paper += 1;
    const until = starts[paper + 1] as number;
    let next = at + 1;
    while (next < to && (places[next] as number) < until) next += 1;
    out.push(paper - lastPaper);
    out.push(next - at);
    for (let last = starts[paper] as number; at < next; at += 1) {
      out.push((places[at] as number) - last);
      last = places[at] as number;
    }
    lastPaper = paper;
  }
};
