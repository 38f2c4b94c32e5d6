import { countHeadRows } from "./grid-head";
import { cleanText, type Paragraph, type Piece, pieceText, type TextRun } from "./piece";
import { childNodes, type WordNode } from "./word-node";

type Row = Extract<WordNode, { type: "tableRow" }>;
type Cell = Extract<WordNode, { type: "tableCell" }>;
/** Word itself takes 63 columns; a cell may claim to be thousands of millions wide. */
const mostColumns = 200;

type Read = (nodes: readonly WordNode[]) => Piece[];

/** Words that stand in the two-column head of a paper, or beside its signature: such a table only lays text out. */
const layoutWords =
  /CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|Nơi nhận\s*:|NGƯỜI GHI BIÊN BẢN|^[ \t\u00a0]*Số[\s:\d.…_]*[-/]/mu;

/** A Word table as a grid, or as lines where it was only a means to set text side by side. */
export const readTable = (node: WordNode, read: Read): Piece[] => {
  const rows = childNodes(node).filter((row): row is Row => row.type === "tableRow");
  const cells = rows.map((row) =>
    childNodes(row)
      .filter((cell): cell is Cell => cell.type === "tableCell")
      .map((cell) => (cell.colSpan > mostColumns ? { ...cell, colSpan: mostColumns } : cell)),
  );
  const width = Math.min(
    mostColumns,
    cells.reduce(
      (most, row) =>
        Math.max(
          most,
          row.reduce((sum, cell) => sum + cell.colSpan, 0),
        ),
      0,
    ),
  );
  const pieces = cells.map((row) => row.map((cell) => read(cell.children)));
  if (width <= 1) return pieces.flat(2);
  const laidOut = layoutWords.test(pieces.flat(2).map(pieceText).join("\n"));
  if (width <= 3 && (rows.length === 1 || (rows.length <= 6 && laidOut))) return layoutLines(pieces);

  const grid: string[][] = rows.map(() => Array.from({ length: width }, () => ""));
  const taken = rows.map(() => new Set<number>());
  cells.forEach((row, y) => {
    let x = 0;
    row.forEach((cell, i) => {
      while (taken[y]?.has(x)) x += 1;
      for (let dy = 0; dy < cell.rowSpan; dy += 1)
        for (let dx = 0; dx < cell.colSpan; dx += 1) taken[y + dy]?.add(x + dx);
      const line = grid[y];
      if (line && x < width) line[x] = cellText(pieces[y]?.[i] ?? []);
      x += cell.colSpan;
    });
  });
  const head = headRows(rows, pieces);
  const filled = grid[0]?.map((_, x) => grid.some((row) => row[x] !== "")) ?? [];
  const kept = grid
    .filter((row) => row.some((text) => text !== ""))
    .map((row) => row.filter((_, x) => filled[x]));
  return kept.length > 0 ? [{ is: "grid", rows: kept, head: Math.min(head, kept.length) }] : [];
};

/** The left column from top to bottom, then the right; but a signature before the list of recipients. */
const layoutLines = (rows: readonly (readonly Piece[])[][]): Piece[] => {
  const columns: Piece[][] = [];
  for (const row of rows)
    row.forEach((cell, x) => {
      columns[x] ??= [];
      columns[x].push(...cell);
    });
  const recipients = columns[0]?.some((piece) => /^\s*Nơi nhận\s*:/u.test(pieceText(piece)));
  const lines = (column: readonly Piece[], side: "left" | "right", list: boolean) =>
    column.map(
      (piece): Piece =>
        piece.is === "grid"
          ? piece
          : ({ ...piece, column: side, align: list ? undefined : "centre" } satisfies Paragraph),
    );
  const [left = [], ...rest] = columns.map((column, x) => (x === 0 && recipients ? joined(column) : column));
  const right = rest.flatMap((column) => lines(column, "right", false));
  return recipients ? [...right, ...lines(left, "left", true)] : [...lines(left, "left", false), ...right];
};

/** A recipient whose name runs over two lines is one item again. */
const joined = (column: readonly Piece[]): Piece[] => {
  const items: Piece[] = [];
  /** The item that may go on, and how it ends so far. */
  let open: { readonly runs: TextRun[]; end: string } | undefined;
  for (const piece of column) {
    const text = piece.is === "paragraph" ? pieceText(piece) : "";
    if (open && piece.is === "paragraph" && !/[;.]\s*$/.test(open.end) && !/^\s*(?:-|$)/.test(text)) {
      open.runs.push({ text: " " });
      for (const run of piece.runs) open.runs.push(run);
      open.end = text;
    } else if (piece.is === "paragraph" && /^\s*-/.test(text)) {
      open = { runs: [...piece.runs], end: text };
      items.push({ ...piece, runs: open.runs });
    } else {
      open = undefined;
      items.push(piece);
    }
  }
  return items;
};

const cellText = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => cleanText(pieceText(piece)).trim())
    .filter((text) => !/^_*$/.test(text))
    .join("\n");

/** Rows that Word repeats on each page, or that look like a head; with the rows that their cells reach into. */
const headRows = (rows: readonly Row[], pieces: readonly (readonly Piece[])[][]): number => {
  const marked = rows.findIndex((row) => !row.isHeader);
  const looks = pieces.map((row) =>
    row.map((cell) => ({ text: cellText(cell), bold: cell.every(isBoldPiece) })),
  );
  const head = countHeadRows(looks, marked < 0 ? 1 : marked);
  const spans = childNodes(rows[0] ?? { type: "other" }).map((cell) =>
    cell.type === "tableCell" ? cell.rowSpan : 1,
  );
  return head === 1 ? countHeadRows(looks, Math.max(1, ...spans)) : head;
};

const isBoldPiece = (piece: Piece) =>
  piece.is === "paragraph" && piece.runs.every((run) => run.bold || run.text.trim() === "");
