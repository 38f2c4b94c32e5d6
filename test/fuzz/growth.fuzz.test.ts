import { expect, test } from "vitest";
import { cleanText, type Paragraph } from "../../src/device/intake/piece";
import { suggest } from "../../src/device/intake/suggest";
import { toReadingText } from "../../src/device/intake/to-blocks";
import type { WordNode } from "../../src/device/intake/word-node";
import { readTable } from "../../src/device/intake/word-table";
import { parsePastedNames } from "../../src/device/office/pasted-names";
import { findNumberInText } from "../../src/domain/document-number";
import { firstPageOf } from "../../src/domain/first-page";
import { refusePaper } from "../../src/domain/secrecy";
import { words } from "../../src/domain/vietnamese";

/** What patterns begin with, or run over: said again and again it makes a careless one take the square of the text. */
const pieces = [
  " ",
  "\t",
  "|",
  "- ",
  "#.",
  ",",
  "(",
  "…",
  "1",
  "1 ",
  "a",
  "A",
  "Aa",
  "Aa ",
  "\u0301",
  "Số ",
  "Số:",
  "Số 1 ",
  "ngày ",
  "tháng ",
  "Hà Nội, ngày 1",
  "V/v ",
  "KẾ HOẠCH ",
  "KẾ HOẠCH\n#.",
  "MẬT ",
  "ĐỘ MẬT ",
  "bản số ",
  "thời hạn",
  "giới thiệu ",
  "giới thiệua",
  "lý lịch ",
  "kỷ luật đối với ",
  "kết quả a ",
  "quy hoạch a ",
  "Điều 1. ",
  "Bổ nhiệm ",
  "đồng chí ",
  "ông A",
  "xếp loại x ",
  "học tập ",
  "CỘNG ",
  "Độc lập - ",
  "I.",
] as const;

/** What stands around such a piece: a pattern that begins well and then fails tries whatever it can. */
const frames = [
  ["", ""],
  ["Số", "x"],
  ["ĐỘ MẬT", "x\u2028x"],
  ["Nơi nhận", "\u2028x"],
] as const;

const judge = (firstPage: string) =>
  refusePaper({ kind: "bao_cao", abstract: "Báo cáo", declaredBy: "Văn thư" }, firstPageOf(firstPage));
const middle = (text: string): Paragraph => ({
  is: "paragraph",
  runs: [{ text, bold: true }],
  align: "centre",
});

/** A row of cells, each of such paragraphs, as mammoth tells it. */
const tableOf = (...cells: readonly (readonly string[])[]): WordNode => ({
  type: "table",
  children: [
    {
      type: "tableRow",
      isHeader: false,
      children: cells.map((paragraphs) => ({
        type: "tableCell",
        colSpan: 1,
        rowSpan: 1,
        children: paragraphs.map((value) => ({ type: "text", value })),
      })),
    },
  ],
});
const readCell = (nodes: readonly WordNode[]): Paragraph[] =>
  nodes.map((node) => ({
    is: "paragraph",
    runs: [{ text: node.type === "text" ? node.value : "" }],
  }));

const readers: Readonly<Record<string, (text: string) => unknown>> = {
  "rules at the door, a line": judge,
  "rules at the door, a title": (text) => judge(`BÁO CÁO\nKết quả ${text}`),
  "what a paper says of itself": (text) =>
    suggest([middle(text), middle("KẾ HOẠCH"), middle(text)], [text], text),
  "text for small screens": (text) => toReadingText([middle(text), { is: "paragraph", runs: [{ text }] }]),
  "a table of Word": (text) => readTable(tableOf(["Nơi nhận:", "- A", text], [text]), readCell),
  "pasted names": parsePastedNames,
  "words of a text": (text) => words(cleanText(text)),
};

/** The same for texts that come in many parts: each part is little, and what has been put together is not looked at again. */
const gatherers: Readonly<Record<string, (parts: readonly string[]) => unknown>> = {
  "a paragraph of many runs": (parts) =>
    toReadingText([{ is: "paragraph", runs: parts.map((text) => ({ text })) }]),
  "a recipient of many lines": (parts) => readTable(tableOf(["Nơi nhận:", "- A", ...parts], ["x"]), readCell),
};

const best = (run: () => unknown): number => {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i += 1) {
    const started = performance.now();
    run();
    least = Math.min(least, performance.now() - started);
  }
  return least;
};

/** Less than this is all noise, in milliseconds of a plain pass. */
const plain = best(() => JSON.parse(JSON.stringify("Đảng ủy ".repeat(100_000))));

/** The square of four is sixteen, however often it is measured; what a busy machine adds is not there each time. */
const expectGrowth = (name: string, once: () => unknown, fourTimes: () => unknown) => {
  const grown = () => best(fourTimes) / Math.max(best(once), plain / 4);
  let ratio = grown();
  for (let again = 0; again < 4 && ratio >= 10; again += 1) ratio = Math.min(ratio, grown());
  expect(ratio, name).toBeLessThan(10);
};

test.each(Object.entries(readers))("%s: four times the text costs about four times as much", (_, read) => {
  for (const piece of pieces)
    for (const [start, end] of frames) {
      const of = (length: number) => start + piece.repeat(length / piece.length) + end;
      const [once, more] = [of(16_000), of(64_000)];
      expectGrowth(
        JSON.stringify([start, piece, end]),
        () => read(once),
        () => read(more),
      );
    }
});

test.each(Object.entries(gatherers))("%s: four times as many cost about four times as much", (_, gather) => {
  for (const part of ["xã", "x".repeat(12)]) {
    const of = (count: number) => Array.from({ length: count }, () => part);
    const [once, more] = [of(8000), of(32_000)];
    expectGrowth(
      part,
      () => gather(once),
      () => gather(more),
    );
  }
});

test("a number is looked for in any line at about the price of any other: 300 letters of white space once cost 5,000 times as much", () => {
  const cost = (piece: string) => {
    const line = piece.repeat(300 / piece.length);
    return best(() => {
      for (let i = 0; i < 200; i += 1) findNumberInText([line]);
    });
  };
  const usual = Math.max(cost("Aa "), cost("Số 1 "), plain / 20);
  for (const piece of [...pieces, "\ufeff ", " \ufeff", "  ", ". "])
    expect(cost(piece) / usual, JSON.stringify(piece)).toBeLessThan(60);
});
