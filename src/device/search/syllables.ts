import { foldUnits, isWordUnit, marksOf, stringOf, unitKindTable } from "../../domain/vietnamese";
import { Kernel } from "./kernel/kernel";
import { mostSpellings } from "./postings";
import { maxTermLength, termOf } from "./segment";

/** Bytes for runs of letters: by how much there is to read at first, as few pages are full of words that were not met before. */
const leastRunRoom = 1 << 16;
const mostRunRoom = 1 << 22;
const runRoomFor = (bytes: number) => {
  let room = leastRunRoom;
  while (room < bytes * 4 && room < mostRunRoom) room *= 2;
  return room;
};
/** Larger than what a first sync takes at once: its memory is not kept for a batch that is never as large again. */
const mostMemory = 48 * 1024 * 1024;
/** Forgets what was met beyond so many ways of writing: texts of random letters must not fill the memory. */
const mostWritten = 1 << 17;

/** The same numbers with as much room again. */
const widened = <A extends Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(
  Kind: new (length: number) => A,
  array: A,
): A => {
  const wider = new Kind(array.length * 2);
  wider.set(array);
  return wider;
};

/** The postings of the terms that a batch holds. */
export interface BatchPostings {
  /** In byte order. */
  readonly terms: readonly string[];
  /** Where the postings of each term begin in `postings`, and their end. */
  readonly postingOffsets: Uint32Array;
  /** A view on the kernel's memory, good until the next batch. */
  readonly postings: Uint8Array;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * Syllables met so far, as they are written: "Bộ", "bộ" and "bò" have a number each, and share a term. What folding makes
 * of each is found out once; after that a text costs the kernel a look at each of its letters and a look-up for each
 * syllable. Holds the texts of one batch at a time, as the numbers of their syllables in a row.
 */
export class Syllables {
  /** Folded syllables, as an index holds them. */
  private readonly terms: string[] = [];
  /** Of each term how many ways it is spelled in, and the marks of each: `mostSpellings` words a term. */
  private known = new Uint8Array(1 << 9);
  private spellings = new Uint32Array(mostSpellings << 9);
  private readonly kernel: Kernel;
  /** So many ways of writing were met. */
  private count = 0;
  /** The term of each syllable as written; which of its spellings that is. */
  private termOf = new Uint32Array(1 << 10);
  private spellingOf = new Uint8Array(1 << 10);
  /** Of each term the numbers of its ways of writing, by their spellings. */
  private readonly numbers: (number | undefined)[][] = [];
  private readonly termNumbers = new Map<string, number>();
  /** Terms in order, as far as they were put in it. */
  private ranked: number[] = [];
  private readonly marks = new Uint8Array(64);
  private readonly units = new Uint16Array(64);
  /** Where the text under way lies in the kernel's memory, and where the stream begins and ends. */
  private readonly textAt: number;
  private textEnd = 0;
  private streamAt = 0;
  private streamEnd = 0;

  /** `bytes`: so much text comes at first. */
  constructor(bytes: number) {
    this.kernel = new Kernel((start, end, stream) => this.meet(start, end, stream));
    const { kernel } = this;
    const kinds = unitKindTable();
    const kindsEnd = kernel.reserve(kernel.start, kinds.length);
    const runRoom = runRoomFor(bytes);
    this.textAt = kernel.reserve(kindsEnd, runRoom);
    kernel.bytes.set(kinds, kernel.start);
    kernel.run.begin(kernel.start, kindsEnd, runRoom);
  }

  /** True where it is better to begin anew. */
  get full(): boolean {
    const { run, bytes } = this.kernel;
    return this.count > mostWritten || bytes.length > mostMemory || run.isFull() !== 0;
  }

  /** So many syllables and gaps stand in this batch so far. */
  get length(): number {
    return (this.streamEnd - this.streamAt) / 4;
  }

  /** Begins a batch whose longest text has so many bytes. */
  begin(longest: number): void {
    this.streamAt = this.kernel.reserve(this.textAt, longest);
    this.streamEnd = this.streamAt;
  }

  /** Adds a plain text. */
  readPlain(text: string): void {
    const room = text.length * 3;
    this.reserveFor(room);
    const { written } = encoder.encodeInto(text, this.kernel.bytes.subarray(this.textAt, this.textAt + room));
    this.textEnd = this.textAt + written;
    this.streamEnd = this.kernel.run.readPlain(this.textAt, this.textEnd, this.streamEnd);
  }

  /** Adds a reading text, JSON in UTF-8. False, and nothing added, where it is not written as our publishing writes it. */
  readReading(json: Uint8Array): boolean {
    this.reserveFor(json.length);
    this.kernel.bytes.set(json, this.textAt);
    this.textEnd = this.textAt + json.length;
    const end = this.kernel.run.readReading(this.textAt, this.textEnd, this.streamEnd);
    if (end === 0) return false;
    this.streamEnd = end;
    return true;
  }

  /** Nothing is found across it. */
  addGap(): void {
    this.kernel.reserve(this.streamEnd, 4);
    this.streamEnd = this.kernel.run.writeGap(this.streamEnd);
  }

  /** Two syllables have something between them: a number for each two bytes, and one more. */
  private reserveFor(bytes: number): void {
    this.kernel.reserve(this.streamEnd, bytes * 2 + 8);
  }

