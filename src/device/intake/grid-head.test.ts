import { expect, test } from "vitest";
import { countHeadRows } from "./grid-head";

const table = (bold: boolean, ...rows: readonly string[]) =>
  rows.map((row, y) => row.split("|").map((text) => ({ text, bold: bold && y === 0 })));

test.each([
  ["a row in bold type", table(true, "Xóm|Số hộ", "Rềnh|120"), 1],
  // Without a name each cell of a card would be called "Cột 3".
  ["a row that begins with TT, in any type", table(false, "TT|Xóm|Số hộ", "1|Rềnh|120"), 1],
  ["written in full", table(false, "Số thứ tự|Xóm", "1|Rềnh"), 1],
  ["with the numbers of the columns under it", table(false, "STT|Xóm|Số hộ", "(1)|(2)|(3)", "1|Rềnh|120"), 2],
  ["none", table(false, "Rềnh|120", "Bo|98"), 0],
  ["nor the only row there is", table(false, "TT|Xóm"), 0],
])("the head of a table: %s", (_, rows, count) => {
  expect(countHeadRows(rows)).toBe(count);
});
