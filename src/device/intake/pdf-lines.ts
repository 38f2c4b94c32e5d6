import type { PlacedText } from "./pdf-page";
import type { TextRun } from "./piece";

/** What stands together on one base line; a wide gap ends a segment. */
export interface Segment {
  readonly runs: readonly TextRun[];
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly bold: boolean;
}

export interface Line {
  readonly page: number;
  readonly y: number;
  readonly size: number;
  readonly segments: readonly Segment[];
  readonly x0: number;
  readonly x1: number;
}

/** In letter heights: a wider gap separates columns, a narrower one is a space between words. */
const columnGap = 2.2;
const wordGap = 0.16;
/** What begins the right half of a head, however near it comes to the left half. */
const motto = /^(?:CỘNG H(?:ÒA|OÀ) XÃ HỘI|ĐẢNG CỘNG SẢN|Độc lập\s*-)/u;

/** Texts of one page as lines from top to bottom. */
export const toLines = (texts: readonly PlacedText[], page: number): Line[] => {
  const rows: { y: number; size: number; texts: PlacedText[] }[] = [];
  for (const text of [...texts].sort((a, b) => b.size - a.size || a.y - b.y)) {
    // Larger letters first, so that a footnote's sign joins the line it stands above.
    const row = rows.find((one) => Math.abs(one.y - text.y) < Math.max(one.size, text.size) * 0.42);
    if (row) row.texts.push(text);
    else rows.push({ y: text.y, size: text.size, texts: [text] });
  }
  return rows
    .sort((a, b) => a.y - b.y)
    .map(({ y, size, texts: own }) => {
      const segments = toSegments(own, size);
      return {
        page,
        y,
        size,
        segments,
        x0: segments[0]?.x0 ?? 0,
        x1: segments.at(-1)?.x1 ?? 0,
      };
    });
};

const toSegments = (texts: readonly PlacedText[], size: number): Segment[] => {
  const groups: PlacedText[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const text of [...texts].sort((a, b) => a.x0 - b.x0)) {
    const gap = text.x0 - end;
    if (gap > size * columnGap || (gap > size * 0.4 && motto.test(text.text))) groups.push([]);
    groups.at(-1)?.push(text);
    end = Math.max(end, text.x1);
  }
  return groups.map((group) => {
    const runs: TextRun[] = [];
    let before: PlacedText | undefined;
    for (const text of group) {
      const gap = before && text.x0 - before.x1 > size * wordGap;
      runs.push({ text: (gap ? " " : "") + text.text, bold: text.bold, italic: text.italic });
      before = text;
    }
    const letters = (bold: boolean) =>
      group.reduce((sum, text) => sum + (text.bold === bold ? text.text.length : 0), 0);
    return {
      runs,
      text: runs.map((run) => run.text).join(""),
      x0: group[0]?.x0 ?? 0,
      x1: Math.max(...group.map((text) => text.x1)),
      bold: letters(true) > letters(false) * 4,
    };
  });
};

export const lineText = (line: Line): string => line.segments.map((segment) => segment.text).join("\t");
