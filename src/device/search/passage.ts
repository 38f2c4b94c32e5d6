import {
  foldUnits,
  foldVietnamese,
  isWordUnit,
  marksOf,
  stringOf,
  unitKinds,
  unitKindTable,
  words as wordsOf,
} from "../../domain/vietnamese";
import { type Asked, readQuery } from "./read-query";
import { termOf } from "./segment";
import { isOneSlip, type Vocabulary } from "./vocabulary";

/** A piece of a text, and whether it was asked for. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

/** The place in a text that holds best what was asked. */
export interface Passage {
  /** The number of its block. */
  readonly block: number;
  /** Where in the block the words stand. */
  readonly hits: readonly Span[];
  readonly pieces: readonly Piece[];
}

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Folded {
  readonly term: string;
  /** What folding took off it, as one number. */
  readonly marks: number;
}

/** A run of letters in its own text. */
interface Word extends Span, Folded {}

/** About so many letters of a passage are shown, of them so many before the first word that was asked for. */
const shownLetters = 160;
const lettersBefore = 48;
/** Blocks longer than this are looked at up to here: a file may hold megabytes without a break. */
const longestBlock = 20_000;
/** So many letters of a paper are looked through for its passage; what comes after, only where it may hold all of it. */
const mostLetters = 400_000;
/** Words further apart than this are not one place. */
const widestPlace = 30;

/** What folding makes of words met before: a paper has a few hundred, and says them again and again. */
const folded = new Map<string, Folded>();
const mostFolded = 20_000;

/** A word as the index knows it; its term is empty where nothing is left of it. */
const foldWord = (word: string): Folded => {
  const known = folded.get(word);
  if (known !== undefined) return known;
  const marks = new Uint8Array(word.length + 1);
  const units = foldUnits(word, marks);
  const made = {
    term: termOf(stringOf(units.filter(isWordUnit))),
    marks: marksOf(marks, 0, units.length),
  };
  if (folded.size >= mostFolded) folded.clear();
  folded.set(word, made);
  return made;
};

/** Words with where they stand. Folding may drop letters, so each is folded by itself. */
const wordsIn = (whole: string): Word[] => {
  const text = whole.slice(0, longestBlock);
  const kinds = unitKindTable();
  const found: Word[] = [];
  const add = (from: number, to: number) => {
    const { term, marks } = foldWord(text.slice(from, to));
    if (term !== "") found.push({ from, to, term, marks });
  };
  let start = 0;
  let plain = true;
  for (let i = 0; i <= text.length; i += 1) {
    const code = i < text.length ? text.charCodeAt(i) : 0x20;
    const kind = kinds[code] ?? unitKinds.apart;
    if (kind === unitKinds.inside) continue;
    if (kind === unitKinds.apart) {
      plain = false;
      continue;
    }
    if (i > start && plain) add(start, i);
    // Marks, and what has no width, stand inside words.
    else if (i > start)
      for (const { 0: word, index } of text.slice(start, i).matchAll(/[\p{L}\p{N}\p{M}\p{Cf}]+/gu))
        add(start + index, start + index + word.length);
    start = i + 1;
    plain = true;
  }
  return found;
};

/** One syllable of a question, as far as one text is concerned. */
interface AskedHere extends Asked {
  /** This text holds it with the marks it was typed with: other spellings of it are other words. */
  readonly spelled: boolean;
}

const isAsked = ({ term }: Folded, one: Asked): boolean =>
  term === one.term || term === one.alias || (one.halfTyped && term.startsWith(one.term));

const isSpelled = ({ term, marks }: Folded, one: Asked): boolean =>
  // A numeral in its other writing has no marks to compare.
  one.fits === undefined || term === one.alias || one.fits(marks);

