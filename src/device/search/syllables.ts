import { foldUnits, isWordUnit, marksOf, stringOf, unitKinds, unitKindTable } from "../../domain/vietnamese";
import { widened } from "./byte-list";
import { addSpelling } from "./postings";
import { maxTermLength, termOf } from "./segment";

/** Two FNV-1a hashes with primes of their own: their 64 bits stand for a run of units. */
const basis = 0x811c9dc5 | 0;
const firstPrime = 0x01000193;
const secondPrime = 0x85ebca6b | 0;

const unknown = -1;
/** Both hashes, and one more than the number; the fourth is left free, so that a slot lies in one line of the cache. */
const slotBits = 2;

/**
 * The number of each run by its hashes: a look-up touches one place of the memory. Among a hundred thousand runs two
 * have the same 64 bits once in billions of phones, and then a search finds one paper too many. A class for the reason
 * that `ByteList` is one.
 */
class RunNumbers {
  // Room for what a commune's papers hold: code that was optimised for an array is given up when it is exchanged.
  private slots = new Int32Array(1 << (16 + slotBits));
  private count = 0;

  find(first: number, second: number): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let at = slotOf(first) & mask;
    for (let next = slots[at + 2] as number; next !== 0; next = slots[at + 2] as number) {
      if (slots[at] === first && slots[at + 1] === second) return next - 1;
      at = (at + 4) & mask;
    }
    return unknown;
  }

  add(first: number, second: number, number: number): void {
    this.count += 1;
    if (this.count << (slotBits + 1) > this.slots.length) {
      const before = this.slots;
      this.slots = new Int32Array(before.length * 2);
      for (let i = 0; i < before.length; i += 4)
        if (before[i + 2] !== 0)
          this.place(before[i] as number, before[i + 1] as number, before[i + 2] as number);
    }
    this.place(first, second, number + 1);
  }

  private place(first: number, second: number, value: number): void {
    const { slots } = this;
    const mask = slots.length - 1;
    let at = slotOf(first) & mask;
    while (slots[at + 2] !== 0) at = (at + 4) & mask;
    slots[at] = first;
    slots[at + 1] = second;
    slots[at + 2] = value;
  }
}

/** The low bits choose the slot: stir the high ones in. */
const slotOf = (hash: number) => (hash ^ (hash >>> 15)) << slotBits;

/**
 * Syllables met so far, as they are written: "Bộ", "bộ" and "bò" have a number each, and share a term. What folding makes
 * of each is found out once; after that a text costs a look at each of its letters and a look-up for each syllable.
 */
export class Syllables {
  /** So many ways of writing were met. */
  count = 0;
  /** Folded syllables, as an index holds them. */
  readonly terms: string[] = [];
  /** Of each term the ways in which it is spelled, by their marks. */
  readonly spellings: number[][] = [];
  /** The term of each syllable as written; which of its spellings that is. */
  termOf = new Int32Array(1 << 15);
  spellingOf = new Uint8Array(1 << 15);
  private readonly runs = new RunNumbers();
  /** Of each term the numbers of its ways of writing, by their spellings. */
  private readonly numbers: (number | undefined)[][] = [];
  private readonly termNumbers = new Map<string, number>();
  private readonly kinds = unitKindTable();
  private readonly marks = new Uint8Array(64);
  private readonly units = new Uint16Array(64);

  /** Writes the numbers of a text's syllables from `length` on; returns where they end. There must be room for one of each two units. */
  read(text: string, into: Int32Array, length: number): number {
    const { kinds } = this;
    let filled = length;
    let start = 0;
    let first = basis;
    let second = basis;
    let plain = true;
    for (let i = 0; i <= text.length; i += 1) {
      const code = i < text.length ? text.charCodeAt(i) : 0x20;
      const kind = code < kinds.length ? kinds[code] : unitKinds.apart;
      if (kind === unitKinds.inside) {
        first = Math.imul(first ^ code, firstPrime);
        second = Math.imul(second ^ code, secondPrime);
        continue;
      }
      if (kind === unitKinds.apart) {
        plain = false;
        continue;
      }
      if (i > start) {
        const number = plain ? this.runs.find(first, second) : unknown;
        if (number !== unknown) into[filled++] = number;
        else {
          const end = this.readSlowly(text.slice(start, i), into, filled);
          // Nothing is left of a run of invisible characters: that is not worth knowing.
          if (plain && end > filled) this.runs.add(first, second, into[filled] as number);
          filled = end;
        }
      }
      start = i + 1;
      first = basis;
      second = basis;
      plain = true;
    }
    return filled;
  }

  /** Zeros, so many at least: most runs are a syllable, for which nothing need be made. */
  private marksFor(length: number): Uint8Array {
    if (length > this.marks.length) return new Uint8Array(length);
    this.marks.fill(0, 0, length);
    return this.marks;
  }

  /** A run that was not met, or holds something rare: folded, and numbered by what comes of it. */
  private readSlowly(text: string, into: Int32Array, length: number): number {
    const marks = this.marksFor(text.length + 1);
    const units = foldUnits(text, marks, this.units);
    let filled = length;
    let start = 0;
    for (let i = 0; i <= units.length; i += 1) {
      if (i < units.length && isWordUnit(units[i] as number)) continue;
      if (i > start) {
        const term = termOf(stringOf(units.subarray(start, Math.min(i, start + maxTermLength))));
        into[filled++] = this.numberOf(term, marksOf(marks, start, i));
      }
      start = i + 1;
    }
    return filled;
  }

  private numberOf(term: string, marks: number): number {
    const id = this.termNumbers.get(term) ?? this.terms.length;
    if (id === this.terms.length) {
      this.termNumbers.set(term, id);
      this.terms.push(term);
      this.spellings.push([]);
      this.numbers.push([]);
    }
    const known = this.spellings[id] as number[];
    const before = known.indexOf(marks);
    const spelling = before < 0 ? addSpelling(known, marks) : before;
    const numbers = this.numbers[id] as (number | undefined)[];
    const met = numbers[spelling];
    if (met !== undefined) return met;
    const number = this.count;
    this.count += 1;
    numbers[spelling] = number;
    if (number === this.termOf.length) {
      this.termOf = widened(Int32Array, this.termOf);
      this.spellingOf = widened(Uint8Array, this.spellingOf);
    }
    this.termOf[number] = id;
    this.spellingOf[number] = spelling;
    return number;
  }
}
