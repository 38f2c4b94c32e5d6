import { expect, test } from "vitest";
import { buildSegment } from "./build-segment";
import { mergeSegments } from "./merge-segments";
import { createSearcher } from "./searcher";
import { openSegment } from "./segment";

const texts: Readonly<Record<string, string>> = {
  cow: "Xã hỗ trợ giống bò cho các hộ nuôi bò sinh sản.",
  cell: "Chi bộ họp, chi bộ bàn, chi bộ quyết; cán bộ làm theo.",
  crops: "Bỏ hoang ruộng; bó lúa; bơ sữa.",
  old: "Uỷ viên hoà giải, khoẻ mạnh.",
  new: "Ủy viên hòa giải, khỏe mạnh.",
};
const papers = Object.entries(texts).map(([id, text]) => ({ id, text }));
const pages = papers.map((paper) => buildSegment([paper]));
const searchers = [
  createSearcher([openSegment(buildSegment(papers))]),
  createSearcher(pages.map(openSegment)),
  createSearcher([openSegment(mergeSegments(pages))]),
];
const found = (query: string) => {
  const answers = searchers.map((one) => one.search(query, { limit: 9 }).hits.map(({ id }) => id));
  for (const answer of answers) expect(answer).toEqual(answers[0]);
  return answers[0] ?? [];
};

test("marks that were typed come first, others after them", () => {
  expect(found("bò")[0]).toBe("cow");
  expect(found("bộ")[0]).toBe("cell");
  expect(found("bơ")[0]).toBe("crops");
  expect(found("bo").sort()).toEqual(["cell", "cow", "crops"]);
  expect(found("bò".normalize("NFD"))[0]).toBe("cow");
  expect(found("BÒ")[0]).toBe("cow");
});

test("where the tone stands makes no difference", () => {
  for (const query of ["hoà giải", "hòa giải", "uỷ viên", "ủy viên", "khoẻ", "khỏe"])
    expect(found(query).sort()).toEqual(["new", "old"]);
});

test.each([
  ["hoaf giair", ["new", "old"]],
  ["hoagiai", ["new", "old"]],
  ["giốgn bò", ["cow"]],
  ["sinnh san", ["cow"]],
  ["sih san", ["cow"]],
])("%s is understood", (query, ids) => {
  expect(found(query).sort()).toEqual(ids);
});

test("what was only close comes after what was meant, and is told apart", () => {
  const segment = buildSegment([
    { id: "close", abstract: "Trồng rừng trồng", text: "" },
    { id: "meant", text: "Trông trẻ ở nhà trẻ: trống, trông" },
    { id: "slip", text: "khong co gi, tronh" },
  ]);
  const { hits } = createSearcher([openSegment(segment)]).search("tronh", { limit: 5 });
  expect(hits.map(({ id, near }) => [id, near])).toEqual([
    ["slip", false],
    ["close", true],
    ["meant", true],
  ]);
});

test("of several words close to the one typed the abstract's counts, however often the text has others", () => {
  const paper = { id: "flood", abstract: "Phòng chống mưa lũ", text: "lưu lưu lưu lực lực lùi" };
  const searcher = createSearcher([openSegment(buildSegment([paper]))]);
  expect(searcher.search("phong chong luh", { limit: 1 }).hits[0]).toMatchObject({
    by: "abstract",
    near: true,
  });
});
