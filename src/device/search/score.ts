import type { Postings } from "./postings";

/** What holds for all segments of one search. */
export interface Ranking {
  /** Syllables of a paper on average. */
  readonly mean: number;
  /** How telling each asked syllable is: rare ones more (BM25's idf). */
  readonly weights: readonly number[];
}

/** BM25's usual constants: how soon repetition stops to count, and how much length does. */
const saturation = 1.2;
const lengthShare = 0.6;
/** Vietnamese words are several syllables: two that stand together say far more than the same two apart. */
const adjacency = 2;
/** A syllable of the abstract counts as so many of the text. */
const abstractWeight = 4;

/**
 * Scores the papers of one segment. `lists` holds the postings of each asked syllable, in the order asked. A paper
 * counts only if it holds every one of them.
 */
export const createScores = (lengths: Uint32Array, lists: readonly Postings[], ranking: Ranking) => {
  const count = lengths.length / 2;
  const sums = new Float64Array(count);
  const held = new Uint8Array(count);
  const abstracted = new Uint8Array(count);
  const normal = (paper: number, frequency: number) => {
    const relative = (lengths[paper * 2] as number) / ranking.mean;
    return (
      (frequency * (saturation + 1)) / (frequency + saturation * (1 - lengthShare + lengthShare * relative))
    );
  };
  /** Occurrences, those of the abstract counted more. Positions ascend, so the abstract's come first. */
  const frequencyIn = ({ starts, positions }: Postings, i: number, abstract: number) => {
    const from = starts[i] as number;
    const to = starts[i + 1] as number;
    let early = from;
    while (early < to && (positions[early] as number) < abstract) early += 1;
    return to - from + (abstractWeight - 1) * (early - from);
  };

  for (const [term, list] of lists.entries()) {
    const weight = ranking.weights[term] ?? 0;
    for (let i = 0; i < list.papers.length; i += 1) {
      const paper = list.papers[i] as number;
      const abstract = lengths[paper * 2 + 1] as number;
      (held[paper] as number) += 1;
      (sums[paper] as number) += weight * normal(paper, frequencyIn(list, i, abstract));
      if ((list.positions[list.starts[i] as number] as number) < abstract) (abstracted[paper] as number) += 1;
    }
    const before = lists[term - 1];
    if (before)
      addPairs(before, list, lengths, (paper, pairs) => {
        (sums[paper] as number) +=
          adjacency * (weight + (ranking.weights[term - 1] ?? 0)) * normal(paper, pairs);
      });
  }
  return {
    of: (paper: number): number => (held[paper] === lists.length ? (sums[paper] as number) : 0),
    inAbstract: (paper: number): boolean => abstracted[paper] === lists.length,
  };
};

/** Calls for each paper in which the second syllable follows the first at once, with how often it does. */
const addPairs = (
  first: Postings,
  second: Postings,
  lengths: Uint32Array,
  add: (paper: number, pairs: number) => void,
) => {
  let j = 0;
  for (let i = 0; i < first.papers.length; i += 1) {
    const paper = first.papers[i] as number;
    while (j < second.papers.length && (second.papers[j] as number) < paper) j += 1;
    if (j === second.papers.length) return;
    if (second.papers[j] !== paper) continue;
    const abstract = lengths[paper * 2 + 1] as number;
    const end = first.starts[i + 1] as number;
    const last = second.starts[j + 1] as number;
    let a = first.starts[i] as number;
    let b = second.starts[j] as number;
    let pairs = 0;
    while (a < end && b < last) {
      const wanted = (first.positions[a] as number) + 1;
      const place = second.positions[b] as number;
      if (place === wanted) pairs += place < abstract ? abstractWeight : 1;
      if (place <= wanted) b += 1;
      if (place >= wanted) a += 1;
    }
    if (pairs > 0) add(paper, pairs);
  }
};
