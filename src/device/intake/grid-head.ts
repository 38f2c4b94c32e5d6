/** A cell as far as it matters for telling the head of a table from its body. */
export interface HeadCell {
  readonly text: string;
  readonly bold: boolean;
}

/** How many first rows are the head: a row all in bold type, and the row of column numbers under it. */
export const countHeadRows = (rows: readonly (readonly HeadCell[])[], least = 0): number => {
  const filled = (y: number) => (rows[y] ?? []).filter((cell) => cell.text.trim() !== "");
  const bold = filled(0).length > 1 && filled(0).every((cell) => cell.bold);
  const head = Math.max(least, bold && rows.length > 1 ? 1 : 0);
  const numbers = (y: number) =>
    filled(y).length > 1 && filled(y).every((cell) => /^\s*\(?\d{1,2}\)?\s*$/.test(cell.text));
  const under = Math.max(1, head);
  return numbers(under) ? under + 1 : head;
};
