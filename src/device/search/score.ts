import type { PaperList, Postings } from "./postings";

/** What holds for all segments of one search. */
export interface Ranking {
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

/** A syllable spelled otherwise than asked ("bộ" for "bò") counts as so much of one that is. */
const otherSpelling = 0.1;

/** What a syllable of a question found in one segment: a list for each term that it stands for. */
interface FoundAs<T> {
  readonly lists: readonly T[];
  /** Terms close to it: a slip of the finger. */
  readonly near: readonly T[];
}
/** A term's papers, read when they are first needed: most segments are done with before. */
export interface LazyPapers {
  /** How many there are. */
  readonly count: number;
  read(): PaperList;
}
/** Without the places yet. */
export type Listed = FoundAs<LazyPapers>;
export type Found = FoundAs<Postings>;

const sizeOf = ({ lists, near }: Listed): number =>
  [...lists, ...near].reduce((sum, { count }) => sum + count, 0);

/**
 * How many of the asked syllables each paper of a segment holds, and how many more as something close; undefined as soon as
 * it is clear that none holds all, where none may be missing. The rarest come first.
 */
export const countHeld = (
  count: number,
  found: readonly Listed[],
  mayMiss: number,
): { readonly held: Uint8Array; readonly close: Uint8Array } | undefined => {
  const held = new Uint8Array(count);
  const close = new Uint8Array(count);
  /** One more than the last syllable that a paper was found to hold, or something close to it. */
  const last = new Uint8Array(count);
  const order = [...found.entries()].sort(([, a], [, b]) => sizeOf(a) - sizeOf(b));
  for (const [done, [term, { lists, near }]] of order.entries()) {
    let whole = 0;
    const add = (into: Uint8Array, { papers }: PaperList) => {
      for (let i = 0; i < papers.length; i += 1) {
        const paper = papers[i] as number;
        if (last[paper] === term + 1) continue;
        last[paper] = term + 1;
        (into[paper] as number) += 1;
        if ((held[paper] as number) + (close[paper] as number) > done) whole += 1;
      }
    };
    for (const list of lists) add(held, list.read());
    for (const list of near) add(close, list.read());
    if (whole === 0 && mayMiss === 0) return undefined;
  }
  return { held, close };
};

/** What BM25 makes of each paper's length, once for all searches. */
export const dampingOf = (lengths: Uint32Array, mean: number): Float64Array =>
  Float64Array.from(
    { length: lengths.length / 2 },
    (_, paper) => saturation * (1 - lengthShare + (lengthShare * (lengths[paper * 2] as number)) / mean),
  );

/** How well the papers of one segment hold what was asked, paper by paper. */
export interface Scores {
  readonly sums: Float64Array;
  /** So many stand in its abstract, as they were asked. */
  readonly abstracted: Uint8Array;
}

/** Scores the papers of one segment; `found` is in the order asked. */
export const createScores = (
  lengths: Uint32Array,
  damping: Float64Array,
  found: readonly Found[],
  { weights }: Ranking,
): Scores => {
  const count = damping.length;
  const sums = new Float64Array(count);
  const abstracted = new Uint8Array(count);
  /** The last syllable that a paper was found to hold, and to hold in its abstract. */
  const lastHeld = new Uint8Array(count);
  const lastEarly = new Uint8Array(count);
  /** The last syllable of which it was found to hold something close. */
  const lastNear = new Uint8Array(count);

  for (let term = 0; term < found.length; term += 1) {
    const weight = (weights[term] as number) * (saturation + 1);
    const pairWeight = adjacency * (weight + (weights[term - 1] ?? 0) * (saturation + 1));
    const { lists, near } = found[term] as Found;
    for (const { papers, starts, positions, spelled } of lists)
      for (let i = 0; i < papers.length; i += 1) {
        const paper = papers[i] as number;
        const abstract = lengths[paper * 2 + 1] as number;
        const from = starts[i] as number;
        const to = starts[i + 1] as number;
        let frequency = 0;
        let early = false;
        if (spelled)
          for (let at = from; at < to; at += 1) {
            const inAbstract = (positions[at] as number) < abstract;
            const share = spelled[at] ? 1 : otherSpelling;
            frequency += inAbstract ? share * abstractWeight : share;
            if (inAbstract && spelled[at]) early = true;
          }
        else {
          // Positions ascend, so the abstract's come first.
          let at = from;
          while (at < to && (positions[at] as number) < abstract) at += 1;
          frequency = to - from + (abstractWeight - 1) * (at - from);
          early = at > from;
        }
        (sums[paper] as number) += (weight * frequency) / (frequency + (damping[paper] as number));
        lastHeld[paper] = term + 1;
        if (early && lastEarly[paper] !== term + 1) {
          lastEarly[paper] = term + 1;
          (abstracted[paper] as number) += 1;
        }
      }
    for (const before of found[term - 1]?.lists ?? [])
      for (const list of lists) addPairs(before, list, lengths, sums, damping, pairWeight);
    for (const { papers, starts, positions } of near)
      for (let i = 0; i < papers.length; i += 1) {
        const paper = papers[i] as number;
        if (lastHeld[paper] === term + 1) continue;
        if (lastNear[paper] !== term + 1) {
          lastNear[paper] = term + 1;
          (sums[paper] as number) += 1;
        }
        // Of several close words the one in the abstract counts, wherever it stands among them.
        const early = (positions[starts[i] as number] as number) < (lengths[paper * 2 + 1] as number);
        if (early && lastEarly[paper] !== term + 1) {
          lastEarly[paper] = term + 1;
          (abstracted[paper] as number) += 1;
          (sums[paper] as number) += abstractWeight - 1;
        }
      }
  }
  return { sums, abstracted };
};

/** Adds to each paper in which the second syllable follows the first at once, by how often it does. */
const addPairs = (
  first: Postings,
  second: Postings,
  lengths: Uint32Array,
  sums: Float64Array,
  damping: Float64Array,
  weight: number,
) => {
  const {
    papers: firstPapers,
    starts: firstStarts,
    positions: firstPositions,
    spelled: firstSpelled,
  } = first;
  const { papers, starts, positions, spelled } = second;
  let j = 0;
  for (let i = 0; i < firstPapers.length; i += 1) {
    const paper = firstPapers[i] as number;
    while (j < papers.length && (papers[j] as number) < paper) j += 1;
    if (j === papers.length) return;
    if (papers[j] !== paper) continue;
    const abstract = lengths[paper * 2 + 1] as number;
    const end = firstStarts[i + 1] as number;
    const last = starts[j + 1] as number;
    let a = firstStarts[i] as number;
    let b = starts[j] as number;
    let pairs = 0;
    while (a < end && b < last) {
      const wanted = (firstPositions[a] as number) + 1;
      const place = positions[b] as number;
      if (place === wanted) {
        const asAsked = firstSpelled?.[a] !== 0 && spelled?.[b] !== 0;
        pairs += (place < abstract ? abstractWeight : 1) * (asAsked ? 1 : otherSpelling);
      }
      if (place <= wanted) b += 1;
      if (place >= wanted) a += 1;
    }
    if (pairs > 0) (sums[paper] as number) += (weight * pairs) / (pairs + (damping[paper] as number));
  }
};
