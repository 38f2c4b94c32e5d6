import type { Provision } from "./provisions";
import { type Block, blockText } from "./reading-text";

/** A line of the table of contents. */
export interface ContentsLine {
  readonly block: number;
  readonly title: string;
  /** 0 for the outermost. */
  readonly depth: number;
  readonly slug?: string;
}

const longestTitle = 110;

/** One line, short enough for a list; an article that is a paragraph of its own is cut at a word. */
const titleOf = (block: Block): string => {
  const text = blockText(block).slice(0, 400).replace(/\s+/g, " ").trim();
  if (text.length <= longestTitle) return text;
  return `${text.slice(0, longestTitle).replace(/\s+\S*$/, "")}…`;
};

const outlined = new Set<Provision["kind"]>(["part", "annex", "chapter", "section", "subsection", "article"]);

/** Headings, and whatever is numbered like one. `hidden` blocks stand in the screen's own head. */
export const contentsOf = (
  blocks: readonly Block[],
  provisions: readonly Provision[],
  hidden: ReadonlySet<number> = new Set(),
): readonly ContentsLine[] => {
  const begins = new Map<number, Provision>();
  for (const one of provisions) if (!begins.has(one.block)) begins.set(one.block, one);
  const lines: ContentsLine[] = [];
  /** Depths of the headings that are open, by how deep each lies: a step is never more than one. */
  let depths: number[] = [];
  const levelOf = (block: Block, one: Provision | undefined): number | undefined => {
    if (one && outlined.has(one.kind)) return levels[one.kind];
    if (block.k !== "h") return undefined;
    return one ? levels[one.kind] : block.l * 2 - 1;
  };
  for (const [at, block] of blocks.entries()) {
    if (hidden.has(at)) continue;
    const provision = begins.get(at);
    const level = levelOf(block, provision);
    if (level === undefined) continue;
    const title = titleOf(block);
    if (!title) continue;
    depths = [...depths.filter((one) => one < level), level];
    lines.push({ block: at, title, depth: depths.length - 1, ...(provision && { slug: provision.slug }) });
  }
  return lines;
};

const levels: Readonly<Record<Provision["kind"], number>> = {
  part: 0,
  annex: 0,
  chapter: 1,
  section: 2,
  subsection: 3,
  article: 4,
  clause: 6,
  point: 7,
};

/** The line that one is at: the last that begins at or before the block. */
export const lineAt = (lines: readonly ContentsLine[], block: number): number =>
  lines.findLastIndex((line) => line.block <= block);
