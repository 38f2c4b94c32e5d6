import type { DocumentDetail } from "../../device/device";
import { type Block, blockText, type ReadingText } from "../../domain/reading-text";
import { longDay } from "../../i18n/date";
import { t as papers } from "../../i18n/papers";
import { plain } from "./plain";

/** A head is over after this many blocks, whatever they look like. */
const longest = 12;

const words = (text: string): string =>
  ` ${plain(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;

const isHead = (block: Block): boolean =>
  (block.k === "p" && block.a !== undefined) || (block.k === "h" && block.l === 1);

/**
 * Numbers of those centred or right-hand lines at the beginning of a text that the screen's own head already shows word for
 * word (kind, subject, issuer, number and day), so that no title stands there twice. They are not drawn; all other blocks
 * keep their numbers, by which places are remembered and linked.
 */
export const shownByHead = (text: ReadingText, paper: DocumentDetail): ReadonlySet<number> => {
  const shown = [
    paper.issuer,
    `số ${paper.number ?? ""} ${longDay(paper.issuedOn)}`,
    papers(paper.kind),
    `về ${paper.abstract}`,
  ].map(words);
  const body = text.blocks.findIndex((block, at) => at >= longest || !isHead(block));
  const head = text.blocks.slice(0, Math.max(0, body));
  return new Set(
    head.flatMap((block, at) => {
      const line = words(blockText(block));
      return line.trim() === "" || shown.some((one) => one.includes(line)) ? [at] : [];
    }),
  );
};
