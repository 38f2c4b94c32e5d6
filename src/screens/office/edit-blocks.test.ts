import { expect, test } from "vitest";
import type { ReadingText } from "../../domain/reading-text";
import { changeKind, changeText, mergeUp, removeBlock } from "./edit-blocks";

const text: ReadingText = {
  v: 1,
  blocks: [
    { k: "h", l: 2, t: "I. MỤC ĐÍCH" },
    { k: "p", r: ["Bảo đảm ", { t: "an toàn", b: 1 }, " cho dân"] },
    { k: "l", m: "a)", r: ["Kiểm tra hồ đập;"] },
    { k: "t", rows: [["1", "2"]] },
  ],
};

test("a paragraph changes its kind and keeps its words", () => {
  expect(changeKind(text, 1, "h3").blocks[1]).toEqual({ k: "h", l: 3, t: "Bảo đảm an toàn cho dân" });
  expect(changeKind(text, 1, "c").blocks[1]).toEqual({ ...text.blocks[1], a: "c" });
  expect(changeKind(text, 2, "p").blocks[2]).toEqual({ k: "p", r: ["a) ", "Kiểm tra hồ đập;"] });
  expect(changeKind(changeKind(text, 2, "h1"), 2, "l").blocks[2]).toEqual(text.blocks[2]);
  expect(changeKind(text, 3, "p")).toBe(text);
});

test("new words keep the kind", () => {
  expect(changeText(text, 0, "I. YÊU CẦU").blocks[0]).toEqual({ k: "h", l: 2, t: "I. YÊU CẦU" });
  expect(changeText(text, 2, "b) Trực ban;").blocks[2]).toEqual({ k: "l", m: "b)", r: ["Trực ban;"] });
});

test("joining and deleting move no other paragraph", () => {
  const joined = mergeUp(text, 2);
  expect(joined.blocks).toHaveLength(3);
  expect(joined.blocks[1]).toMatchObject({
    k: "p",
    r: ["Bảo đảm ", { t: "an toàn", b: 1 }, " cho dân", " ", "a) ", "Kiểm tra hồ đập;"],
  });
  expect(mergeUp(text, 0)).toBe(text);
  expect(mergeUp(text, 3)).toBe(text);
  expect(removeBlock(text, 1).blocks.map((block) => block.k)).toEqual(["h", "l", "t"]);
});
