import { isSymbol } from "../../domain/document-number";
import { searchKey } from "../../domain/number-key";
import type { Segment } from "./segment";

/** A number-symbol that someone typed, whole or in part. */
export interface AskedNumber {
  readonly key: string;
  /** True for a paper's number key. */
  names(number: string): boolean;
  /** What was typed around it; empty where the whole question is the number. */
  readonly rest: string;
}

/** True for a key of digits and a kind's symbol: what stands so within a longer question is a number-symbol. */
const namesKind = (key: string): boolean => {
  const parts = key.split(" ");
  return parts.some((part) => part <= "9~") && parts.some((part) => isSymbol(part));
};

/** The letters of a key without the spaces between them, where they are several. */
const joinedLetters = (key: string): string => key.replace(/[\d ]/g, "");

/**
 * Says of a number's key whether every part of the query stands in it; the last word may still be half typed, and letters
 * may be run together ("105qddu").
 */
export const keyMatcher = (query: string): ((number: string) => boolean) => {
  if (query === "") return () => false;
  const parts = query.split(" ");
  const last = parts.at(-1) as string;
  const numbers = parts.filter((part) => part <= "9~");
  const [first = last] = numbers;
  const joined = numbers.length > 0 && last > "9~" && parts.length === numbers.length + 1;
  return (number) => {
    // Most numbers fail here, and a search asks thousands.
    if (!number.includes(first)) return false;
    const padded = ` ${number} `;
    const stands = (part: string) => padded.includes(` ${part} `);
    const begins = last > "9~" && padded.includes(` ${last}`);
    if (parts.every((part, i) => stands(part) || (begins && i === parts.length - 1))) return true;
    return joined && numbers.every(stands) && joinedLetters(number).startsWith(last);
  };
};

/** So many words of a question are looked through for a number. */
const mostWords = 12;

/**
 * Finds the number-symbol in a question: the whole of it, or "nd 30" of "nd 30 con dau". Only numbers that some paper of
 * the index has: most questions hold none, and then no number need be compared.
 */
export const createNumberFinder = (
  opened: readonly Segment[],
): ((query: string) => AskedNumber | undefined) => {
  const all = new Set<string>();
  for (const { names } of opened) for (const name of names) all.add(name[1]);
  const numbers = [...all];
  const parts = new Set(numbers.flatMap((number) => number.split(" ")));
  const letters = [...parts].filter((part) => part > "9~").sort();
  // Letters may be run together, or half typed.
  const mayBe = (key: string) =>
    key
      .split(" ")
      .every(
        (part) =>
          parts.has(part) ||
          (part > "9~" && letters.some((one) => part.startsWith(one) || one.startsWith(part))),
      );

  const hasAll = (key: string) => key.split(" ").every((part) => parts.has(part));
  const named = (key: string, rest: string): AskedNumber | undefined => {
    const named = new Set(numbers.filter(keyMatcher(key)));
    return named.size > 0 ? { key, names: (number) => named.has(number), rest } : undefined;
  };

  const findWithin = (query: string): AskedNumber | undefined => {
    const words = query.split(/\s+/).filter(Boolean).slice(0, mostWords);
    for (let length = words.length - 1; length > 0; length -= 1)
      for (let start = 0; start + length <= words.length; start += 1) {
        const key = searchKey(words.slice(start, start + length).join(" "));
        if (!namesKind(key) || !hasAll(key)) continue;
        const found = named(key, [...words.slice(0, start), ...words.slice(start + length)].join(" "));
        if (found) return found;
      }
    return undefined;
  };

  return (query) => {
    const key = searchKey(query);
    const whole = key !== "" && mayBe(key) ? named(key, "") : undefined;
    return whole ?? (/\d/.test(query) ? findWithin(query) : undefined);
  };
};
