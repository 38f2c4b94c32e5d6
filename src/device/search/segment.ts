import { stringOf } from "../../domain/vietnamese";

/**
 * A segment: the inverted index of one batch of papers as one run of bytes, so that the phone stores it in the
 * transaction that stores the texts, and a search opens it without unpacking anything.
 *
 *   head      10 × u32: magic, sum of all that follows, papers, terms, then where each part begins: lengths, term
 *             offsets, posting offsets, names, letters; length of the names
 *   lengths   2 × u32 a paper: syllables in all, of them in the abstract
 *   offsets   u32 a term and one more: where the term's letters begin; likewise where its postings begin
 *   names     JSON: [id, number key, day of issue] of each paper
 *   letters   terms in byte order, one after the other
 *   postings  of a term: its spellings, its papers, its places (`postings.ts`); all varints
 *
 * Positions count the abstract's syllables from 0; the text's begin after one place left free.
 */
const magic = 0x33534353;
const headLength = 10;
/** The sum covers everything after itself. */
const summedFrom = 2;

/** Id, number key and day of issue of a paper. */
export type PaperName = readonly [id: string, number: string, day: string];

/** A sum that any damaged byte changes: what a phone's storage gave back wrong must not answer a question. */
const sumOf = (words: Uint32Array, rest: Uint8Array): number => {
  let sum = 0x811c9dc5 | 0;
  for (let i = summedFrom; i < words.length; i += 1) sum = Math.imul(sum ^ (words[i] as number), 0x01000193);
  for (let i = 0; i < rest.length; i += 1) sum = Math.imul(sum ^ (rest[i] as number), 0x01000193);
  return sum >>> 0;
};

export interface SegmentParts {
  readonly names: readonly PaperName[];
  /** Syllables in all and in the abstract, paper by paper. */
  readonly lengths: Uint32Array;
  /** In byte order. */
  readonly terms: readonly string[];
  /** Where the postings of each term begin in `postings`, and their end. */
  readonly postingOffsets: Uint32Array;
  readonly postings: Uint8Array;
}

/** A segment opened for reading: views on its bytes. */
export interface Segment {
  readonly names: readonly PaperName[];
  readonly lengths: Uint32Array;
  readonly termCount: number;
  term(index: number): string;
  /** The first term not before this one. */
  lowerBound(term: string): number;
  /** Bytes of a term's postings. */
  postings(index: number): Uint8Array;
}

const aligned = (n: number) => (n + 3) & ~3;
const wordsOf = (bytes: Uint8Array) =>
  new Uint32Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.byteLength / 4));
const sumOfBytes = (bytes: Uint8Array) => sumOf(wordsOf(bytes), bytes.subarray(bytes.length & ~3));

export const packSegment = (parts: SegmentParts): Uint8Array<ArrayBuffer> => {
  const { names, lengths, terms, postingOffsets, postings } = parts;
  const nameBytes = new TextEncoder().encode(JSON.stringify(names));
  const letterCount = terms.reduce((sum, term) => sum + term.length, 0);
  const lengthsAt = headLength * 4;
  const termsAt = lengthsAt + lengths.length * 4;
  const postingsAt = termsAt + (terms.length + 1) * 4;
  const namesAt = postingsAt + postingOffsets.length * 4;
  const lettersAt = namesAt + aligned(nameBytes.length);
  const bodyAt = lettersAt + aligned(letterCount);
  const bytes = new Uint8Array(bodyAt + postings.length);
  const words = wordsOf(bytes);
  words.set([magic, 0, names.length, terms.length, lengthsAt, termsAt, postingsAt, namesAt, lettersAt]);
  words[9] = nameBytes.length;
  words.set(lengths, lengthsAt / 4);
  bytes.set(nameBytes, namesAt);
  let at = lettersAt;
  for (const [i, term] of terms.entries()) {
    words[termsAt / 4 + i] = at;
    for (let j = 0; j < term.length; j += 1) bytes[at + j] = term.charCodeAt(j);
    at += term.length;
  }
  words[termsAt / 4 + terms.length] = at;
  for (const [i, offset] of postingOffsets.entries()) words[postingsAt / 4 + i] = bodyAt + offset;
  bytes.set(postings, bodyAt);
  words[1] = sumOfBytes(bytes);
  return bytes;
};

/**
 * Throws where the bytes are no segment, of an older form or damaged: they come from this device's own store, so that
 * part of the index is to be built anew.
 */
export const openSegment = (source: Uint8Array): Segment => {
  // Views of whole words need an aligned start; a stored segment has one.
  const bytes = source.byteOffset % 4 === 0 ? source : source.slice();
  const words = wordsOf(bytes);
  if (words[0] !== magic || words[1] !== sumOfBytes(bytes)) throw new Error("not a search segment");
  const part = (from: number, length: number) => words.subarray(from / 4, from / 4 + length);
  const [
    ,
    ,
    papers = 0,
    termCount = 0,
    lengthsAt = 0,
    termsAt = 0,
    postingsAt = 0,
    namesAt = 0,
    lettersAt = 0,
  ] = words;
  const termOffsets = part(termsAt, termCount + 1);
  const postingOffsets = part(postingsAt, termCount + 1);
  // All letters as one string at the first question, of which terms are slices.
  let letters: string | undefined;
  const term = (index: number) => {
    letters ??= stringOf(Uint16Array.from(bytes.subarray(lettersAt, termOffsets[termCount])));
    return letters.slice(
      (termOffsets[index] as number) - lettersAt,
      (termOffsets[index + 1] as number) - lettersAt,
    );
  };
  return {
    names: JSON.parse(new TextDecoder().decode(bytes.subarray(namesAt, namesAt + (words[9] ?? 0)))),
    lengths: part(lengthsAt, papers * 2),
    termCount,
    term,
    lowerBound: (wanted) => {
      let low = 0;
      let high = termCount;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (term(middle) < wanted) low = middle + 1;
        else high = middle;
      }
      return low;
    },
    postings: (index) => bytes.subarray(postingOffsets[index], postingOffsets[index + 1]),
  };
};

const encoder = new TextEncoder();

/** A term as its UTF-8 bytes, one character a byte: so that strings compare as bytes do. */
export const termOf = (word: string): string => {
  for (let i = 0; i < word.length; i += 1)
    if (word.charCodeAt(i) > 0x7f) return String.fromCharCode(...encoder.encode(word));
  return word;
};

/** Longer words are cut: nobody types them, and some files hold whole pages without a space. */
export const maxTermLength = 32;

/** For each segment, 1 for the papers that count: of a paper indexed more than once the latest alone. */
export const latestPapers = (segments: readonly Segment[]): readonly Uint8Array[] => {
  const seen = new Set<string>();
  const marks = segments.map(({ names }) => new Uint8Array(names.length));
  for (let i = segments.length - 1; i >= 0; i -= 1) {
    const names = segments[i]?.names ?? [];
    for (let paper = names.length - 1; paper >= 0; paper -= 1) {
      const id = names[paper]?.[0] ?? "";
      if (seen.has(id)) continue;
      seen.add(id);
      (marks[i] as Uint8Array)[paper] = 1;
    }
  }
  return marks;
};
