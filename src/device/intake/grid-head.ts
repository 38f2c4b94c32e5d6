/** A cell as far as it matters for telling the head of a table from its body. */
export interface HeadCell {
  readonly text: string;
  readonly bold: boolean;
}

/** Where the first column counts, the row that says so names the columns, bold or not. */
const countsRows = /^\s*(?:S?TT|số\s+(?:tt|thứ tự))\.?\s*$/iu;

/** How many first rows are the head: a row all in bold type or with "TT" in it first, and the row of column numbers under it. */
export const countHeadRows = (rows: readonly (readonly HeadCell[])[], least = 0): number => {
  const filled = (y: number) => (rows[y] ?? []).filter((cell) => cell.text.trim() !== "");
  const named = filled(0).every((cell) => cell.bold) || countsRows.test(rows[0]?.[0]?.text ?? "");
  const head = Math.max(least, named && filled(0).length > 1 && rows.length > 1 ? 1 : 0);
  const numbers = (y: number) =>
    filled(y).length > 1 && filled(y).every((cell) => /^\s*\(?\d{1,2}\)?\s*$/.test(cell.text));
  const under = Math.max(1, head);
  return numbers(under) ? under + 1 : head;
};
