import type { Block } from "../../domain/reading-text";

type Table = Extract<Block, { readonly k: "t" }>;

/** Where each cell begins in the words of its block (`blockText`): cells and rows are one sign apart. */
export const cellStarts = (rows: Table["rows"]): readonly (readonly number[])[] => {
  let at = 0;
  return rows.map((row) => {
    const starts = row.map((cell) => {
      const start = at;
      at += cell.length + 1;
      return start;
    });
    if (row.length === 0) at += 1;
    return starts;
  });
};
