import { inCapitals } from "./heading";
import { type Line, lineText } from "./pdf-lines";
import type { Paragraph, TextRun } from "./piece";

/** The text area of a paper, in points. */
export interface TextArea {
  readonly left: number;
  readonly right: number;
  /** How far first lines are set in; 0 where they are not. */
  readonly indent: number;
  /** From base line to base line within a paragraph. */
  readonly spacing: number;
}

/** Where text begins and ends on most lines, and how far apart lines are. */
export const measure = (lines: readonly Line[]): TextArea => {
  const long = lines.filter((line) => lineText(line).length > 40);
  const sample = long.length > 3 ? long : lines;
  const left = mostCommon(sample.map((line) => Math.round(line.x0)));
  const ends = sample.map((line) => line.x1).sort((a, b) => a - b);
  const right = ends[Math.floor(ends.length * 0.9)] ?? left;
  const gaps = lines.flatMap((line, i) => {
    const gap = line.y - (lines[i - 1]?.y ?? line.y);
    return lines[i - 1]?.page === line.page && gap > 2 && gap < 60 ? [Math.round(gap)] : [];
  });
  const indents = sample
    .map((line) => Math.round(line.x0 - left))
    .filter((indent) => indent > 8 && indent < 80);
  return { left, right, indent: mostCommon(indents), spacing: mostCommon(gaps) || 18 };
};

const mostCommon = (values: readonly number[]): number => {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  // Nearby values count for one another: a margin may waver by a point.
  const weight = (value: number) =>
    (counts.get(value) ?? 0) * 2 + (counts.get(value - 1) ?? 0) + (counts.get(value + 1) ?? 0);
  return [...counts.keys()].sort((a, b) => weight(b) - weight(a) || a - b)[0] ?? 0;
};

const listMark = /^\s*(?:[-–+•*]|[a-zđ]{1,2}\)|\d{1,3}(?:\.\d{1,3}){0,3}[.)]|[IVX]{1,5}[.)-])\s/u;
const numbered =
  /^\s*(?:(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC)\s+(?:thứ\s+\p{L}+|[IVX\d]+)\s*(?:$|[.:])|Điều\s+\d+\s*[.:])/u;

/** Lines of one column as paragraphs. */
export const toParagraphs = (
  lines: readonly Line[],
  areaOf: (line: Line | undefined) => TextArea,
): Paragraph[] => {
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group && continues(group, line, areaOf(line))) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => {
    const align = alignOf(group, areaOf(group[0]));
    return { is: "paragraph", runs: joinLines(group), ...(align && { align }) };
  });
};

const width = (area: TextArea) => area.right - area.left;

const isCentred = (line: Line, area: TextArea): boolean => {
  const before = line.x0 - area.left;
  const after = area.right - line.x1;
  const text = lineText(line);
  const title = isBoldLine(line) || text === text.toUpperCase();
  if (listMark.test(text) && before < line.size * 4) return false;
  // A first line that happens to end as far from the right as it begins from the left.
  if (!title && Math.abs(before - area.indent) < 2) return false;
  if (before < line.size * 1.2 || after < line.size * 1.2)
    return title && before > 2 && after > 2 && Math.abs(before - after) < 6;
  return Math.abs(before - after) < Math.max(line.size * 1.4, Math.min(before, after) * 0.12);
};

const isRight = (line: Line, area: TextArea): boolean =>
  line.x0 > area.left + width(area) * 0.45 && area.right - line.x1 < width(area) * 0.1;

const isFull = (line: Line, area: TextArea): boolean => line.x1 > area.right - width(area) * 0.1;

const isBoldLine = (line: Line): boolean => line.segments.every((segment) => segment.bold);

const continues = (group: readonly Line[], line: Line, area: TextArea): boolean => {
  const first = group[0];
  const before = group.at(-1);
  if (!first || !before) return false;
  const text = lineText(line).trim();
  const previous = lineText(before).trim();
  const samePage = before.page === line.page;
  if (Math.abs(before.size - line.size) > 1.5) return false;
  const gap = samePage ? line.y - before.y : area.spacing;
  const own = group.length > 1 && first.page === group[1]?.page ? (group[1]?.y ?? 0) - first.y : area.spacing;
  if (gap > Math.max(own, area.spacing) * 1.3 + 1) return false;
  if (numbered.test(text) && !(isFull(before, area) && /[\p{L},]$/u.test(previous))) return false;

  const centred = isCentred(line, area);
  if (centred !== (group.length === 1 ? isCentred(before, area) : isCentred(first, area))) {
    // The last line of a justified paragraph may look centred only by chance; it would be indented, though.
    if (centred || !isFull(before, area)) return false;
  } else if (centred) {
    const wide = before.x1 - before.x0 > width(area) * 0.5;
    return (
      isBoldLine(before) === isBoldLine(line) &&
      inCapitals(previous) === inCapitals(text) &&
      (/^\p{Ll}/u.test(text) ||
        (wide && /^[^(]/.test(text) && !/[.;:]$/.test(previous) && text !== text.toUpperCase()))
    );
  }
  if (isRight(line, area) !== isRight(before, area) && !isFull(before, area)) return false;

  const indent = line.x0 - area.left;
  const tolerance = line.size * 0.5;
  const second = group[1];
  if (second && Math.abs(line.x0 - second.x0) < tolerance)
    return isFull(before, area) || /^\p{Ll}/u.test(text);
  if (indent > tolerance) {
    // Hanging text after a list mark, or a block set in from the margin.
    const hanging = listMark.test(lineText(first)) && line.x0 - first.x0 > 3 && line.x0 - first.x0 < 60;
    return group.length === 1 && isFull(before, area) && hanging && !listMark.test(text);
  }
  if (listMark.test(text) && !isFull(before, area)) return false;
  if (listMark.test(text) && /[.;:]$/.test(previous)) return false;
  return isFull(before, area) || /^\p{Ll}/u.test(text);
};

const alignOf = (group: readonly Line[], area: TextArea): Paragraph["align"] => {
  if (group.every((line) => isCentred(line, area))) return "centre";
  return group.length === 1 && group.every((line) => isRight(line, area)) ? "right" : undefined;
};

/** One text again. A hyphen at the end of a line, close to its word, belongs to the next line's word. */
export const joinLines = (group: readonly Line[]): TextRun[] =>
  group.flatMap((line, i) => {
    const runs = line.segments.flatMap((segment, n) =>
      n === 0 ? segment.runs : [{ text: " " }, ...segment.runs],
    );
    const before = i > 0 ? lineText(group[i - 1] as Line) : "";
    const close = i === 0 || /\p{L}[-\u2010]$/u.test(before.trimEnd());
    return close ? runs : [{ text: " " }, ...runs];
  });
