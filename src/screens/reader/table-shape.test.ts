import { expect, test } from "vitest";
import { blockText } from "../../domain/reading-text";
import { cellStarts } from "./cell-starts";
import { headLabels } from "./head-labels";

test("each cell is found in the words of the block at its place", () => {
  const rows = [["TT", "", "Việc"], ["1", "x", "Họp"], [], ["2"]];
  const words = blockText({ k: "t", rows });
  for (const [y, starts] of cellStarts(rows).entries())
    for (const [x, start] of starts.entries())
      expect(words.slice(start, start + (rows[y]?.[x] ?? "").length)).toBe(rows[y]?.[x]);
});

test.each([
  [
    "one row",
    [
      ["TT", "Việc"],
      ["1", "Họp"],
    ],
    1,
    ["TT", "Việc"],
  ],
  [
    "two rows, the first spread",
    [
      ["TT", "Số hộ", ""],
      ["", "Nghèo", "Cận\nnghèo"],
    ],
    2,
    ["TT", "Số hộ – Nghèo", "Số hộ – Cận nghèo"],
  ],
  ["no head", [["1", "Họp"]], 0, ["", ""]],
])("columns by their head: %s", (_, rows, h, labels) => {
  expect(headLabels({ rows, h })).toEqual(labels);
});
