import { createLists, lazily, type ReadList } from "./lists";
import { createNumberFinder } from "./number-in-query";
import { type PaperList, readPlaces } from "./postings";
import { type Asked, readQuery } from "./read-query";
import {
  countHeld,
  createScores,
  dampingOf,
  type Found,
  type LazyPapers,
  type Listed,
  type Ranking,
} from "./score";
import { latestPapers, type PaperName, type Segment } from "./segment";
import { createVocabulary, type Vocabulary } from "./vocabulary";

export interface Hit {
  readonly id: string;
  /** What it was found by: its number-symbol, all words in its abstract, or its text. */
  readonly by: "number" | "abstract" | "text";
  /** It holds something close to what was asked, or not all of it. */
  readonly near: boolean;
  /** Higher is better; comparable within one answer only. */
  readonly score: number;
  /** The day of issue: of two that hold it alike the newer comes first. */
  readonly day: string;
}

export interface Hits {
  /** The best, in order. */
  readonly hits: readonly Hit[];
  /** How many there are in all. */
  readonly total: number;
}

export interface SearchOptions {
  readonly limit: number;
  /** Leaves out papers that a filter does not show. */
  readonly passes?: ((id: string) => boolean) | undefined;
  /** Told every paper that holds the words, whether it passes or not. */
  readonly onFound?: ((id: string) => void) | undefined;
}

export interface Searcher {
  /** Papers that hold the words, the best first. The last word may be half typed, and slips are forgiven where too little is found. */
  search(query: string, options: SearchOptions): Hits;
  /** Questions to ask ahead of the first: what a slip of the finger has to wait for is made, and code that never ran is slow. */
  rehearsal(): readonly string[];
  readonly papers: number;
}

/** A half-typed word stands for so many words at most. */
const maxExpansion = 24;

/** With so few papers found a slip of the finger is likelier than a rare word. */
const few = 3;

/** Of so many syllables one may be missing, where nothing holds them all. */
const onePartOf = 3;

/** What it was found by comes before how well: no text outweighs an abstract, no abstract a number. */
const tiers = { number: 2e6, abstract: 1e6, text: 0 };
const exactNumber = 5e5;
/** And what was not quite asked comes after all of it. */
const nearTier = -4e6;
const missingTier = -8e6;

/** Papers that a question names by their number. */
interface Named {
  readonly key: string;
  readonly marks: readonly Uint8Array[];
}

