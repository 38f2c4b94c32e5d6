import { countPapers, type Fits, type PaperList, readPapers, readSpelled, sizeOfList } from "./postings";
import type { LazyPapers } from "./score";
import type { Segment } from "./segment";

/** In 32-bit numbers: the lists of some seventy of the most frequent syllables of 10,000 papers. */
const keptNumbers = 1 << 21;
/** Shorter lists are read as quickly as found. */
const worthKeeping = 64;

/** Lists read before: people ask for the same few hundred syllables, and for one word letter by letter. */
export const createLists = () => {
  const kept = new Map<Segment, Map<number, PaperList>>();
  const order = new Map<PaperList, readonly [Segment, number]>();
  let size = 0;
  const keep = (segment: Segment, term: number, list: PaperList) => {
    const ofSegment = kept.get(segment) ?? new Map<number, PaperList>();
    kept.set(segment, ofSegment.set(term, list));
    order.set(list, [segment, term]);
    size += sizeOfList(list);
    for (const [oldest, [its, number]] of order) {
      if (size <= keptNumbers) return;
      kept.get(its)?.delete(number);
      order.delete(oldest);
      size -= sizeOfList(oldest);
    }
  };
  return (segment: Segment, term: number, bytes: Uint8Array): PaperList => {
    const known = kept.get(segment)?.get(term);
    if (known) return known;
    const list = readPapers(bytes);
    if (list.papers.length >= worthKeeping) keep(segment, term, list);
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
