import { searchKey } from "../../domain/document-number";
import { widened } from "./byte-list";
import { PostingsWriter, type Spellings } from "./postings";
import { packSegment } from "./segment";
import { Syllables } from "./syllables";

/** A paper as it is to be found. */
export interface IndexedPaper {
  readonly id: string;
  /** Số ký hiệu as printed. */
  readonly number?: string;
  /** `YYYY-MM-DD`. */
  readonly issuedOn?: string;
  readonly abstract?: string;
  /** Plain text, as `plainText` gives it. */
  readonly text: string;
}

/** Stands between an abstract and its text, so that no phrase is found across. */
const gap = -1;

/** Syllables of many papers in a row, by their numbers. */
interface Stream {
  written: Int32Array<ArrayBuffer>;
  length: number;
}

/** Forgets what was met beyond so many ways of writing: texts of random letters must not fill the memory. */
const mostWritten = 1 << 17;

/**
 * Indexes batches of papers, each as a segment of its own, and remembers between them what their syllables are. One pass
 * over each text as it is written; about half a millisecond for 20 kB on a desktop core, so that a first sync does
 * not wait for it.
 */
export const createSegmentBuilder = (): ((papers: readonly IndexedPaper[]) => Uint8Array<ArrayBuffer>) => {
  let syllables: Syllables | undefined;
  // Kept for the next batch: code that was optimised for an array is given up when it is exchanged.
  const stream: Stream = { written: new Int32Array(1 << 14), length: 0 };
  const writer = new PostingsWriter();
  return (papers) => {
    if (!syllables || syllables.count > mostWritten) syllables = new Syllables();
    const met = syllables;
    stream.length = 0;
    writer.clear();
    const lengths = new Uint32Array(papers.length * 2);
    const starts = new Uint32Array(papers.length + 1);
    const add = (text: string) => {
      // Two syllables have something between them.
      while (stream.length + text.length + 2 > stream.written.length)
        stream.written = widened(Int32Array, stream.written);
      stream.length = met.read(text, stream.written, stream.length);
    };
    for (const [i, { abstract, text }] of papers.entries()) {
      const from = stream.length;
      if (abstract) add(abstract);
      lengths[i * 2 + 1] = stream.length - from;
      stream.written[stream.length] = gap;
      stream.length += 1;
      add(text);
      lengths[i * 2] = stream.length - from - 1;
      starts[i + 1] = stream.length;
    }
    return packSegment({
      names: papers.map(
        ({ id, number, issuedOn = "" }) => [id, number ? searchKey(number) : "", issuedOn] as const,
      ),
      lengths,
      ...writePostings(stream, met, starts, writer),
    });
  };
};

/** One batch by itself. */
export const buildSegment = (papers: readonly IndexedPaper[]): Uint8Array<ArrayBuffer> =>
  createSegmentBuilder()(papers);

/** From papers with their terms to terms with their papers: the places of each term in the stream, by a counting sort. */
const placesByTerm = ({ written, length }: Stream, { termOf, spellingOf, terms }: Syllables) => {
  const ends = new Uint32Array(terms.length + 1);
  for (let i = 0; i < length; i += 1) {
    const one = written[i] as number;
    if (one !== gap) (ends[(termOf[one] as number) + 1] as number) += 1;
  }
  for (let i = 1; i <= terms.length; i += 1) (ends[i] as number) += ends[i - 1] as number;
  const filled = ends.slice();
  const places = new Uint32Array(length);
  const spelled = new Uint8Array(length);
  for (let i = 0; i < length; i += 1) {
    const one = written[i] as number;
    if (one === gap) continue;
    const term = termOf[one] as number;
    const at = filled[term] as number;
    places[at] = i;
    spelled[at] = spellingOf[one] as number;
    filled[term] = at + 1;
  }
  return { ends, places, spelled };
};

/** The terms that these papers hold, in order, and the postings of each. */
const writePostings = (stream: Stream, syllables: Syllables, starts: Uint32Array, writer: PostingsWriter) => {
  const { ends, places, spelled } = placesByTerm(stream, syllables);
  const { terms, spellings } = syllables;
  const held = [...terms.keys()].filter((id) => ends[id] !== ends[id + 1]);
  const order = held.sort((a, b) => ((terms[a] as string) < (terms[b] as string) ? -1 : 1));
  const postingOffsets = new Uint32Array(order.length + 1);
  for (const [i, id] of order.entries()) {
    const [from, to] = [ends[id] as number, ends[id + 1] as number];
    let paper = 0;
    for (let at = from; at < to; ) {
      while ((places[at] as number) >= (starts[paper + 1] as number)) paper += 1;
      const until = starts[paper + 1] as number;
      let next = at + 1;
      while (next < to && (places[next] as number) < until) next += 1;
      writer.addPaper(paper, places, at, next, starts[paper] as number);
      at = next;
    }
    writer.finishTerm(metHere(spellings[id] ?? [], spelled.subarray(from, to)));
    postingOffsets[i + 1] = writer.out.length;
  }
  return {
    terms: order.map((id) => terms[id] as string),
    postingOffsets,
    postings: writer.out.finish(),
  };
};

/** Most terms are spelled in one way within a batch: then none of its places need say how. */
const metHere = (known: readonly number[], numbers: Uint8Array): Spellings => {
  const first = numbers[0] as number;
  return numbers.every((number) => number === first)
    ? { known: known.slice(first, first + 1), numbers }
    : { known, numbers };
};
