import { numberSpellings, PostingsWriter, readPapers, readPlaces, readSpellings } from "./postings";
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

  const terms: string[] = [];
  const offsets: number[] = [];
  const writer = new PostingsWriter();
  for (const [name, of] of [...holders].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const before = writer.out.length;
    const spelled: number[] = [];
    for (const { segment, index } of of) {
      const bytes = (opened[segment] as Segment).postings(index);
      const { papers, starts, positions } = readPlaces(readPapers(bytes));
      const marks = readSpellings(bytes);
      for (let i = 0; i < papers.length; i += 1) {
        const place = places[segment]?.[papers[i] as number] ?? -1;
        if (place < 0) continue;
        const from = starts[i] as number;
        const to = starts[i + 1] as number;
        writer.addPaper(place, positions, from, to, 0);
        for (let at = from; at < to; at += 1) spelled.push(marks[at] as number);
      }
    }
    if (spelled.length === 0) continue;
    writer.finishTerm(numberSpellings(Int32Array.from(spelled)));
    terms.push(name);
    offsets.push(before);
  }
  return packSegment({
    names,
    lengths: Uint32Array.from(lengths),
    terms,
    postingOffsets: Uint32Array.from([...offsets, writer.out.length]),
    postings: writer.out.finish(),
  });
};
