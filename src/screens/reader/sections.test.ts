import { expect, test } from "vitest";
import type { Block } from "../../domain/reading-text";
import { isLong, sectionAt, sectionsOf } from "./sections";

const p = (text: string): Block => ({ k: "p", r: [text] });
const covered = (blocks: readonly Block[]) => sectionsOf(blocks).flat();

test("every block stands in one section, in order; the first is a screenful", () => {
  const blocks = Array.from({ length: 300 }, (_, i) => p(`Đoạn ${i}.`));
  expect(covered(blocks).map(({ block }) => block)).toEqual(blocks.map((_, i) => i));
  expect(sectionsOf(blocks)[0]).toHaveLength(12);
  expect(isLong(sectionsOf(blocks))).toBe(false);
});

test("long paragraphs fill a section sooner, hidden blocks none", () => {
  const blocks = Array.from({ length: 20 }, () => p("chữ ".repeat(1500)));
  expect(sectionsOf(blocks).map((section) => section.length)).toEqual([1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1]);
  expect(sectionsOf(blocks, new Set([0, 1])).flat()[0]?.block).toBe(2);
});

test("a paragraph of five megabytes without a space is drawn slice by slice, no letter lost", () => {
  const blocks = [p("đầu"), p("x".repeat(5_000_000)), p("cuối")];
  const slices = covered(blocks);
  let at = 0;
  for (const { from, to } of slices.slice(1, -1)) {
    expect(from).toBe(at);
    expect(to - from).toBeLessThanOrEqual(12_000);
    at = to;
  }
  expect(at).toBe(5_000_000);
  expect(isLong(sectionsOf(blocks))).toBe(true);
});

test("2,000 tables are a long text", () => {
  const table: Block = { k: "t", rows: Array.from({ length: 12 }, () => ["a", "b", "c", "d", "e"]) };
  expect(isLong(sectionsOf(Array.from({ length: 2000 }, () => table)))).toBe(true);
});

test.each([
  [0, 0, 0],
  [11, 0, 0],
  [12, 0, 1],
  [9999, 0, 2],
])("block %i at %i is in section %i", (block, offset, section) => {
  const sections = sectionsOf(Array.from({ length: 60 }, (_, i) => p(`Đoạn ${i}.`)));
  expect(sectionAt(sections, block, offset)).toBe(section);
});

test("a place in a sliced paragraph is in its own section, a hidden block in that of the next", () => {
  const sections = sectionsOf([p("a"), p("chữ ".repeat(20_000)), p("b")], new Set([0]));
  const at = sectionAt(sections, 1, 70_000);
  expect(sections[at]?.some(({ from, to }) => from <= 70_000 && 70_000 < to)).toBe(true);
  expect(sectionAt(sections, 0)).toBe(0);
});
