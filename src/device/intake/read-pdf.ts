import { type Stretch, splitColumns } from "./pdf-columns";
import { withoutFurniture } from "./pdf-furniture";
import { type Line, lineText, toLines } from "./pdf-lines";
import { type PdfPage, readPage } from "./pdf-page";
import { joinLines, measure, type TextArea, toParagraphs } from "./pdf-paragraphs";
import { readStamps } from "./pdf-stamps";
import { type FoundTable, findTables } from "./pdf-table";
import { loadPdfjs } from "./pdfjs";
import type { Grid, Paragraph, Piece } from "./piece";

export interface PdfPaper {
  readonly pieces: Piece[];
  /** Every line of the first page as it stands there, margins included: for the rules at the door. */
  readonly firstPage: string[];
  /** What lies upon or across the lines of the first page, for those rules alone. */
  readonly stamps: string[];
  /** True where the pages are pictures. */
  readonly scanned: boolean;
}

export interface ReadOptions {
  /** From 0 to 1. */
  readonly onProgress?: ((done: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Fewer letters a page than this is a stamp or a page number over a picture, no text. */
const lettersPerPage = 25;
/** So many lines on one page are a drawing, not a table. */
const mostRules = 4000;

/** Named as pdf.js names its own, for the one who catches both. */
class EncryptedPdf extends Error {
  override readonly name = "PasswordException";
}

/** A PDF as paragraphs and tables. Throws pdf.js's own errors (password, damage), and on abort. */
export const readPdf = async (bytes: Uint8Array, options: ReadOptions = {}): Promise<PdfPaper> => {
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    // pdf.js takes the buffer over to its worker; the caller still needs his.
    data: Uint8Array.from(bytes),
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    useSystemFonts: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    // Locked against change but open to read: the door refuses these too, since what is signed must be seen whole.
    const { info } = await document.getMetadata();
    if ("EncryptFilterName" in info && info.EncryptFilterName) throw new EncryptedPdf();
    const pages: PdfPage[] = [];
    let stamps: string[] = [];
    for (let n = 1; n <= document.numPages; n += 1) {
      options.signal?.throwIfAborted();
      const page = await document.getPage(n);
      pages.push(await readPage(pdfjs, page));
      if (n === 1) stamps = await readStamps(pdfjs, page);
      page.cleanup();
      options.onProgress?.(n / document.numPages);
    }
    return { ...toPaper(pages), stamps };
  } finally {
    await task.destroy();
  }
};

const toPaper = (pages: readonly PdfPage[]): Omit<PdfPaper, "stamps"> => {
  const letters = pages.reduce((sum, page) => sum + page.letters, 0);
  const firstPage = toLines(pages[0]?.texts ?? [], 0).map(lineText);
  if (letters < lettersPerPage * pages.length) return { pieces: [], firstPage, scanned: true };
  const tables = pages.map((page) =>
    page.rules.length > mostRules ? [] : findTables(page.rules, page.texts),
  );
  const lines = withoutFurniture(
    pages.map((page, n) => {
      const inTables = tables[n] ?? [];
      const free = page.texts.filter((text) => !inTables.some((table) => table.texts.has(text)));
      return { lines: toLines(free, n), height: page.height };
    }),
  );
  // Upright and lengthwise pages have margins of their own.
  const areas = new Map(
    pages.map((page) => [
      Math.round(page.width),
      measure(lines.filter((line) => Math.round(pages[line.page]?.width ?? 0) === Math.round(page.width))),
    ]),
  );
  const areaOf = (line: Line | undefined) =>
    areas.get(Math.round(pages[line?.page ?? 0]?.width ?? 0)) ?? measure(lines);
  return { pieces: joinGrids(flow(lines, tables, areaOf)), firstPage, scanned: false };
};

/** Text and tables in the order in which they are read. */
const flow = (
  lines: readonly Line[],
  tables: readonly (readonly FoundTable[])[],
  areaOf: (line: Line | undefined) => TextArea,
): Piece[] => {
  const pieces: Piece[] = [];
  let rest: readonly Line[] = lines;
  const split: { readonly lines: readonly Line[]; readonly grid?: Grid }[] = [];
  tables.forEach((own, page) => {
    for (const table of [...own].sort((a, b) => a.top - b.top)) {
      const at = rest.findIndex((line) => line.page > page || (line.page === page && line.y > table.top));
      const count = at < 0 ? rest.length : at;
      split.push({ lines: rest.slice(0, count), grid: table.grid });
      rest = rest.slice(count);
    }
  });
  split.push({ lines: rest });
  split.forEach((part, i) => {
    const stretches = splitColumns(part.lines, i === 0, i === split.length - 1);
    pieces.push(...stretches.flatMap((stretch) => toPieces(stretch, areaOf)));
    if (part.grid) pieces.push(part.grid);
  });
  return pieces;
};

const toPieces = (stretch: Stretch, areaOf: (line: Line | undefined) => TextArea): Piece[] => {
  if (stretch.is === "column") return toParagraphs(stretch.lines, areaOf);
  const centred = (lines: readonly Line[], column: "left" | "right"): Paragraph[] =>
    lines.map((line) => ({ is: "paragraph", runs: joinLines([line]), align: "centre", column }));
  const right = centred(stretch.right, "right");
  if (!stretch.signature) return [...centred(stretch.left, "left"), ...right];
  return [...right, ...recipients(stretch.left)];
};

/** "Nơi nhận" and its items; an item broken over two lines is one again. */
const recipients = (lines: readonly Line[]): Paragraph[] => {
  const groups: Line[][] = [];
  for (const line of lines) {
    const before = groups.at(-1)?.at(-1);
    const goesOn =
      before && !/[;:.]\s*$/.test(lineText(before)) && !/^\s*[-–]/.test(lineText(line)) && groups.length > 1;
    if (goesOn) groups.at(-1)?.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => ({ is: "paragraph", runs: joinLines(group), column: "left" }));
};

/** A table that goes on over a page is one table; the head repeated there is not repeated here. */
const joinGrids = (pieces: readonly Piece[]): Piece[] => {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    if (piece.is !== "grid" || before?.is !== "grid" || before.rows[0]?.length !== piece.rows[0]?.length) {
      joined.push(piece);
      continue;
    }
    const same = piece.rows.findIndex((row, y) => row.join("\t") !== before.rows[y]?.join("\t"));
    const body = piece.rows.slice(same < 0 ? piece.rows.length : Math.min(same, Math.max(before.head, 1)));
    joined[joined.length - 1] = { ...before, rows: [...before.rows, ...body] };
  }
  return joined;
};
