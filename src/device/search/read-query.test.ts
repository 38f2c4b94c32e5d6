import { expect, test } from "vitest";
import { buildSegment, type IndexedPaper } from "./build-segment";
import { markWords } from "./passage";
import { createSearcher } from "./searcher";
import { openSegment } from "./segment";

const searcherOf = (texts: Readonly<Record<string, string>>) => {
  const papers = Object.entries(texts).map(([id, text]): IndexedPaper => ({ id, text }));
  return createSearcher([openSegment(buildSegment(papers))]);
};
const found = (texts: Readonly<Record<string, string>>, query: string) =>
  searcherOf(texts)
    .search(query, { limit: 9 })
    .hits.map(({ id, near }) => (near ? `${id} near` : id));

const numbered = {
  report: "Chương III. Báo cáo quý II",
  annex: "Phụ lục IV",
  warning: "Cháy rừng cấp 4",
  duty: "Điều 9. Mỗi hộ 3 m, tổ V",
};
test.each([
  ["phu luc 4", ["annex"]],
  ["phụ lục iv", ["annex"]],
  ["chay rung cap iv", ["warning"]],
  ["chuong 3", ["report"]],
  ["quy 2", ["report"]],
  // Nobody counts these so.
  ["to 5", []],
  ["dieu ix", []],
])("%s, whichever way the numeral is written", (query, ids) => {
  expect(found(numbered, query)).toEqual(ids);
});

test("a numeral written the other way is marked, too", () => {
  expect(markWords("phu luc 4", "Xem Phụ lục IV.").filter(({ hit }) => hit)).toEqual([
    { text: "Phụ lục IV", hit: true },
  ]);
});

test("a consonant that begins the next word takes nothing away", () => {
  const texts = {
    wanted: "Bản sao định dạng điện tử",
    figures: "Bản sao định mức, điện dạng T",
    other: "Bản sao định mức, điện dạng T, và thêm",
    more: "Bản sao định mức, điện dạng T, và nữa",
  };
  expect(found(texts, "ban sao dinh dang dien t")[0]).toBe("wanted");
  // What was typed as a whole is asked for, and so is a letter that tells things apart.
  expect(found(texts, "ban sao dinh dang dien t ")).not.toContain("wanted");
  expect(found({ a: "Xe loại A", b: "Xe loại B", c: "Xe loại C" }, "xe loai c")).toEqual(["c"]);
});

test("a slip in a frequent word is none of two rare words run together", () => {
  const texts = {
    handed: "Biên bản giao nhận hồ sơ; giao nộp, giao việc",
    odd: "Biên bản nhận hồ sơ; chữ gi, vần oa",
    joined: "Chi bộ họp",
  };
  expect(found(texts, "bien ban gioa nhan")).toEqual(["handed near"]);
  expect(found(texts, "chibo hop")).toEqual(["joined"]);
});

test("a symbol and its number run together are taken apart", () => {
  expect(found({ citing: "Căn cứ Nghị định số 30/2020/NĐ-CP", other: "30 hộ" }, "nd30 can cu")).toEqual([
    "citing",
  ]);
});
