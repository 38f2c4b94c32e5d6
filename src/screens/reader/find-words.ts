import { foldVietnamese, marksFit, type Syllable, syllables } from "../../domain/vietnamese";

/** Words found, by their place in the words of their block. */
export interface Found {
  readonly block: number;
  readonly from: number;
  readonly to: number;
}

/** So long at once, in milliseconds: a text of five megabytes does not hold the keyboard up. */
const turn = 12;
/** More than this nobody steps through. */
const most = 5000;

const spaces = /[\s\u00a0]+/g;
const folded = (text: string): string => foldVietnamese(text).replace(spaces, " ");

/** Folded letters with the place that each came from: signs without width fold to none, some letters to two, spaces in a row to one. */
const traced = (text: string) => {
  const letters: string[] = [];
  const places: number[] = [];
  for (let at = 0; at < text.length; ) {
    const one = String.fromCodePoint(text.codePointAt(at) ?? 0);
    for (const letter of folded(one)) {
      if (letter === " " && letters.at(-1) === " ") continue;
      letters.push(letter);
      places.push(at);
    }
    at += one.length;
  }
  places.push(text.length);
  return { letters: letters.join(""), places };
};

/** Every place of the words in one text, which is known to hold them. */
export const placesIn = (text: string, sought: string): readonly Omit<Found, "block">[] => {
  const { letters, places } = traced(text);
  const found: Omit<Found, "block">[] = [];
  for (let at = letters.indexOf(sought); at >= 0; at = letters.indexOf(sought, at + sought.length)) {
    const from = places[at] ?? 0;
    let to = places[at + sought.length] ?? text.length;
    // Marks that were set apart belong to the letter before them.
    while (to < text.length && folded(text.charAt(to)) === "") to += 1;
    found.push({ from, to });
  }
  return found;
};

/** Whether the marks are those that were typed, wherever the tone stands; the last syllable may be half typed. */
const isSpelled = (text: string, typed: readonly Syllable[]): boolean => {
  const found = syllables(text);
  return typed.every(({ word, marks }, i) =>
    marksFit(marks, word.length, found[i]?.marks ?? -1, i === typed.length - 1),
  );
};

const breath = () => new Promise<void>((resolve) => setTimeout(resolve));

/**
 * Finds words in a text, with or without diacritics; folds each block once. Who types them means them: "bò" is no "bộ", unless
 * the text has no other.
 */
export const createFinder = (lines: readonly string[], hidden: ReadonlySet<number> = new Set()) => {
  const known: string[] = [];
  return {
    /** One letter finds nothing. Undefined where `isOld` says that nobody waits for it any more. */
    find: async (words: string, isOld: () => boolean): Promise<readonly Found[] | undefined> => {
      const sought = folded(words.trim());
      if (sought.length < 2) return [];
      const typed = syllables(words);
      const marked = typed.some(({ marks }) => marks > 0);
      const spelled: Found[] = [];
      const found: Found[] = [];
      let began = performance.now();
      for (const [block, text] of lines.entries()) {
        if (hidden.has(block)) continue;
        known[block] ??= folded(text);
        if (known[block]?.includes(sought))
          for (const place of placesIn(text, sought)) {
            if (found.length < most) found.push({ block, ...place });
            if (marked && spelled.length < most && isSpelled(text.slice(place.from, place.to), typed))
              spelled.push({ block, ...place });
          }
        if ((marked ? spelled : found).length >= most) break;
        if (performance.now() - began < turn) continue;
        await breath();
        if (isOld()) return undefined;
        began = performance.now();
      }
      if (isOld()) return undefined;
      return spelled.length > 0 ? spelled : found;
    },
  };
};
