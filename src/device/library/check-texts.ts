import { sha256 } from "../../protocol/sha256";
import type { CheckedTexts, PaperHead } from "../apply/apply-texts";
import { createSegmentBuilder } from "../search/build-segment";
import type { SegmentRow } from "../store/rows";
import { packTexts, type StoredText } from "../store/texts";

/*
 * The heavy part of taking texts in: their hashes, their words, the piece of the index. Runs in a worker where there
 * is one, so that the page stays free; the same code runs on the page where not.
 */

/** Remembers the syllables of the batches before. */
const buildSegment = createSegmentBuilder();

/** The segment of a batch of texts, by the papers that show them; undefined where there is nothing to find. */
export const indexTexts = (
  texts: readonly StoredText[],
  heads: readonly PaperHead[],
): SegmentRow | undefined => {
  const byHash = new Map(texts.map(({ hash, data }) => [hash, data]));
  const papers = heads.flatMap(({ hash, ...head }) => {
    const data = byHash.get(hash);
    return data === undefined ? [] : [{ ...head, text: data }];
  });
  if (papers.length === 0) return undefined;
  return { papers: papers.map(({ id }) => id), bytes: buildSegment(papers) };
};

export const checkTexts = async (
  texts: readonly StoredText[],
  heads: readonly PaperHead[],
): Promise<CheckedTexts> => {
  const names = await Promise.all(texts.map(({ data }) => sha256(data)));
  const right = texts.filter(({ hash }, i) => names[i] === hash);
  return { packs: packTexts(right), segment: indexTexts(right, heads) };
};
