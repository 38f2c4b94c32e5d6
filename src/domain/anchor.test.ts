import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anchorOf, findAnchor, type Passage, passageText } from "./anchor";

const lines = [
  "Điều 5. Trách nhiệm của bí thư",
  "1. Mở tài liệu trước buổi họp một ngày.",
  "2. Điểm danh, ghi biên bản và giao nhiệm vụ.",
  "3. Nhắc đảng viên đọc đúng hạn.",
  "Điều 6. Trách nhiệm của đảng viên",
  "1. Đọc văn bản trong ba ngày.",
];
/** The words between brackets of one line. */
const at = (block: number, words: string): Passage => {
  const from = (lines[block] ?? "").indexOf(words);
  return { block, from, endBlock: block, to: from + words.length };
};
const roll = anchorOf(lines, at(2, "ghi biên bản"));

describe("a passage is found again", () => {
  test.each<[string, readonly string[], string | undefined]>([
    ["in the same text", lines, "ghi biên bản"],
    ["behind paragraphs that were put in", ["Căn cứ", "Xét đề nghị", ...lines], "ghi biên bản"],
    [
      "where a sentence before it grew",
      lines.map((line) => line.replace("Điểm danh", "Điểm danh từng người")),
      "ghi biên bản",
    ],
    [
      "with other spaces",
      lines.map((line) => line.replace("ghi biên bản", "ghi\u00a0biên  bản")),
      "ghi\u00a0biên  bản",
    ],
    ["broken over two lines", ["2. Điểm danh, ghi biên", "bản và giao nhiệm vụ."], "ghi biên\nbản"],
    ["not where its words are gone", lines.map((line) => line.replace("ghi biên bản", "lập sổ")), undefined],
    ["not in an empty text", [], undefined],
  ])("%s", (_, text, words) => {
    const found = findAnchor(text, roll);
    expect(found && passageText(text, found)).toBe(words);
  });

  test("of the same words at two places the one in the same surroundings is taken", () => {
    const anchor = anchorOf(lines, at(4, "Trách nhiệm của"));
    const moved = ["Lời nói đầu", ...lines];
    expect(findAnchor(moved, anchor)?.block).toBe(5);
  });

  test("over several blocks", () => {
    const anchor = anchorOf(lines, { block: 1, from: 3, endBlock: 3, to: 7 });
    expect(anchor.quote).toBe(
      "Mở tài liệu trước buổi họp một ngày.\n2. Điểm danh, ghi biên bản và giao nhiệm vụ.\n3. Nhắc",
    );
    expect(findAnchor(["Thêm", ...lines], anchor)).toEqual({ block: 2, from: 3, endBlock: 4, to: 7 });
  });
});

test("whatever is put before it, the words found are the words marked", () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ maxLength: 40 }), { maxLength: 5 }),
      fc.nat(lines.length - 1),
      (more, block) => {
        const line = lines[block] ?? "";
        const anchor = anchorOf(lines, { block, from: 0, endBlock: block, to: line.length });
        const text = [...more, ...lines];
        const found = findAnchor(text, anchor);
        expect(found && passageText(text, found)).toBe(line);
      },
    ),
    { numRuns: 60 },
  );
});
