import { foldVietnamese } from "../../domain/vietnamese";

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

const spaces = /[\s\u00a0]/g;
const folded = (text: string): string => foldVietnamese(text).replace(spaces, " ");

/** Folded letters with the place that each came from: signs without width fold to none, some letters to two. */
const traced = (text: string) => {
  const letters: string[] = [];
  const places: number[] = [];
  for (let at = 0; at < text.length; ) {
    const one = String.fromCodePoint(text.codePointAt(at) ?? 0);
    for (const letter of folded(one)) {
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

const breath = () => new Promise<void>((resolve) => setTimeout(resolve));

/** Finds words in a text, with or without diacritics; folds each block once. */
export const createFinder = (lines: readonly string[], hidden: ReadonlySet<number> = new Set()) => {
  const known: string[] = [];
  return {
    /** One letter finds nothing. Undefined where `isOld` says that nobody waits for it any more. */
    find: async (words: string, isOld: () => boolean): Promise<readonly Found[] | undefined> => {
      const sought = folded(words.trim());
      if (sought.length < 2) return [];
      const found: Found[] = [];
      let began = performance.now();
      for (const [block, text] of lines.entries()) {
        if (hidden.has(block)) continue;
        known[block] ??= folded(text);
        if (known[block]?.includes(sought))
          found.push(...placesIn(text, sought).map((place) => ({ block, ...place })));
        if (found.length > most) return found.slice(0, most);
        if (performance.now() - began < turn) continue;
        await breath();
        if (isOld()) return undefined;
        began = performance.now();
      }
      return isOld() ? undefined : found;
    },
  };
};