  /** From papers with their syllables to terms with their papers. `starts` says where each paper begins, and where the last ends. */
  writePostings(starts: Uint32Array): BatchPostings {
    const { kernel, count, terms, length } = this;
    let free = this.streamEnd;
    const room = (bytes: number) => {
      const at = free;
      free = kernel.reserve(at, bytes);
      return at;
    };
    const put = (numbers: Uint32Array) => {
      const at = room(numbers.length * 4);
      kernel.words.set(numbers, at / 4);
      return at;
    };
    const putBytes = (numbers: Uint8Array) => {
      const at = room(numbers.length);
      kernel.bytes.set(numbers, at);
      return at;
    };
    const termsAt = put(this.termOf.subarray(0, count));
    const spellingsAt = putBytes(this.spellingOf.subarray(0, count));
    const endsAt = room((terms.length + 1) * 4);
    const filledAt = room(terms.length * 4);
    const places = room(length * 4);
    const spelled = room(length);
    kernel.run.sortByTerm(
      this.streamAt,
      length,
      termsAt,
      spellingsAt,
      endsAt,
      terms.length,
      filledAt,
      places,
      spelled,
    );
    const ends = kernel.words.subarray(endsAt / 4, endsAt / 4 + terms.length + 1);
    const held = Uint32Array.from(this.inOrder()).filter((id) => ends[id] !== ends[id + 1]);
    const order = put(held);
    const startsAt = put(starts);
    const known = putBytes(this.known.subarray(0, terms.length));
    const marks = put(this.spellings.subarray(0, terms.length * mostSpellings));
    const offsets = room(held.length * 4);
    const out = room(kernel.run.roomForTerms(held.length, length));
    const end = kernel.run.writeTerms(
      order,
      held.length,
      endsAt,
      places,
      spelled,
      startsAt,
      known,
      marks,
      mostSpellings,
      offsets,
      out,
    );
    const postingOffsets = new Uint32Array(held.length + 1);
    postingOffsets.set(kernel.words.subarray(offsets / 4, offsets / 4 + held.length), 1);
    return {
      terms: Array.from(held, (id) => terms[id] as string),
      postingOffsets,
      postings: kernel.bytes.subarray(out, end),
    };
  }

  /** All terms in byte order, by their numbers. */
  private inOrder(): readonly number[] {
    const { terms, ranked } = this;
    const first = ranked.length;
    if (first === terms.length) return ranked;
    const before = (a: number, b: number) => (terms[a] as string) < (terms[b] as string);
    const fresh = Array.from({ length: terms.length - first }, (_, i) => first + i).sort((a, b) =>
      before(a, b) ? -1 : 1,
    );
    const merged: number[] = [];
    let old = 0;
    for (const id of fresh) {
      while (old < first && before(ranked[old] as number, id)) merged.push(ranked[old++] as number);
      merged.push(id);
    }
    while (old < first) merged.push(ranked[old++] as number);
    this.ranked = merged;
    return merged;
  }

  /** Called by the kernel: a run of letters that was not met, or holds something rare. */
  private meet(start: number, end: number, stream: number): number {
    const numbers = this.numbersOf(decoder.decode(this.kernel.bytes.subarray(start, end)));
    const until = stream + numbers.length * 4;
    // Some signs stand for several words: then the rest of the text needs more than was reserved.
    this.kernel.reserve(until, (this.textEnd - this.textAt) * 2 + 8);
    this.kernel.words.set(numbers, stream / 4);
    return until;
  }

  /** Zeros, so many at least: most runs are a syllable, for which nothing need be made. */
  private marksFor(length: number): Uint8Array {
    if (length > this.marks.length) return new Uint8Array(length);
    // All of them: some signs fold to more letters than they are long.
    return this.marks.fill(0);
  }

  /** The letters folded, and numbered by what comes of them. */
  private numbersOf(text: string): number[] {
    const marks = this.marksFor(text.length + 1);
    const units = foldUnits(text, marks, this.units);
    const numbers: number[] = [];
    let start = 0;
    for (let i = 0; i <= units.length; i += 1) {
      if (i < units.length && isWordUnit(units[i] as number)) continue;
      if (i > start) {
        const term = termOf(stringOf(units.subarray(start, Math.min(i, start + maxTermLength))));
        numbers.push(this.numberOf(term, marksOf(marks, start, i)));
      }
      start = i + 1;
    }
    return numbers;
  }

  private numberOf(term: string, marks: number): number {
    const id = this.termNumbers.get(term) ?? this.addTerm(term);
    const spelling = this.spellingIn(id, marks);
    const numbers = this.numbers[id] as (number | undefined)[];
    const met = numbers[spelling];
    if (met !== undefined) return met;
    const number = this.count;
    this.count += 1;
    numbers[spelling] = number;
    if (number === this.termOf.length) {
      this.termOf = widened(Uint32Array, this.termOf);
      this.spellingOf = widened(Uint8Array, this.spellingOf);
    }
    this.termOf[number] = id;
    this.spellingOf[number] = spelling;
    return number;
  }

  private addTerm(term: string): number {
    const id = this.terms.length;
    this.termNumbers.set(term, id);
    this.terms.push(term);
    this.numbers.push([]);
    if (id === this.known.length) {
      this.known = widened(Uint8Array, this.known);
      this.spellings = widened(Uint32Array, this.spellings);
    }
    return id;
  }

  /** Which of the term's spellings this is; rare ones share the last number. */
  private spellingIn(id: number, marks: number): number {
    const first = id * mostSpellings;
    const known = this.known[id] as number;
    const before = this.spellings.subarray(first, first + known).indexOf(marks);
    if (before >= 0) return before;
    if (known === mostSpellings) return mostSpellings;
    this.spellings[first + known] = marks;
    this.known[id] = known + 1;
    return known;
  }
}
