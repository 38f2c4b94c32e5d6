import { marksFit, type Syllable, syllables } from "../../domain/vietnamese";
import type { Fits } from "./postings";
import { termOf } from "./segment";
import type { Vocabulary } from "./vocabulary";

/** One syllable of a question, as it is looked up. */
export interface Asked {
  readonly term: string;
  /** May be the beginning of another: the last one, while it is being typed. */
  readonly halfTyped: boolean;
  /** Where it was typed with marks: those spellings come first. */
  readonly fits?: Fits;
  /** A slip of the finger in it is forgiven where too little is found. */
  readonly forgiven: boolean;
}

const longestQuery = 200;
const mostSyllables = 16;

/** Shorter syllables are all one slip from each other. */
const forgivenLength = 4;
/** A syllable that no paper holds is a slip for certain. */
const unknownLength = 3;

/** Keys of the Telex keyboard that was not switched on: "chays ruwngf". No Vietnamese syllable ends in a tone's letter. */
const withoutTelex = (word: string): string =>
  word
    .replace(/dd/g, "d")
    .replace(/([aeo])\1/g, "$1")
    .replace(/([aou])w/g, "$1")
    .replace(/(?<=[aeiouy][a-z]*)[sfrxj]$/, "");

/**
 * A word that no paper holds, taken apart into syllables that some do ("chibo", "nghiquyet57"); undefined where that does
 * not come out even. Fewer pieces are better, then those whose rarest piece is the least rare.
 */
export const takeApart = (word: string, vocabulary: Vocabulary): readonly string[] | undefined => {
  const longest = 7;
  type Split = { readonly pieces: readonly string[]; readonly rarest: number };
  const best: (Split | undefined)[] = [{ pieces: [], rarest: Number.POSITIVE_INFINITY }];
  const isBetter = (a: Split, b: Split | undefined) =>
    !b || a.pieces.length < b.pieces.length || (a.pieces.length === b.pieces.length && a.rarest > b.rarest);
  for (let end = 1; end <= word.length; end += 1)
    for (let start = Math.max(0, end - longest); start < end; start += 1) {
      const before = best[start];
      const piece = word.slice(start, end);
      // A vowel, or a number: letters alone are no syllable.
      if (!before || !vocabulary.has(piece) || !(/^\d+$/.test(piece) || /[aeiouy]/.test(piece))) continue;
      const split = {
        pieces: [...before.pieces, piece],
        rarest: Math.min(before.rarest, vocabulary.weight(piece)),
      };
      if (isBetter(split, best[end])) best[end] = split;
    }
  const whole = best[word.length];
  return whole && whole.pieces.length > 1 ? whole.pieces : undefined;
};

/** The last word may be the beginning of another; not a single letter, nor an organ's two in a number-symbol. */
const isHalfTyped = (word: string, query: string): boolean =>
  !/\s$/.test(query) && (word.length > 2 || (word.length === 2 && !/\d/.test(query)));

interface QueryReader {
  /** True where some paper holds the term, or one that begins with it. */
  isKnown(term: string, halfTyped: boolean): boolean;
  vocabulary(): Vocabulary;
}

/** What a person typed as syllables to look up: slips that leave no doubt are put right at once. */
export const readQuery = (query: string, { isKnown, vocabulary }: QueryReader): readonly Asked[] => {
  const typed = syllables(query.slice(0, longestQuery)).slice(0, mostSyllables);
  const asked = typed.flatMap((syllable, i): Asked[] => {
    const halfTyped = i === typed.length - 1 && isHalfTyped(syllable.word, query);
    const term = termOf(syllable.word);
    if (isKnown(term, halfTyped)) return [asIs(syllable, term, halfTyped, forgivenLength)];
    const plain = withoutTelex(term);
    if (plain !== term && isKnown(plain, halfTyped))
      return [asIs({ word: plain, marks: 0 }, plain, halfTyped, forgivenLength)];
    const pieces = takeApart(term, vocabulary()) ?? takeApart(plain, vocabulary());
    if (pieces)
      return pieces.map((piece, at) => ({
        term: piece,
        halfTyped: halfTyped && at === pieces.length - 1 && piece.length > 2,
        forgiven: false,
      }));
    return [asIs(syllable, term, halfTyped, unknownLength)];
  });
  return asked.slice(0, mostSyllables);
};

const asIs = ({ word, marks }: Syllable, term: string, halfTyped: boolean, from: number): Asked => ({
  term,
  halfTyped,
  forgiven: word.length >= from && !/\d/.test(word),
  ...(marks && { fits: (whole: number) => marksFit(marks, word.length, whole, halfTyped) }),
});
