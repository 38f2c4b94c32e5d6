import { keyMatches, searchKey } from "../../domain/document-number";
import { words } from "../../domain/vietnamese";
import { type Postings, readPostings, unitePostings } from "./postings";
import { createScores, type Ranking } from "./score";
import { latestPapers, openSegment, type Segment, termOf } from "./segment";

export interface Hit {
  readonly id: string;
  /** What it was found by: its number-symbol, all words in its abstract, or its text. */
  readonly by: "number" | "abstract" | "text";
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
}

export interface Searcher {
  /** Papers that hold the words, the best first. The last word may be half typed. */
  search(query: string, limit: number): readonly Hit[];
  readonly papers: number;
}

/** A half-typed word stands for so many words at most. */
const maxExpansion = 24;

/** The last word may be the beginning of another; not a single letter, nor an organ's two in a number-symbol. */
const isHalfTyped = (term: string, key: string): boolean =>
  term.length > 2 || (term.length === 2 && !/\d/.test(key));

/**
 * Searches segments as they are, in the order they were built: of a paper indexed twice the later one counts.
 * `isShown` leaves out papers that were recalled or lost with a scope.
 */
export const createSearcher = (
  segments: readonly Uint8Array[],
  isShown: (id: string) => boolean = () => true,
): Searcher => {
  const opened = segments.map(openSegment);
  const latest = latestPapers(opened);
  let syllables = 0;
  for (const { lengths } of opened)
    for (let i = 0; i < lengths.length; i += 2) syllables += lengths[i] as number;
  const all = opened.reduce((sum, { names }) => sum + names.length, 0);
  const mean = syllables / Math.max(1, all);

  const search = (query: string, limit: number): Hit[] => {
    const asked = words(query.slice(0, 200)).slice(0, 16).map(termOf);
    const key = searchKey(query);
    if (asked.length === 0) return [];
    const lists = opened.map((segment) =>
      asked.map((term, i) => lookUp(segment, term, i === asked.length - 1 && isHalfTyped(term, key))),
    );
    const ranking: Ranking = {
      mean,
      weights: asked.map((_, i) => {
        const holders = lists.reduce((sum, list) => sum + (list[i]?.papers.length ?? 0), 0);
        return Math.log(1 + (all - holders + 0.5) / (holders + 0.5));
      }),
    };
    const best = createBest(limit);
    for (const [i, segment] of opened.entries()) {
      const scores = createScores(segment.lengths, lists[i] ?? [], ranking);
      const counts = latest[i] as Uint8Array;
      for (let paper = 0; paper < segment.names.length; paper += 1) {
        const [id, number] = segment.names[paper] as readonly [string, string];
        const byNumber = number !== "" && keyMatches(key, number);
        const inText = scores.of(paper);
        if (counts[paper] === 0 || (!byNumber && inText === 0)) continue;
        const by = byNumber ? "number" : scores.inAbstract(paper) ? "abstract" : "text";
        const score = inText + tiers[by] + (byNumber && number === key ? exactNumber : 0);
        if (best.wants(score) && isShown(id)) best.add({ id, by, score });
      }
    }
    return best.hits;
  };
  return { search, papers: latest.reduce((sum, marks) => sum + marks.filter(Boolean).length, 0) };
};

/** Keeps the best few in order. */
const createBest = (limit: number) => {
  const hits: Hit[] = [];
  const before = (a: Hit, b: Hit) => a.score > b.score || (a.score === b.score && a.id < b.id);
  return {
    hits,
    wants: (score: number) => hits.length < limit || score >= (hits.at(-1)?.score ?? 0),
    add: (hit: Hit) => {
      let at = hits.length;
      while (at > 0 && before(hit, hits[at - 1] as Hit)) at -= 1;
      hits.splice(at, 0, hit);
      if (hits.length > limit) hits.pop();
    },
  };
};

/** What it was found by comes before how well: no text outweighs an abstract, no abstract a number. */
const tiers = { number: 2e6, abstract: 1e6, text: 0 };
const exactNumber = 5e5;

const lookUp = (segment: Segment, term: string, widened: boolean): Postings => {
  const found: Postings[] = [];
  for (let i = segment.lowerBound(term); i < segment.termCount && found.length < maxExpansion; i += 1) {
    const candidate = segment.term(i);
    if (candidate !== term && !(widened && candidate.startsWith(term))) break;
    found.push(readPostings(segment.postings(i)));
  }
  return unitePostings(found, segment.names.length);
};
