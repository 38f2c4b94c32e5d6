import { createByteCache } from "../../domain/byte-cache";
import { countPapers, type Fits, type PaperList, readPapers, readSpelled, sizeOfList } from "./postings";
import type { LazyPapers } from "./score";
import type { Segment } from "./segment";

/** The lists of some seventy of the most frequent syllables of 10,000 papers. */
const keptBytes = 8 * 1024 * 1024;
/** Shorter lists are read as quickly as found. */
const worthKeeping = 64;

/** Lists read before: people ask for the same few hundred syllables, and for one word letter by letter. */
export const createLists = (opened: readonly Segment[]) => {
  const kept = createByteCache<PaperList>(keptBytes, sizeOfList);
  const numberOf = new Map(opened.map((segment, i) => [segment, i]));
  return (segment: Segment, term: number, bytes: Uint8Array): PaperList => {
    const name = `${numberOf.get(segment)} ${term}`;
    const known = kept.get(name);
    if (known) return known;
    const list = readPapers(bytes);
    if (list.papers.length >= worthKeeping) kept.set(name, list);
    return list;
  };
};
export type ReadList = ReturnType<typeof createLists>;

export const lazily = (read: ReadList, segment: Segment, term: number, fits?: Fits): LazyPapers => {
  const bytes = segment.postings(term);
  let papers: PaperList | undefined;
  return {
    count: countPapers(bytes),
    read: () => {
      if (papers) return papers;
      const list = read(segment, term, bytes);
      papers = fits ? { ...list, spelled: readSpelled(bytes, fits) } : list;
      return papers;
    },
  };
};