/** Searches opened segments in the order they were built: of a paper indexed twice the later one counts. */
export const createSearcher = (opened: readonly Segment[]): Searcher => {
  const latest = latestPapers(opened);
  let syllableCount = 0;
  for (const { lengths } of opened)
    for (let i = 0; i < lengths.length; i += 2) syllableCount += lengths[i] as number;
  const all = opened.reduce((sum, { names }) => sum + names.length, 0);
  const mean = syllableCount / Math.max(1, all);
  const damping = opened.map(({ lengths }) => dampingOf(lengths, mean));
  const findNumber = createNumberFinder(opened);
  const readList = createLists(opened);
  let gathered: Vocabulary | undefined;
  const vocabulary = () => {
    gathered ??= createVocabulary(opened);
    return gathered;
  };
  const reader = {
    vocabulary,
    isKnown: (term: string, halfTyped: boolean) =>
      opened.some((segment) => {
        const at = segment.lowerBound(term);
        const there = at < segment.termCount ? segment.term(at) : "";
        return halfTyped ? there.startsWith(term) : there === term;
      }),
  };

  const rankingOf = (lists: readonly (readonly Listed[])[], asked: readonly Asked[]): Ranking => ({
    weights: asked.map(({ fits }, term) => {
      const most = lists.reduce(
        (sum, found) => sum + holdersOf(found[term]?.lists ?? [], fits !== undefined),
        0,
      );
      const holders = Math.min(all, most);
      return Math.log(1 + (all - holders + 0.5) / (holders + 0.5));
    }),
  });

  /** Every syllable as it was asked, segment by segment. */
  const lookUpAll = (asked: readonly Asked[]) =>
    opened.map((segment) =>
      asked.map((one): Listed => ({ lists: lookUp(readList, segment, one), near: [] })),
    );

  /** The papers whose number the question names, 1 for each, of those that hold the rest of it. */
  const readNamed = (query: string): Named | undefined => {
    const number = findNumber(query);
    if (!number) return undefined;
    const rest = readQuery(number.rest, reader);
    const lists = lookUpAll(rest);
    const marks = opened.map(({ names }, i) => {
      const whole = rest.length === 0 ? undefined : countHeld(names.length, lists[i] ?? [], 0);
      const marks = new Uint8Array(names.length);
      for (let paper = 0; paper < marks.length; paper += 1)
        if (
          number.names((names[paper] as PaperName)[1]) &&
          (rest.length === 0 || whole?.held[paper] === rest.length)
        )
          marks[paper] = 1;
      return marks;
    });
    return { key: number.key, marks };
  };

  /** One pass over all papers; `forgiving` says how much may be close to what was asked, and how much missing. */
  const pass = (
    asked: readonly Asked[],
    byName: Named | undefined,
    lists: readonly (readonly Listed[])[],
    forgiving: { readonly near: number; readonly missing: number },
    { limit, passes, onFound }: SearchOptions,
  ): Hits & { readonly found: number; readonly named: boolean } => {
    const ranking = rankingOf(lists, asked);
    const best = createBest(limit);
    let total = 0;
    let found = 0;
    let named = false;
    for (const [i, segment] of opened.entries()) {
      const counts = latest[i] as Uint8Array;
      const whole = countHeld(counts.length, lists[i] ?? [], forgiving.missing);
      if (!whole && !byName) continue;
      const { held, close } = whole ?? { held: none, close: none };
      const byNumber = byName?.marks[i];
      /** 1 for each paper that is found. */
      const chosen = new Uint8Array(counts.length);
      for (let paper = 0; paper < chosen.length; paper += 1) {
        if (counts[paper] === 0) continue;
        const near = close[paper] ?? 0;
        const missing = asked.length - (held[paper] ?? 0) - near;
        if ((missing <= forgiving.missing && near <= forgiving.near) || byNumber?.[paper] === 1)
          chosen[paper] = 1;
      }
      if (!chosen.includes(1)) continue;
      // Places are read of these alone: most papers hold a word or two of what is asked.
      const { sums, abstracted } = createScores(
        segment.lengths,
        damping[i] as Float64Array,
        (lists[i] ?? []).map(
          ({ lists, near }): Found => ({
            lists: lists.map((list) => readPlaces(list.read(), chosen)),
            near: near.map((list) => readPlaces(list.read(), chosen)),
          }),
        ),
        ranking,
      );
      for (let paper = chosen.indexOf(1); paper >= 0; paper = chosen.indexOf(1, paper + 1)) {
        found += 1;
        // Most papers are read no further than this: there are thousands, each a row somewhere in the memory.
        const isNamed = byNumber?.[paper] === 1;
        const near = close[paper] ?? 0;
        const missing = asked.length - (held[paper] ?? 0) - near;
        const inAbstract = missing === 0 && abstracted[paper] === asked.length;
        const by = isNamed ? "number" : inAbstract ? "abstract" : "text";
        const quite = by === "number" || (near === 0 && missing === 0);
        const worth =
          (sums[paper] as number) + tiers[by] + (quite ? 0 : near * nearTier + missing * missingTier);
        if (!isNamed && !onFound && !passes && !best.wants(worth)) {
          total += 1;
          continue;
        }
        const [id, number, day] = segment.names[paper] as PaperName;
        const exactly = isNamed && number !== "" && number === byName?.key;
        named ||= exactly;
        onFound?.(id);
        if (passes && !passes(id)) continue;
        total += 1;
        const score = worth + (exactly ? exactNumber : 0);
        if (best.wants(score)) best.add({ id, by, near: !quite, score, day });
      }
    }
    return { hits: best.hits, total, found, named };
  };

  const search: Searcher["search"] = (query, options) => {
    const asked = readQuery(query, reader);
    if (asked.length === 0) return { hits: [], total: 0 };
    const byName = readNamed(query);
    const exact = lookUpAll(asked);
    const strict = pass(asked, byName, exact, { near: 0, missing: 0 }, options);
    // Who types a paper's very number means that paper.
    if (strict.found >= few || strict.named) return strict;
    const close = asked.map(({ term, forgiven }) => (forgiven ? vocabulary().closeTo(term) : []));
    const lists = opened.map((segment, i) =>
      asked.map(
        (_, at): Listed => ({
          lists: exact[i]?.[at]?.lists ?? [],
          near: (close[at] ?? []).flatMap((term) => lookUpTerm(readList, segment, term) ?? []),
        }),
      ),
    );
    const slips = asked.length > onePartOf ? 2 : 1;
    const forgiven = pass(asked, byName, lists, { near: slips, missing: 0 }, options);
    if (forgiven.found > 0 || asked.length < onePartOf) return forgiven;
    // Both at once would find what nobody meant.
    return pass(asked, byName, exact, { near: 0, missing: Math.floor(asked.length / onePartOf) }, options);
  };
  return {
    search,
    rehearsal: () => rehearse(vocabulary(), opened.at(-1)?.names ?? []),
    papers: latest.reduce((sum, marks) => sum + marks.filter(Boolean).length, 0),
  };
};

