import { type Block, blockText, type ReadingText, type Run } from "../../domain/reading-text";

/** The kinds a clerk can give a paragraph; a table stays a table. */
export type BlockKind = "h1" | "h2" | "h3" | "p" | "c" | "l";

export const kindOfBlock = (block: Block): BlockKind | "t" => {
  switch (block.k) {
    case "h":
      return `h${block.l}`;
    case "l":
      return "l";
    case "t":
      return "t";
    case "p":
      return block.a === "c" ? "c" : "p";
  }
};

const runsOf = (block: Block): Run[] =>
  block.k === "h"
    ? [block.t]
    : block.k === "t"
      ? []
      : block.k === "l"
        ? [`${block.m} `, ...block.r]
        : [...block.r];

const mark = /^\s*([-–+•*]|[a-zđ]{1,2}\)|\d{1,3}(?:\.\d{1,3})*[.)]?)\s+/u;

const withKind = (runs: readonly Run[], kind: BlockKind): Block => {
  const text = runs.map((run) => (typeof run === "string" ? run : run.t)).join("");
  switch (kind) {
    case "h1":
      return { k: "h", l: 1, t: text };
    case "h2":
      return { k: "h", l: 2, t: text };
    case "h3":
      return { k: "h", l: 3, t: text };
    case "p":
      return { k: "p", r: [...runs] };
    case "c":
      return { k: "p", a: "c", r: [...runs] };
    case "l": {
      const found = mark.exec(text);
      // Emphasis inside stays only where the mark is a run of its own; the words count more.
      return { k: "l", m: found?.[1] ?? "-", r: [found ? text.slice(found[0].length) : text] };
    }
  }
};

const replaceAt = (text: ReadingText, at: number, count: number, blocks: readonly Block[]): ReadingText => ({
  ...text,
  blocks: [...text.blocks.slice(0, at), ...blocks, ...text.blocks.slice(at + count)],
});

export const changeKind = (text: ReadingText, at: number, kind: BlockKind): ReadingText => {
  const block = text.blocks[at];
  return !block || block.k === "t" ? text : replaceAt(text, at, 1, [withKind(runsOf(block), kind)]);
};

/** New words for a paragraph. Its kind stays; emphasis inside it goes, since nobody said where it belongs now. */
export const changeText = (text: ReadingText, at: number, words: string): ReadingText => {
  const block = text.blocks[at];
  if (!block) return text;
  const kind = kindOfBlock(block);
  return kind === "t" ? text : replaceAt(text, at, 1, [withKind([words], kind)]);
};

export const removeBlock = (text: ReadingText, at: number): ReadingText => replaceAt(text, at, 1, []);

/** Joins a paragraph to the one above, which keeps its kind. */
export const mergeUp = (text: ReadingText, at: number): ReadingText => {
  const above = text.blocks[at - 1];
  const block = text.blocks[at];
  if (!above || !block || above.k === "t" || block.k === "t") return text;
  const kind = kindOfBlock(above);
  if (kind === "t") return text;
  const joined: Block =
    above.k === "l"
      ? { ...above, r: [...above.r, " ", ...runsOf(block)] }
      : withKind([...runsOf(above), " ", ...runsOf(block)], kind);
  return replaceAt(text, at - 1, 2, [joined]);
};

/** What stands in the editing field of a paragraph. */
export const wordsOf = (block: Block): string => blockText(block);
