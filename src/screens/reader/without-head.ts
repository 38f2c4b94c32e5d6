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
 * The text without those centred or right-hand lines at its beginning that the screen's own head already shows word for
 * word (kind, subject, issuer, number and day), so that no title stands there twice. Anything else stays.
 */
export const withoutHead = (text: ReadingText, paper: DocumentDetail): ReadingText => {
  const shown = [
    paper.issuer,
    `số ${paper.number ?? ""} ${longDay(paper.issuedOn)}`,
    papers(paper.kind),
    `về ${paper.abstract}`,
  ].map(words);
  const body = text.blocks.findIndex((block, at) => at >= longest || !isHead(block));
  if (body <= 0) return text;
  const head = text.blocks.slice(0, body).filter((block) => {
    const line = words(blockText(block));
    return line.trim() === "" || !shown.some((one) => one.includes(line));
  });
  return { ...text, blocks: [...head, ...text.blocks.slice(body)] };
};