/** Says of a word which of the asked syllables it is, -1 for none; each is looked at once. */
const createWhich = (asked: readonly AskedHere[]): ((word: Folded) => number) => {
  const known = new Map<string, number>();
  const which = (word: Folded): number => {
    const exact = asked.findIndex((one) => isAsked(word, one) && (!one.spelled || isSpelled(word, one)));
    return exact >= 0 ? exact : asked.findIndex((one) => one.forgiven && isOneSlip(word.term, one.term));
  };
  return (word) => {
    const key = `${word.term} ${word.marks}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const found = which(word);
    known.set(key, found);
    return found;
  };
};

/** Words that stand together say what is sought more than anything else does. */
const pairWorth = 8;

/**
 * What each asked syllable is worth to a place: more where it is spelled as it was typed ("lũ", not "Lự"), and a little
 * more where the text seldom has it: "Đảng" stands in every head of a paper.
 */
const worthsOf = (asked: readonly AskedHere[], which: readonly (readonly number[])[]): readonly number[] => {
  const counts = asked.map(() => 0);
  for (const terms of which) for (const one of terms) if (one >= 0) (counts[one] as number) += 1;
  return asked.map(({ spelled }, i) => (spelled ? 10 : 6) + 3 / Math.max(1, counts[i] ?? 1));
};

interface Place {
  readonly worth: number;
  /** Numbers of the words that were asked for, in order. */
  readonly words: readonly number[];
}

/** The best place of one block: as many different syllables as possible, and those in the order asked. */
const bestPlace = (terms: readonly number[], worths: readonly number[]): Place | undefined => {
  const hits = terms.flatMap((which, at) => (which >= 0 ? [at] : []));
  let best: Place | undefined;
  for (let first = 0; first < hits.length; first += 1) {
    const start = hits[first] as number;
    const words = hits.slice(first).filter((at) => at - start <= widestPlace);
    const kinds = new Set(words.map((at) => terms[at]));
    const pairs = words.filter(
      (at, i) => words[i + 1] === at + 1 && (terms[at + 1] ?? 0) === (terms[at] ?? 0) + 1,
    );
    const held = [...kinds].reduce<number>((sum, kind) => sum + (worths[kind ?? -1] ?? 0), 0);
    const worth =
      held + Math.min(pairs.length, worths.length) * pairWorth - ((words.at(-1) ?? start) - start) / 10;
    if (!best || worth > best.worth) best = { worth, words };
    if (first > 400) break;
  }
  return best;
};

/** What is marked, words with nothing but white space between them as one: a phrase is a phrase. */
const hitsOf = (text: string, words: readonly Word[], marked: readonly boolean[]): readonly Span[] => {
  const hits: { from: number; to: number }[] = [];
  for (const [i, { from, to }] of words.entries()) {
    if (!marked[i]) continue;
    const last = hits.at(-1);
    if (last && /^\s+$/.test(text.slice(last.to, from))) last.to = to;
    else hits.push({ from, to });
  }
  return hits;
};

/** A stretch of a text with what was asked for marked in it. */
const piecesOf = (text: string, hits: readonly Span[], from: number, to: number) => {
  const pieces: Piece[] = [];
  let at = from;
  for (const hit of hits) {
    const start = Math.max(hit.from, at);
    const end = Math.min(hit.to, to);
    if (end <= start) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), hit: false });
    pieces.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (to > at) pieces.push({ text: text.slice(at, to), hit: false });
  return pieces;
};

/** Cuts a passage out of its block, between words. */
const cut = (
  text: string,
  words: readonly Word[],
  hits: readonly Span[],
  first: number,
): readonly Piece[] => {
  const start = words[first]?.from ?? 0;
  const from =
    start <= lettersBefore ? 0 : (words.find(({ from }) => from >= start - lettersBefore)?.from ?? 0);
  const limit = from + shownLetters;
  const whole = text.length <= limit;
  const last = words.filter(({ to }) => to <= limit).at(-1);
  const to = whole ? text.length : last && last.to > start ? last.to : limit;
  const pieces = piecesOf(text, hits, from, to);
  return [
    ...(from > 0 ? [{ text: "… ", hit: false }] : []),
    ...pieces,
    ...(to < text.length ? [{ text: " …", hit: false }] : []),
  ];
};

/** A text's own words, so that joined syllables are taken apart as the index does. */
const vocabularyOf = (blocks: readonly (readonly Word[])[]): Vocabulary => {
  const counts = new Map<string, number>();
  for (const words of blocks) for (const { term } of words) counts.set(term, (counts.get(term) ?? 0) + 1);
  return {
    has: (term) => counts.has(term),
    weight: (term) => counts.get(term) ?? 0,
    frequent: () => [],
    closeTo: () => [],
  };
};

/** What was asked, as far as this text is concerned: slips are forgiven for words alone that it does not hold. */
const askedIn = (query: string, words: readonly (readonly Word[])[]): readonly AskedHere[] => {
  const vocabulary = vocabularyOf(words);
  const isKnown = (term: string, halfTyped: boolean) =>
    vocabulary.has(term) ||
    (halfTyped && words.some((block) => block.some((word) => word.term.startsWith(term))));
  return readQuery(query, { vocabulary: () => vocabulary, isKnown }).map((one) => ({
    ...one,
    forgiven: one.forgiven && !isKnown(one.term, one.halfTyped),
    spelled: words.some((block) => block.some((word) => isAsked(word, one) && isSpelled(word, one))),
  }));
};

/** The words of each block; far down a long text, of those blocks alone that hold every syllable of the question. */
const wordsOfBlocks = (query: string, blocks: readonly string[]): readonly (readonly Word[])[] => {
  const sought = wordsOf(query);
  const mayHold = (block: string) => {
    const letters = foldVietnamese(block.slice(0, longestBlock));
    return sought.every((one) => letters.includes(one));
  };
  let left = mostLetters;
  return blocks.map((block) => {
    const near = left > 0;
    left -= Math.min(block.length, longestBlock);
    return near || mayHold(block) ? wordsIn(block) : [];
  });
};

/** Where a paper holds best what was asked; undefined where its text holds none of it. */
export const findPassage = (query: string, blocks: readonly string[]): Passage | undefined => {
  const words = wordsOfBlocks(query, blocks);
  const asked = askedIn(query, words);
  const which = createWhich(asked);
  const terms = words.map((block) => block.map(which));
  const worths = worthsOf(asked, terms);
  let best: (Place & { readonly block: number }) | undefined;
  for (const [block, found] of terms.entries()) {
    const place = bestPlace(found, worths);
    if (place && (!best || place.worth > best.worth)) best = { ...place, block };
  }
  if (!best) return undefined;
  const { block } = best;
  const text = blocks[block] ?? "";
  const found = words[block] ?? [];
  const hits = hitsOf(
    text,
    found,
    (terms[block] ?? []).map((which) => which >= 0),
  );
  return { block, hits, pieces: cut(text, found, hits, best.words[0] ?? 0) };
};

/** A line that is shown whole, with the words that were asked for marked. */
export const markWords = (query: string, line: string): readonly Piece[] => {
  const words = wordsIn(line);
  const which = createWhich(askedIn(query, [words]));
  const marked = words.map((word) => which(word) >= 0);
  return piecesOf(line, hitsOf(line, words, marked), 0, line.length);
};
