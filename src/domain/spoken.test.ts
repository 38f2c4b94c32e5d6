import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentencesOf, spokenOf } from "./spoken";

describe("spokenOf", () => {
  test.each([
    ["Quy định số 105-QĐ/ĐU", "Quy định số 105, Đảng ủy"],
    ["theo 105-QĐ/ĐU", "theo số 105, quy đê, Đảng ủy"],
    ["Nghị quyết 57-NQ/TW", "Nghị quyết 57, Trung ương"],
    ["Nghị định số 30/2020/NĐ-CP", "Nghị định số 30 năm 2020, Chính phủ"],
    ["Luật số 117/2025/QH15", "Luật số 117 năm 2025, Quốc hội khóa 15"],
    ["12/UBND-VP", "số 12, Ủy ban nhân dân vê pê"],
    ["ngày 18/8/2025", "ngày 18 tháng 8 năm 2025"],
    ["(22/12/2024)", "(ngày 22 tháng 12 năm 2024)"],
    ["trước ngày 05/9", "trước ngày 5 tháng 9"],
    ["đạt 3/4 số hộ", "đạt 3/4 số hộ"],
    ["Mục II Chương IV", "Mục 2 Chương 4"],
    ["quý IV", "quý 4"],
    ["T/M ĐẢNG ỦY", "thay mặt ĐẢNG ỦY"],
    ["UBND xã và đ/c bí thư", "Ủy ban nhân dân xã và đồng chí bí thư"],
    ["phát triển KT-XH", "phát triển kinh tế - xã hội"],
    ["Họ tên: ........", "Họ tên:  "],
    ["không có gì để đổi", "không có gì để đổi"],
    ["", ""],
  ])("%s", (written, spoken) => {
    expect(spokenOf(written).text).toBe(spoken);
  });

  test("a place in what is said leads to its place in the text", () => {
    const written = "Theo Quy định số 105-QĐ/ĐU, chi bộ họp ngày 18/8/2025 tại xóm.";
    const { text, written: place } = spokenOf(written);
    const wordAt = (word: string) => written.slice(place(text.indexOf(word))).split(/[\s,]/)[0];
    expect(["Theo", "105", "Đảng ủy", "chi", "tháng", "xóm."].map(wordAt)).toEqual([
      "Theo",
      "105-QĐ/ĐU",
      "105-QĐ/ĐU",
      "chi",
      "18/8/2025",
      "xóm.",
    ]);
  });
});

describe("sentencesOf", () => {
  const cut = (text: string) => sentencesOf(text).map(({ from, to }) => text.slice(from, to).trim());
  test.each([
    ["Một câu. Hai câu! Ba câu?", ["Một câu.", "Hai câu!", "Ba câu?"]],
    ["1. Mở tài liệu; 2. Điểm danh.", ["1. Mở tài liệu;", "2. Điểm danh."]],
    ["Điều 5. Trách nhiệm", ["Điều 5. Trách nhiệm"]],
    ["Giá 1.657.000 đồng.", ["Giá 1.657.000 đồng."]],
    ["Chương I\nQUY ĐỊNH", ["Chương I", "QUY ĐỊNH"]],
    ["......", []],
    ["", []],
  ])("%s", (text, sentences) => {
    expect(cut(text)).toEqual(sentences);
  });

  test("no letter is lost, none said twice, and none is too long for a voice", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("chi bộ ", "họp, ", "xong. ", "a".repeat(300), "\n", "1. ")),
        (parts) => {
          const text = parts.join("");
          const sentences = sentencesOf(text);
          const said = sentences.map(({ from, to }) => text.slice(from, to)).join("");
          const letters = (one: string) => one.replace(/[^\p{L}\p{N}]/gu, "");
          expect(letters(said)).toBe(letters(text));
          expect(Math.max(0, ...sentences.map(({ from, to }) => to - from))).toBeLessThanOrEqual(222);
        },
      ),
      { numRuns: 80 },
    );
  });
});
