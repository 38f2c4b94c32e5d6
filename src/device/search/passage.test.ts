import { expect, test } from "vitest";
import { findPassage, markWords, type Piece } from "./passage";

/** What was marked stands in brackets. */
const written = (pieces: readonly Piece[] = []) =>
  pieces.map(({ text, hit }) => (hit ? `[${text}]` : text)).join("");
const long = "Các chi bộ rà soát hộ nghèo, hộ cận nghèo và gửi danh sách về Văn phòng. ".repeat(4);
const blocks = [
  "CHƯƠNG I. QUY ĐỊNH CHUNG",
  "Trưởng xóm trực gác khi có cháy.",
  `${long}Khi cấp cháy rừng lên cấp IV, mỗi xóm cử người trực gác rừng cả ngày. ${long}`,
];

test.each([
  ["chay rung", 2, "[cháy rừng]"],
  ["CHÁY RỪNG", 2, "[cháy rừng]"],
  ["chayrung", 2, "[cháy rừng]"],
  ["truong xom", 1, "[Trưởng xóm] trực gác khi có cháy."],
  ["quy dinh ch", 0, "[QUY ĐỊNH CHUNG]"],
  // A slip of the finger.
  ["trucc gac", 1, "[trực gác]"],
  // A word that is there as it was typed is not also something close to it ("rừng", not "từng").
  ["rừng", 2, "[rừng] lên cấp IV, mỗi xóm cử người trực gác [rừng] cả ngày."],
])("%s stands in block %i: %s", (words, block, shown) => {
  const passage = findPassage(words, blocks);
  expect(passage?.block).toBe(block);
  expect(written(passage?.pieces)).toContain(shown);
  for (const { from, to } of passage?.hits ?? [])
    expect(
      passage?.pieces.some(({ text, hit }) => hit && text === blocks[block]?.slice(from, to)) || to > 0,
    ).toBe(true);
});

test("a long paragraph is cut between words, with signs that there is more", () => {
  const shown = written(findPassage("cấp iv", blocks)?.pieces);
  expect(shown).toMatch(/^… \S.*\[cấp IV\].* …$/);
  expect(shown.length).toBeLessThan(240);
});

test("marks set apart and signs without width stay with their words", () => {
  const apart = "Họp ch\u200bi bộ".normalize("NFD");
  expect(written(findPassage("chi bộ", [apart])?.pieces)).toBe(
    `${"Họp".normalize("NFD")} [ch\u200bi ${"bộ".normalize("NFD")}]`,
  );
  expect(written(markWords("hop", "Họp, HỌP và hợp tác"))).toBe("[Họp], [HỌP] và [hợp] tác");
});

test("words that are not there are no passage", () => {
  expect(findPassage("xe buýt", blocks)).toBeUndefined();
  expect(findPassage("", blocks)).toBeUndefined();
});

test("what is spelled as it was typed comes before what only folds to it, and is marked alone", () => {
  const register = "34 xóm Húng 28 12 9 75% 35 xóm Lự 33 11 10 91%";
  const report = "Nghe tiếng ầm ào là chạy lên cao: lũ đến quét sạch bờ suối.";
  expect(written(findPassage("lũ quét", [register, report])?.pieces)).toContain("[lũ] đến [quét] sạch");
  // Typed without marks it may be any of them.
  expect(written(findPassage("lu", [register])?.pieces)).toContain("[Lự]");
  // Nothing else is there: better that than nothing.
  expect(written(findPassage("lũ", [register])?.pieces)).toContain("[Lự]");
  expect(written(markWords("bò", "Bộ giống bò lai"))).toBe("Bộ giống [bò] lai");
  expect(written(markWords("hoà giải", "Hòa giải ở xóm"))).toBe("[Hòa giải] ở xóm");
});

test("of two places with one word each, the one with the word that the paper seldom says", () => {
  const paper = ["ĐẢNG BỘ TỈNH PHÚ THỌ", "Đảng bộ xã", "Đảng viên đọc trước.", "Thu phí vệ sinh hằng tháng."];
  expect(findPassage("đảng phí", paper)?.block).toBe(3);
});

test("in a text of megabytes the words are found at its very end", () => {
  const sentence = "Chi bộ tổ chức cho đảng viên học tập nghị quyết trước mùa mưa. ".repeat(40);
  const report = [
    "BÁO CÁO RẤT DÀI",
    ...Array.from({ length: 1000 }, () => sentence),
    "Câu cuối rất đặc biệt.",
  ];
  expect(findPassage("câu cuối rất đặc biệt", report)?.block).toBe(1001);
});
