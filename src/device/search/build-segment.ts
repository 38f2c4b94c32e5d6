import { searchKey } from "../../domain/number-key";
import { plainText, type ReadingText } from "../../domain/reading-text";
import { packSegment } from "./segment";
import { Syllables } from "./syllables";

/** A paper as it is to be found. */
export interface IndexedPaper<Text = string> {
  readonly id: string;
  /** Số ký hiệu as printed. */
  readonly number?: string;
  /** `YYYY-MM-DD`. */
  readonly issuedOn?: string;
  readonly abstract?: string;
  /** Plain text, as `plainText` gives it; or a `ReadingText` as it travels, JSON in UTF-8. */
  readonly text: Text;
}

/** Makes a segment of a batch of papers. */
export type BuildSegment = (papers: readonly IndexedPaper<string | Uint8Array>[]) => Uint8Array<ArrayBuffer>;

/** UTF-8 has at most three bytes for a unit of a string, as for a byte that is none of UTF-8. */
const roomFor = (text: string | Uint8Array) => text.length * 3;

const decoder = new TextDecoder();

/** The words of a text that is not written as ours are; none of one that is no reading text. */
const wordsOf = (json: Uint8Array): string => {
  try {
    return plainText(JSON.parse(decoder.decode(json)) as ReadingText);
  } catch {
    return "";
  }
};

/**
 * Indexes batches of papers, each as a segment of its own, and remembers between them what their syllables are. One pass
 * over the bytes of each text, so that a first sync does not wait for it.
 */
export const createSegmentBuilder = (): BuildSegment => {
  let syllables: Syllables | undefined;
  return (papers) => {
    const sizes = papers.flatMap(({ abstract = "", text }) => [abstract, text].map(roomFor));
    if (!syllables || syllables.full) syllables = new Syllables(sizes.reduce((sum, size) => sum + size, 0));
    const met = syllables;
    const lengths = new Uint32Array(papers.length * 2);
    const starts = new Uint32Array(papers.length + 1);
    met.begin(sizes.reduce((most, size) => Math.max(most, size), 0));
    for (const [i, { abstract, text }] of papers.entries()) {
      const from = met.length;
      if (abstract) met.readPlain(abstract);
      lengths[i * 2 + 1] = met.length - from;
      met.addGap();
      if (typeof text === "string") met.readPlain(text);
      else if (!met.readReading(text)) met.readPlain(wordsOf(text));
      lengths[i * 2] = met.length - from - 1;
      starts[i + 1] = met.length;
    }
    return packSegment({
      names: papers.map(
        ({ id, number, issuedOn = "" }) => [id, number ? searchKey(number) : "", issuedOn] as const,
      ),
      lengths,
      ...met.writePostings(starts),
    });
  };
};

/** One batch by itself. */
export const buildSegment: BuildSegment = (papers) => createSegmentBuilder()(papers);
