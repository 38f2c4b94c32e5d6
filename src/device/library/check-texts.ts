import { plainText, type ReadingText } from "../../domain/reading-text";
import { sha256 } from "../../protocol/sha256";
import type { CheckedTexts, PaperHead } from "../apply/apply-texts";
import { buildSegment } from "../search/build-segment";
import type { SegmentRow, TextRow } from "../store/rows";

/*
 * The heavy part of taking texts in: their hashes, their words, the piece of the index. Runs in a worker where there
 * is one, so that the page stays free; the same code runs on the page where not.
 */

const wordsOf = (json: string): string => {
  try {
    return plainText(JSON.parse(json) as ReadingText);
  } catch {
    return "";
  }
};

/** The segment of a batch of texts, by the papers that show them; undefined where there is nothing to find. */
export const indexTexts = (
  texts: readonly TextRow[],
  heads: readonly PaperHead[],
): SegmentRow | undefined => {
  const byHash = new Map(texts.map(({ hash, text }) => [hash, text]));
  const papers = heads.flatMap(({ hash, ...head }) => {
    const text = byHash.get(hash);
    return text === undefined ? [] : [{ ...head, text: wordsOf(text) }];
  });
  if (papers.length === 0) return undefined;
  return { papers: papers.map(({ id }) => id), bytes: buildSegment(papers) };
};

export const checkTexts = async (
  texts: readonly TextRow[],
  heads: readonly PaperHead[],
): Promise<CheckedTexts> => {
  const names = await Promise.all(texts.map(({ text }) => sha256(text)));
  const right = texts.filter(({ hash }, i) => names[i] === hash);
  return { right: new Set(right.map(({ hash }) => hash)), segment: indexTexts(right, heads) };
};
