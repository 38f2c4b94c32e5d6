import { type Block, blockText } from "../../domain/reading-text";

/** A block, or one slice of a paragraph that is too long to be laid out at once. */
export interface Slice {
  readonly block: number;
  /** In the words of the block; of a whole one 0 and its end. */
  readonly from: number;
  readonly to: number;
}

/** Slices drawn together. */
export type Section = readonly Slice[];

/** What fills a screen is drawn first, then more at once. Letters weigh, and each block and cell a little more. */
const firstWeight = 2_400;
const sectionWeight = 12_000;
const mostSlices = 40;
const firstSlices = 12;
/** From here a paragraph is no paragraph: it is drawn in slices of this many letters. */
const longestSlice = 8_000;

const weightOf = (block: Block): number => {
  const cells = block.k === "t" ? block.rows.reduce((sum, row) => sum + row.length, 0) : 0;
  return 60 + cells * 20;
};

const slicesOf = (block: Block, at: number): readonly Slice[] => {
  const text = blockText(block);
  if (block.k === "t" || text.length <= longestSlice * 1.5) return [{ block: at, from: 0, to: text.length }];
  const slices: Slice[] = [];
  for (let from = 0; from < text.length; ) {
    const end = from + longestSlice;
    const space = text.lastIndexOf(" ", end);
    const to = end >= text.length ? text.length : space > from + longestSlice / 2 ? space + 1 : end;
    slices.push({ block: at, from, to });
    from = to;
  }
  return slices;
};

/** A text in sections. `hidden` blocks are not drawn: the screen's own head shows them. */
export const sectionsOf = (
  blocks: readonly Block[],
  hidden: ReadonlySet<number> = new Set(),
): readonly Section[] => {
  const sections: Slice[][] = [[]];
  let weight = 0;
  for (const [at, block] of blocks.entries()) {
    if (hidden.has(at)) continue;
    for (const slice of slicesOf(block, at)) {
      const first = sections.length === 1;
      const here = sections.at(-1) as Slice[];
      const full = weight >= (first ? firstWeight : sectionWeight);
      if (here.length > 0 && (full || here.length >= (first ? firstSlices : mostSlices))) {
        sections.push([]);
        weight = 0;
      }
      sections.at(-1)?.push(slice);
      weight += weightOf(block) + slice.to - slice.from;
    }
  }
  return sections;
};

/** The section of a place in a block; of a hidden block the first after it. */
export const sectionAt = (sections: readonly Section[], block: number, offset = 0): number => {
  const found = sections.findIndex((section) =>
    section.some((slice) => slice.block > block || (slice.block === block && offset < Math.max(slice.to, 1))),
  );
  return found < 0 ? Math.max(0, sections.length - 1) : found;
};

/** A text longer than this is drawn around the place one is at, not whole: memory stays bounded. */
const mostDrawn = 60;
export const isLong = (sections: readonly Section[]): boolean => sections.length > mostDrawn;

/** About how high a section is, in pixels, before it was ever drawn: a line holds so many letters. */
export const estimatedHeight = (
  section: Section,
  blocks: readonly Block[],
  lettersInLine: number,
  lineHeight: number,
): number =>
  section.reduce((height, { block, from, to }) => {
    const one = blocks[block];
    // A table scrolls inside itself.
    if (one?.k === "t") return height + Math.min(innerHeight * 0.8, one.rows.length * 2.2 * lineHeight);
    return height + (Math.ceil((to - from) / lettersInLine) + 0.3) * lineHeight;
  }, 0);