/** So many questions make an engine compile what they all run through. */
const rehearsed = 24;
/** Numbers and slips run through code of their own. */
const rehearsedApart = 6;

/** Frequent syllables, the last of three half typed: what costs most. Some with a number, some with a slip. */
const rehearse = (vocabulary: Vocabulary, names: readonly PaperName[]): readonly string[] => {
  const terms = vocabulary.frequent(rehearsed + 2);
  const [first = ""] = terms;
  const numbers = names.flatMap(([, number]) => number || []).slice(0, rehearsedApart);
  const slips = terms.filter(({ length }) => length > 3).slice(0, rehearsedApart);
  return [
    ...terms.slice(2).map((term, i) => `${terms[i]} ${terms[i + 1]} ${term.slice(0, 2)}`),
    ...numbers.map((number, i) => (i % 2 ? number : `${first} ${number}`)),
    ...slips.map((term) => `${first} ${term.slice(0, -1)}q`),
  ];
};

const none = new Uint8Array(0);

/** Papers that hold a syllable; where it was asked with marks, those that hold it so. */
const holdersOf = (lists: readonly LazyPapers[], spelledSo: boolean): number =>
  lists.reduce((sum, list) => sum + (spelledSo ? spelledHolders(list.read()) : list.count), 0);

const spelledHolders = ({ starts, spelled, papers }: PaperList): number => {
  let holders = 0;
  let paper = 0;
  let place = spelled?.indexOf(1) ?? -1;
  while (place >= 0 && paper < papers.length) {
    // On to the paper in which that place lies.
    while ((starts[paper + 1] as number) <= place) paper += 1;
    holders += 1;
    place = spelled?.indexOf(1, starts[paper + 1]) ?? -1;
  }
  return holders;
};

/** Keeps the best few in order. */
const createBest = (limit: number) => {
  const hits: Hit[] = [];
  const before = (a: Hit, b: Hit) => {
    if (a.score !== b.score) return a.score > b.score;
    return a.day === b.day ? a.id < b.id : a.day > b.day;
  };
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

const lookUpTerm = (read: ReadList, segment: Segment, term: string): LazyPapers | undefined => {
  const at = segment.lowerBound(term);
  return at < segment.termCount && segment.term(at) === term ? lazily(read, segment, at) : undefined;
};

const lookUp = (
  read: ReadList,
  segment: Segment,
  { term, alias, halfTyped, fits }: Asked,
): readonly LazyPapers[] => {
  const whole: LazyPapers[] = [];
  const longer: LazyPapers[] = [];
  for (let i = segment.lowerBound(term); i < segment.termCount; i += 1) {
    const candidate = segment.term(i);
    if (candidate === term) whole.push(lazily(read, segment, i, fits));
    else if (halfTyped && candidate.startsWith(term)) longer.push(lazily(read, segment, i, fits));
    else break;
  }
  // Of many the most frequent, which have most to say: "th" stands for "thu" before it stands for "thach".
  longer.sort((a, b) => b.count - a.count);
  const found = [...whole, ...longer].slice(0, maxExpansion);
  const other = alias && lookUpTerm(read, segment, alias);
  return other ? [...found, other] : found;
};
