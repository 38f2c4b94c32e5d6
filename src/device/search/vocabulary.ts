import type { Segment } from "./segment";

/** All terms of an index, with how many bytes their places take: a measure of how frequent they are. */
export interface Vocabulary {
  has(term: string): boolean;
  weight(term: string): number;
  /** The most frequent terms of several letters, in order. */
  frequent(count: number): readonly string[];
  /** Terms one slip of the finger away, the most frequent first. */
  closeTo(term: string): readonly string[];
}

/** So many are worth looking up. */
const mostClose = 12;

/** One letter too many, too few, another one, or two in the wrong order. */
export const isOneSlip = (a: string, b: string): boolean => {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA -= 1;
    endB -= 1;
  }
  if (endA - start <= 1 && endB - start <= 1) return true;
  return endA - start === 2 && endB - start === 2 && a[start] === b[start + 1] && a[start + 1] === b[start];
};

/**
 * Where terms of a length lie that begin, or end, as this one does: a slip leaves a word of three letters its first or its
 * last. Numbers lie nowhere, since another number is no slip.
 */
const binsOf = (term: string, length: number) => [`${term[0]}${length}`, `${length}${term.at(-1)}`];

/** Gathered once from all segments; a search without slips never asks for it. */
export const createVocabulary = (segments: readonly Segment[]): Vocabulary => {
  const weights = new Map<string, number>();
  for (const segment of segments)
    for (let i = 0; i < segment.termCount; i += 1) {
      const term = segment.term(i);
      weights.set(term, (weights.get(term) ?? 0) + segment.postings(i).length);
    }
  const bins = new Map<string, string[]>();
  for (const term of weights.keys()) {
    if (/\d/.test(term)) continue;
    for (const bin of binsOf(term, term.length)) {
      const terms = bins.get(bin);
      if (terms) terms.push(term);
      else bins.set(bin, [term]);
    }
  }
  const weight = (term: string) => weights.get(term) ?? 0;
  return {
    has: (term) => weights.has(term),
    weight,
    frequent: (count) =>
      [...weights.keys()]
        .filter((term) => term.length > 2)
        .sort((a, b) => weight(b) - weight(a))
        .slice(0, count),
    closeTo: (term) => {
      const close = new Set<string>();
      for (const more of [-1, 0, 1])
        for (const bin of binsOf(term, term.length + more))
          for (const one of bins.get(bin) ?? []) if (isOneSlip(term, one)) close.add(one);
      return [...close].sort((a, b) => weight(b) - weight(a)).slice(0, mostClose);
    },
  };
};
