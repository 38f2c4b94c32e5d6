import { Kernel } from "./kernel/kernel";
import {
  countPlaces,
  mostSpellings,
  numberSpellings,
  readPapers,
  readPlaces,
  readSpellings,
} from "./postings";
import { latestPapers, openSegment, type PaperName, packSegment, type Segment } from "./segment";

/**
 * One segment out of many, for a phone that has gathered too many small ones. Of a paper indexed twice the later
 * counts; those for which `keep` says no are left out.
 */
export const mergeSegments = (
  segments: readonly Uint8Array[],
  keep: (id: string) => boolean = () => true,
): Uint8Array<ArrayBuffer> => {
  const opened = segments.map(openSegment);
  const latest = latestPapers(opened);

  const names: PaperName[] = [];
  const lengths: number[] = [];
  /** Each segment's papers by their new places, -1 for those dropped. */
  const places = opened.map((segment, at) =>
    segment.names.map((name, i) => {
      if (latest[at]?.[i] !== 1 || !keep(name[0])) return -1;
      names.push(name);
      lengths.push(segment.lengths[i * 2] as number, segment.lengths[i * 2 + 1] as number);
      return names.length - 1;
    }),
  );

  const holders = new Map<string, { readonly segment: number; readonly index: number }[]>();
  for (const [segment, { termCount, term }] of opened.entries())
    for (let index = 0; index < termCount; index += 1) {
      const name = term(index);
      const known = holders.get(name);
      if (known) known.push({ segment, index });
      else holders.set(name, [{ segment, index }]);
    }

  // As if all papers stood in one row, with a gap between the abstract and the text of each.
  const starts = new Uint32Array(names.length + 1);
  for (let paper = 0; paper < names.length; paper += 1)
    starts[paper + 1] = (starts[paper] as number) + (lengths[paper * 2] as number) + 1;
  const most = Math.max(
    0,
    ...[...holders.values()].map((of) =>
      of.reduce(
        (sum, { segment, index }) => sum + countPlaces((opened[segment] as Segment).postings(index)),
        0,
      ),
    ),
  );
  const kernel = new Kernel();
  const startsAt = kernel.start;
  const placesAt = kernel.reserve(startsAt, starts.length * 4);
  const spelledAt = kernel.reserve(placesAt, most * 4);
  const marksAt = kernel.reserve(spelledAt, most);
  const out = kernel.reserve(marksAt, mostSpellings * 4);
  kernel.words.set(starts, startsAt / 4);

  let end = out;
  const terms: string[] = [];
  const offsets = [0];
  for (const [name, of] of [...holders].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const marked: number[] = [];
    for (const { segment, index } of of) {
      const bytes = (opened[segment] as Segment).postings(index);
      const { papers, starts: from, positions } = readPlaces(readPapers(bytes));
      const marks = readSpellings(bytes);
      for (let i = 0; i < papers.length; i += 1) {
        const place = places[segment]?.[papers[i] as number] ?? -1;
        if (place < 0) continue;
        const start = starts[place] as number;
        for (let at = from[i] as number; at < (from[i + 1] as number); at += 1) {
          kernel.words[placesAt / 4 + marked.length] = start + (positions[at] as number);
          marked.push(marks[at] as number);
        }
      }
    }
    if (marked.length === 0) continue;
    const { known, numbers } = numberSpellings(Int32Array.from(marked));
    kernel.bytes.set(numbers, spelledAt);
    kernel.words.set(known, marksAt / 4);
    kernel.reserve(end, kernel.run.roomForTerms(1, marked.length));
    end = kernel.run.writeTerm(placesAt, spelledAt, 0, marked.length, startsAt, marksAt, known.length, end);
    terms.push(name);
    offsets.push(end - out);
  }
  return packSegment({
    names,
    lengths: Uint32Array.from(lengths),
    terms,
    postingOffsets: Uint32Array.from(offsets),
    postings: kernel.bytes.subarray(out, end),
  });
};
