import { numeralDigits, romanNumeral } from "../../domain/numeral";
import { foldVietnamese, marksFit, type Syllable, syllables } from "../../domain/vietnamese";
import type { Fits } from "./postings";
import { termOf } from "./segment";
import type { Vocabulary } from "./vocabulary";

/** One syllable of a question, as it is looked up. */
export interface Asked {
  readonly term: string;
  /** The same in the other way of writing it: IV for 4. */
  readonly alias?: string | undefined;
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

/** A vowel, or a number, or a symbol right beside its number ("nd30"): other letters alone are no syllable. */
const canStandAlone = (word: string, start: number, end: number): boolean =>
  /^\d+$|[aeiouy]/.test(word.slice(start, end)) || /\d/.test(word.charAt(start - 1) + word.charAt(end));

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
      if (!before || !vocabulary.has(piece) || !canStandAlone(word, start, end)) continue;
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

/** What is counted or lettered: after these stands a numeral, in digits or as Romans wrote it, or a single letter. */
const counted = new Set(
  "bang cap chuong diem hang hoi khoa khoi ky lan loai luc mau muc nhom phan quy thu tiet".split(" "),
);

/** People type "phu luc 4", "quy 3", "cap 4" where papers print IV and III, and the other way round. */
const otherNumeral = (word: string, before: string | undefined): string | undefined => {
  if (!before || !counted.has(before)) return undefined;
  if (/^[1-9]\d?$/.test(word)) return romanNumeral(Number(word)).toLowerCase();
  return /^[ivxl]+$/.test(word) ? numeralDigits(word.toUpperCase()) : undefined;
};

/** A consonant that stands last and alone is a word of which nothing is known yet. */
const withoutStub = (query: string): string => {
  const [, before] = /(\p{L}[\p{L}\p{M}]*)\s+[bcdđghklmnpqrstvx]$/iu.exec(query) ?? [];
  return before && !counted.has(foldVietnamese(before)) ? query.slice(0, -1) : query;
};

/** What a word that no paper holds is a slip of, where that is likelier than words run together. */
const isSlip = (term: string, pieces: readonly string[], vocabulary: Vocabulary): boolean => {
  const [close] = term.length < forgivenLength ? [] : vocabulary.closeTo(term);
  return close !== undefined && pieces.some((piece) => vocabulary.weight(piece) < vocabulary.weight(close));
};

interface QueryReader {
  /** True where some paper holds the term, or one that begins with it. */
  isKnown(term: string, halfTyped: boolean): boolean;
  vocabulary(): Vocabulary;
}

/** What a person typed as syllables to look up: slips that leave no doubt are put right at once. */
export const readQuery = (text: string, { isKnown, vocabulary }: QueryReader): readonly Asked[] => {
  const query = withoutStub(text.slice(0, longestQuery));
  const typed = syllables(query).slice(0, mostSyllables);
  const asked = typed.flatMap((syllable, i): Asked[] => {
    const halfTyped = i === typed.length - 1 && isHalfTyped(syllable.word, query);
    const term = termOf(syllable.word);
    const alias = otherNumeral(syllable.word, typed[i - 1]?.word);
    if (alias || isKnown(term, halfTyped))
      return [{ ...asIs(syllable, term, halfTyped, forgivenLength), alias }];
    const plain = withoutTelex(term);
    if (plain !== term && isKnown(plain, halfTyped))
      return [asIs({ word: plain, marks: 0 }, plain, halfTyped, forgivenLength)];
    const pieces = takeApart(term, vocabulary()) ?? takeApart(plain, vocabulary());
    if (pieces && !isSlip(term, pieces, vocabulary()))
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
