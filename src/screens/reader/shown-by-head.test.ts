import { expect, test } from "vitest";
import { fakePaper } from "../../../test/support/fake-papers";
import { blockText, type ReadingText } from "../../domain/reading-text";
import { shownByHead } from "./shown-by-head";

const centred = (line: string): ReadingText["blocks"][number] => ({ k: "p", a: "c", r: [line] });
const { detail } = fakePaper({
  number: "105-QĐ/ĐU",
  kind: "quy_dinh",
  abstract: "Quản lý, sử dụng phần mềm",
  issuer: "Đảng ủy xã Lạc Sơn",
});

const left = (blocks: ReadingText["blocks"]) => {
  const hidden = shownByHead({ v: 1, blocks }, detail);
  return blocks.filter((_, at) => !hidden.has(at)).map(blockText);
};

test("lines that the head shows word for word are not shown twice", () => {
  expect(
    left([
      centred("ĐẢNG BỘ TỈNH PHÚ THỌ"),
      centred("ĐẢNG ỦY XÃ LẠC SƠN"),
      centred("QUY ĐỊNH"),
      centred("về quản lý, sử dụng phần mềm"),
      { k: "p", r: ["Căn cứ"] },
    ]),
  ).toEqual(["ĐẢNG BỘ TỈNH PHÚ THỌ", "Căn cứ"]);
});

test("a line that says more than the head stays, and so does all that follows the first plain paragraph", () => {
  expect(left([centred("QUY ĐỊNH TẠM THỜI"), { k: "p", r: ["Căn cứ"] }, centred("QUY ĐỊNH")])).toEqual([
    "QUY ĐỊNH TẠM THỜI",
    "Căn cứ",
    "QUY ĐỊNH",
  ]);
});

test("a text that is nothing but a head stays whole", () => {
  expect(left([centred("QUY ĐỊNH")])).toEqual(["QUY ĐỊNH"]);
  expect(left([])).toEqual([]);
});
