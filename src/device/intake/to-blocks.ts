import type { Block, ReadingText, Run } from "../../domain/reading-text";
import { headingOf, inCapitals, isBold, kindStart, kindTitle, looksLikeTitle } from "./heading";
import { isOrnament, type Paragraph, type Piece, pieceText, type TextRun, tidyRuns } from "./piece";

/** Pieces of the official head: nothing is a heading before the paper's title, if that comes this early. */
const headWithin = 24;

const mark =
  /^([-–+•*○●▪]|[a-zđ]{1,2}\)|\d{1,3}(?:\.\d{1,3}){0,3}[.)]|\d{1,2}(?:\.\d{1,2}){1,3}|\([a-zđ0-9]{1,2}\))\s+(?=\S)/u;

/** How parts of a paper begin: a title above does not go on here. */
const numberedStart = /^(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|PHỤ LỤC|Phụ lục|Điều|[IVXLC]+\s*[.–)-]|\d+\.)\s*/u;

/** Makes the text for small screens: headings, lists with their marks, tables, and paragraphs. */
export const toReadingText = (pieces: readonly Piece[]): ReadingText => {
  const tidy = pieces.flatMap(tidied);
  const title = tidy
    .slice(0, headWithin)
    .findIndex((piece) => piece.is === "paragraph" && isKindTitle(piece));
  const head = Math.max(0, title);
  let abstract = false;
  const blocks: Block[] = [];
  let open: { block: Extract<Block, { k: "h" }>; lines: number; title: boolean } | undefined;
  for (const [i, piece] of tidy.entries()) {
    if (piece.is === "grid") {
      blocks.push({ k: "t", rows: piece.rows.map((row) => [...row]), ...(piece.head && { h: piece.head }) });
      open = undefined;
      continue;
    }
    if (i < head) {
      blocks.push(paragraphBlock({ ...piece, align: piece.align ?? "centre" }));
      continue;
    }
    const text = pieceText(piece);
    // The trích yếu: whatever stands in the middle right under the kind.
    abstract =
      title >= 0 &&
      (i === title + 1 || (abstract && i > title)) &&
      piece.align === "centre" &&
      !numberedStart.test(text);
    if (abstract) {
      blocks.push(paragraphBlock(piece));
      open = undefined;
      continue;
    }
    const heading = headingOf(piece);
    if (open && continues(open, piece, heading?.level)) {
      // The title under "Chương I" keeps its own line; a title broken over lines is one line again.
      open.block.t += (open.lines === 0 ? "\n" : " ") + text;
      open.lines += 1;
      open.title = inCapitals(text);
    } else if (heading) {
      const block = { k: "h" as const, l: heading.level, t: text };
      blocks.push(block);
      const title = inCapitals(text) && !kindTitle.test(text) && piece.align === "centre";
      open = { block, lines: heading.open ? 0 : 1, title };
      if (!heading.open && !open.title) open = undefined;
    } else {
      blocks.push(paragraphBlock(piece));
      open = undefined;
    }
  }
  return { v: 1, blocks };
};

const isKindTitle = (paragraph: Paragraph) =>
  paragraph.column === undefined && kindStart.test(pieceText(paragraph)) && looksLikeTitle(paragraph);

/** A title goes on in the next line where that is set like it and does not begin something of its own. */
const continues = (
  open: { readonly lines: number; readonly title: boolean },
  piece: Paragraph,
  level: number | undefined,
): boolean => {
  const text = pieceText(piece);
  // Under a bare "Chương IV" a title as wide as the page does not look centred.
  const wide = open.lines === 0 && !piece.align && inCapitals(text) && isBold(piece);
  if (piece.column || !(wide || looksLikeTitle(piece))) return false;
  const begins = /^(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục|PHỤ LỤC|Phụ lục|Điều|[IVXLC]+\s*[.–)-]|\d+\.)\s*/u.test(
    text,
  );
  if (begins || kindTitle.test(text)) return false;
  return open.lines === 0 || (open.title && level !== 1 && inCapitals(text));
};

const tidied = (piece: Piece): Piece[] => {
  if (piece.is === "grid") return piece.rows.length > 0 ? [piece] : [];
  const runs = tidyRuns(piece.runs);
  const text = runs.map((run) => run.text).join("");
  return isOrnament(text) ? [] : [{ ...piece, runs }];
};

const paragraphBlock = (piece: Paragraph): Block => {
  const text = pieceText(piece);
  const found = piece.align ? undefined : mark.exec(text);
  if (found?.[1]) return { k: "l", m: found[1], r: toRuns(dropStart(piece.runs, found[0].length)) };
  const a = piece.align === "centre" ? "c" : piece.align === "right" ? "r" : undefined;
  return { k: "p", r: toRuns(piece.runs), ...(a && { a }) };
};

const dropStart = (runs: readonly TextRun[], count: number): TextRun[] => {
  let left = count;
  return runs.flatMap((run) => {
    const text = run.text.slice(left);
    left = Math.max(0, left - run.text.length);
    return text ? [{ ...run, text }] : [];
  });
};

const toRuns = (runs: readonly TextRun[]): Run[] =>
  runs.map((run) =>
    run.bold || run.italic
      ? { t: run.text, ...(run.bold && { b: 1 as const }), ...(run.italic && { i: 1 as const }) }
      : run.text,
  );
