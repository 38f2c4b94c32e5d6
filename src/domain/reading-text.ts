import * as v from "valibot";

/**
 * A paper as text that flows on a small screen: what travels to every phone, what is searched and read.
 * Runs of a paragraph carry emphasis; a table is rows of cells of plain text.
 */
const run = v.union([
  v.string(),
  v.object({ t: v.string(), b: v.optional(v.literal(1)), i: v.optional(v.literal(1)) }),
]);

const block = v.variant("k", [
  /** A heading of level 1 (chương, phần) to 3 (điều, khoản with a title). */
  v.object({ k: v.literal("h"), l: v.picklist([1, 2, 3]), t: v.string() }),
  /** A paragraph; `a: "c"` is centred, as the head of a paper is. */
  v.object({ k: v.literal("p"), r: v.array(run), a: v.optional(v.picklist(["c", "r"])) }),
  /** A list item with its own mark ("a)", "-", "1."). */
  v.object({ k: v.literal("l"), m: v.string(), r: v.array(run) }),
  /** A table, row by row; the first `h` rows are its head. */
  v.object({ k: v.literal("t"), rows: v.array(v.array(v.string())), h: v.optional(v.number()) }),
]);

export const readingText = v.object({ v: v.literal(1), blocks: v.array(block) });
export type ReadingText = v.InferOutput<typeof readingText>;
export type Block = v.InferOutput<typeof block>;
export type Run = v.InferOutput<typeof run>;

const runText = (one: Run): string => (typeof one === "string" ? one : one.t);

/** The words of a block, for search and for the rules at the door. */
export const blockText = (one: Block): string => {
  switch (one.k) {
    case "h":
      return one.t;
    case "p":
      return one.r.map(runText).join("");
    case "l":
      return `${one.m} ${one.r.map(runText).join("")}`;
    case "t":
      return one.rows.map((row) => row.join(" ")).join("\n");
  }
};

/** All words of a text, one line a block. */
export const plainText = (text: ReadingText): string => text.blocks.map(blockText).join("\n");
