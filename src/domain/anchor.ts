import { foldVietnamese } from "./vietnamese";

/*
 * Where a highlight or a note belongs: blocks and offsets, with the words themselves and what stands around them, so that
 * it is found again in a text that was replaced.
 */

/** From a place in one block up to a place in the same block or a later one. Offsets count in `blockText`. */
export interface Passage {
  readonly block: number;
  readonly from: number;
  readonly endBlock: number;
  readonly to: number;
}

export interface Anchor extends Passage {
  readonly quote: string;
  readonly before: string;
  readonly after: string;
}

const aroundLength = 40;
/** Enough to know a passage by; a whole paper marked at once is not copied into its own note. */
const longestQuote = 8000;

/** The words of a passage, one line a block. */
export const passageText = (lines: readonly string[], { block, from, endBlock, to }: Passage): string => {
  if (block === endBlock) return (lines[block] ?? "").slice(from, to);
  return [
    (lines[block] ?? "").slice(from),
    ...lines.slice(block + 1, endBlock),
    (lines[endBlock] ?? "").slice(0, to),
  ].join("\n");
};

export const anchorOf = (lines: readonly string[], passage: Passage): Anchor => ({
  ...passage,
  quote: passageText(lines, passage).slice(0, longestQuote),
  before: (lines[passage.block] ?? "").slice(Math.max(0, passage.from - aroundLength), passage.from),
  after: (lines[passage.endBlock] ?? "").slice(passage.to, passage.to + aroundLength),
});

/** How much of the end of one stands at the end of the other, in letters. */
const sameEnd = (a: string, b: string): number => {
  let same = 0;
  while (same < a.length && same < b.length && a.at(-1 - same) === b.at(-1 - same)) same += 1;
  return same;
};
const sameStart = (a: string, b: string): number => {
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same += 1;
  return same;
};

interface Whole {
  readonly text: string;
  /** Where each block begins in it. */
  readonly starts: readonly number[];
}

const joined = (lines: readonly string[]): Whole => {
  let at = 0;
  const starts = lines.map((line) => {
    const start = at;
    at += line.length + 1;
    return start;
  });
  return { text: lines.join("\n"), starts };
};

const placeAt = ({ starts }: Whole, at: number): readonly [block: number, offset: number] => {
  const block = starts.findLastIndex((start) => start <= at);
  return [block, at - (starts[block] ?? 0)];
};

/** Every place of the words; a hundred are enough to choose from. */
const placesOf = (text: string, words: string): readonly number[] => {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && places.length < 100; at = text.indexOf(words, at + 1))
    places.push(at);
  return places;
};

/** Letters alone, folded, and where each came from: other spaces, line ends and tone marks make no difference. */
const loosened = (text: string) => {
  const letters: string[] = [];
  const from: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const folded = foldVietnamese(text.charAt(at));
    if (/[\s\u00a0]/.test(folded)) continue;
    for (const letter of folded) {
      letters.push(letter);
      from.push(at);
    }
  }
  return { text: letters.join(""), from };
};

/**
 * Where the passage is in a text: at its old place if the same words stand there, else at the place of the same words
 * whose surroundings, then whose position, are the most alike, else of the same letters. Undefined where it is gone.
 */
export const findAnchor = (lines: readonly string[], anchor: Anchor): Passage | undefined => {
  const { block, from, endBlock, to, quote, before, after } = anchor;
  if (quote !== "" && passageText(lines, anchor).slice(0, quote.length) === quote)
    return { block, from, endBlock, to };
  if (quote.trim() === "") return undefined;
  const whole = joined(lines);
  const old = (whole.starts[Math.min(block, lines.length - 1)] ?? 0) + from;
  const best = (places: readonly number[], length: number) =>
    places
      .map((at) => {
        const alike =
          sameEnd(whole.text.slice(Math.max(0, at - aroundLength), at), before) +
          sameStart(whole.text.slice(at + length, at + length + aroundLength), after);
        return { at, alike, far: Math.abs(at - old) };
      })
      .sort((a, b) => b.alike - a.alike || a.far - b.far)[0]?.at;
  const passage = (start: number, end: number): Passage => {
    const [first, offset] = placeAt(whole, start);
    const [last, lastOffset] = placeAt(whole, end);
    return { block: first, from: offset, endBlock: last, to: lastOffset };
  };
  const exact = best(placesOf(whole.text, quote), quote.length);
  if (exact !== undefined) return passage(exact, exact + quote.length);
  const loose = loosened(whole.text);
  const sought = loosened(quote).text;
  if (sought.length < 6) return undefined;
  const places = placesOf(loose.text, sought).map((at) => loose.from[at] ?? 0);
  const near = best(places, quote.length);
  if (near === undefined) return undefined;
  const start = loose.from.indexOf(near);
  return passage(near, (loose.from[start + sought.length - 1] ?? near) + 1);
};
