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
