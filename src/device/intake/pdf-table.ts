import { countHeadRows } from "./grid-head";
import { toLines } from "./pdf-lines";
import type { PlacedText } from "./pdf-page";
import type { Rule } from "./pdf-rules";
import { cleanText, type Grid } from "./piece";

/** A ruled table of a page and the texts in it. */
export interface FoundTable {
  readonly top: number;
  readonly bottom: number;
  readonly grid: Grid;
  readonly texts: ReadonlySet<PlacedText>;
}

/** Cells times rules: more than this is a drawing or a trap, and each cell would be held against each rule. */
const mostWork = 20_000_000;

/** Rules nearer than this are one. */
const near = 3;

/** Tables by their drawn lines: those that touch make one table, and cells without a line between them are one. */
export const findTables = (rules: readonly Rule[], texts: readonly PlacedText[]): FoundTable[] =>
  touching(rules).flatMap((group) => {
    const xs = distinct(group.filter((rule) => rule.along === "y").map((rule) => rule.at));
    const ys = distinct(group.filter((rule) => rule.along === "x").map((rule) => rule.at));
    if (xs.length < 3 || ys.length < 2 || xs.length * ys.length * group.length > mostWork) return [];
    const [left, right, top, bottom] = [xs[0] ?? 0, xs.at(-1) ?? 0, ys[0] ?? 0, ys.at(-1) ?? 0];
    const inside = texts.filter((text) => {
      const middle = (text.x0 + text.x1) / 2;
      return middle > left && middle < right && text.y > top && text.y - text.size * 0.3 < bottom;
    });
    const grid = inside.length > 0 ? toGrid(group, xs, ys, inside) : undefined;
    return grid ? [{ top, bottom, grid, texts: new Set(inside) }] : [];
  });

const touching = (rules: readonly Rule[]): Rule[][] => {
  const groups: Rule[][] = [];
  for (const rule of rules) {
    const met = groups.filter((group) => group.some((other) => meets(rule, other)));
    for (const group of met) groups.splice(groups.indexOf(group), 1);
    groups.push([...met.flat(), rule]);
  }
  return groups.filter((group) => group.length >= 4);
};

const meets = (a: Rule, b: Rule): boolean => {
  const overlap = a.from - near <= b.to && b.from - near <= a.to;
  if (a.along === b.along) return Math.abs(a.at - b.at) <= near && overlap;
  return a.at >= b.from - near && a.at <= b.to + near && b.at >= a.from - near && b.at <= a.to + near;
};

const distinct = (values: readonly number[]): number[] => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.filter((value, i) => i === 0 || value - (sorted[i - 1] ?? 0) > near);
};

const toGrid = (
  rules: readonly Rule[],
  xs: readonly number[],
  ys: readonly number[],
  texts: readonly PlacedText[],
): Grid | undefined => {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const owner = mergedCells(rules, xs, ys);
  const cells = new Map<number, PlacedText[]>();
  for (const text of texts) {
    const x = Math.max(
      0,
      xs.findLastIndex((edge) => edge <= (text.x0 + text.x1) / 2),
    );
    const y = Math.max(
      0,
      ys.findLastIndex((edge) => edge <= text.y - text.size * 0.3),
    );
    const cell = owner(Math.min(y, rows - 1) * columns + Math.min(x, columns - 1));
    cells.set(cell, [...(cells.get(cell) ?? []), text]);
  }
  const looks = Array.from({ length: rows }, (_, y) =>
    Array.from({ length: columns }, (_, x) => {
      const own = cells.get(y * columns + x) ?? [];
      return { text: cellText(own), bold: own.length > 0 && own.every((text) => text.bold) };
    }),
  );
  const kept = looks.filter((row) => row.some((cell) => cell.text !== ""));
  const used = xs.slice(1).map((_, x) => kept.some((row) => row[x]?.text));
  if (kept.length === 0 || used.filter(Boolean).length < 2) return undefined;
  return {
    is: "grid",
    rows: kept.map((row) => row.filter((_, x) => used[x]).map((cell) => cell.text)),
    head: countHeadRows(kept),
  };
};

/** For each cell the first cell of the field it belongs to, in reading order. */
const mergedCells = (rules: readonly Rule[], xs: readonly number[], ys: readonly number[]) => {
  const columns = xs.length - 1;
  const parent = Array.from({ length: columns * (ys.length - 1) }, (_, i) => i);
  const find = (cell: number): number => {
    const up = parent[cell] ?? cell;
    return up === cell ? cell : find(up);
  };
  const covered = (along: Rule["along"], at: number, place: number) =>
    rules.some(
      (rule) =>
        rule.along === along && Math.abs(rule.at - at) <= near && rule.from <= place && rule.to >= place,
    );
  const join = (a: number, b: number) => {
    const [first, second] = [find(a), find(b)].sort((one, other) => one - other);
    if (first !== undefined && second !== undefined) parent[second] = first;
  };
  for (let y = 0; y < ys.length - 1; y += 1)
    for (let x = 0; x < columns; x += 1) {
      const middleX = ((xs[x] ?? 0) + (xs[x + 1] ?? 0)) / 2;
      const middleY = ((ys[y] ?? 0) + (ys[y + 1] ?? 0)) / 2;
      const cell = y * columns + x;
      if (x + 1 < columns && !covered("y", xs[x + 1] ?? 0, middleY)) join(cell, cell + 1);
      if (y + 2 < ys.length && !covered("x", ys[y + 1] ?? 0, middleX)) join(cell, cell + columns);
    }
  return find;
};

/** Lines in a cell are one text; a new line stays one where an item or a sentence begins. */
const cellText = (texts: readonly PlacedText[]): string =>
  toLines(texts, 0)
    .map((line) => cleanText(line.segments.map((segment) => segment.text).join(" ")).trim())
    .filter((text) => !/^_*$/.test(text))
    .reduce((all, text) => {
      if (all === "") return text;
      const begins =
        /^(?:[-+•]|\d+[.)]|[a-zđ]\))\s/u.test(text) || (/[.;:]$/.test(all) && /^\p{Lu}/u.test(text));
      return `${all}${begins ? "\n" : " "}${text}`;
    }, "");
