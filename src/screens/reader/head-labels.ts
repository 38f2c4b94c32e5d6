import type { Block } from "../../domain/reading-text";

type Table = Extract<Block, { readonly k: "t" }>;

/** The name of each column: the rows of the head one under the other; an empty cell belongs to the one at its left. */
export const headLabels = ({ rows, h = 0 }: Pick<Table, "rows" | "h">): readonly string[] => {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const head = rows.slice(0, h).map((row, y, all) => {
    let left = "";
    return Array.from({ length: width }, (_, x) => {
      const own = row[x]?.trim() ?? "";
      if (own) left = own;
      // In the last row of a head nothing is spread: an empty cell continues what stands above it.
      return own || (y < all.length - 1 ? left : "");
    });
  });
  return Array.from({ length: width }, (_, x) =>
    [...new Set(head.map((row) => row[x] ?? ""))].filter(Boolean).join(" – ").replace(/\s+/g, " "),
  );
};
