import { expect, test } from "vitest";
import { blockText, plainText, type ReadingText } from "../../domain/reading-text";
import { buildSegment } from "./build-segment";
import { mergeSegments } from "./merge-segments";
import { findPassage } from "./passage";
import { createSearcher } from "./searcher";
import { openSegment } from "./segment";

const sentence = "Chi bộ xóm Rềnh họp bàn việc tu sửa mương bai trước mùa mưa. ";
const megabytes = (size: number, piece: string) =>
  piece.repeat(Math.ceil((size * 1e6) / Buffer.byteLength(piece)));
const paragraph = (text: string): ReadingText => ({ v: 1, blocks: [{ k: "p", r: [text] }] });
const table: ReadingText["blocks"][number] = {
  k: "t",
  h: 1,
  rows: [
    ["TT", "Nội dung", "Thời hạn"],
    ["1", "Nạo vét kênh mương", "26/11"],
  ],
};

/** Each with words that it holds, at its very end where it is long. */
const papers: readonly (readonly [name: string, text: ReadingText, words: string])[] = [
  ["five megabytes", paragraph(`${megabytes(5, sentence)}Hết phần cuối cùng.`), "phan cuoi cung"],
  ["no spaces", paragraph(`${megabytes(1, "khôngcódấucách")} cuốicùng`), "cuoicung"],
  ["marks of direction", paragraph("\u202eChi\u200f b\u200eộ\u202c \u2067xóm\u2069 Vó"), "chi bo xom vo"],
  ["two thousand tables", { v: 1, blocks: Array.from({ length: 2000 }, () => table) }, "nao vet kenh"],
  ["no width", paragraph("Ng\u200bhị\ufeff qu\u00adyết \u200dsố\u2060 tám"), "nghi quyet so tam"],
  ["marks alone", paragraph("\u0301\u0323\u0309".repeat(10_000)), ""],
  ["lone halves", paragraph("\ud800 chi \udc00 bộ \udfff lẻ"), "chi bo le"],
];

test.each(papers)("%s: indexed, found, and shown where it was found", (_, text, words) => {
  const plain = plainText(text);
  const segment = buildSegment([{ id: "a", text: plain }]);
  const others = buildSegment([{ id: "b", abstract: sentence, text: sentence }]);
  for (const segments of [[segment, others], [mergeSegments([segment, others])]]) {
    const searcher = createSearcher(segments.map(openSegment));
    const ids = searcher
      .search(words, { limit: 5 })
      .hits.filter(({ near }) => !near)
      .map(({ id }) => id);
    if (words) expect(ids).toContain("a");
    expect(searcher.search("tu sua muong bai", { limit: 5 }).hits[0]?.id).toBe("b");
  }
  const passage = findPassage(words, text.blocks.map(blockText));
  const shown = passage?.pieces.map(({ text }) => text).join("") ?? "";
  // However long its paragraph, a line or two of it.
  expect(shown.length).toBeLessThan(400);
});

test("a piece damaged anywhere is known as damaged", () => {
  const whole = buildSegment([{ id: "a", number: "105-QĐ/ĐU", abstract: sentence, text: sentence }]);
  for (let at = 0; at < whole.length; at += 1) {
    const damaged = whole.slice();
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    expect(() => openSegment(damaged)).toThrow();
  }
  for (const length of [0, 3, 4, 8, 40, whole.length - 1])
    expect(() => openSegment(whole.slice(0, length))).toThrow();
});
