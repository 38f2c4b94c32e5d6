import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatDocumentNumber } from "./document-number";
import { provisionsOf } from "./provisions";
import type { Block } from "./reading-text";
import { findReferences, type Reference, resolvePath } from "./references";

const order = ["part", "annex", "chapter", "section", "subsection", "article", "clause", "point"] as const;
/** "words → path @ number kind day", one line a reference. */
const told = (text: string) =>
  findReferences(text).map(({ from, to, path, paper }: Reference) => {
    const where = order.flatMap((kind) => (path?.[kind] ? [`${kind} ${path[kind]}`] : [])).join(", ");
    const what = paper
      ? ` @ ${[formatDocumentNumber(paper.number), paper.kind, paper.issuedOn].filter(Boolean).join(" ")}`
      : "";
    return `${text.slice(from, to)} → ${where}${what}`;
  });

describe("provisions", () => {
  test.each<[string, readonly string[]]>([
    ["theo Điều 5 khoản 2", ["Điều 5 khoản 2 → article 5, clause 2"]],
    ["quy định tại khoản 2 Điều 5", ["khoản 2 Điều 5 → article 5, clause 2"]],
    ["điểm a khoản 1 Điều 3", ["điểm a khoản 1 Điều 3 → article 3, clause 1, point a"]],
    ["Điểm đ, khoản 10, Điều 12a", ["Điểm đ, khoản 10, Điều 12a → article 12a, clause 10, point đ"]],
    [
      "xem Mục II và mục 3 Chương IV",
      ["Mục II → chapter 4, section 2", "mục 3 Chương IV → chapter 4, section 3"],
    ],
    ["Phần thứ hai", ["Phần thứ hai → part 2"]],
    ["nêu tại Phụ lục III.", ["Phụ lục III → annex 3"]],
    ["khoản 1 và khoản 2 Điều 5", ["khoản 1 → article 5, clause 1", "khoản 2 Điều 5 → article 5, clause 2"]],
    [
      "các khoản 1, 2 và 3 Điều 7",
      ["khoản 1 → article 7, clause 1", "2 → article 7, clause 2", "3 Điều 7 → article 7, clause 3"],
    ],
    ["Điều 5, 6 và 7 của Quy định này", ["Điều 5 → article 5", "6 → article 6", "7 → article 7"]],
    [
      "Điều 5 khoản 2 và Điều 6 khoản 1",
      ["Điều 5 khoản 2 → article 5, clause 2", "Điều 6 khoản 1 → article 6, clause 1"],
    ],
    ["khoản 1 Điều này", ["khoản 1 Điều này → article này, clause 1"]],
    ["khoản 2 Điều 4 Nghị định này", ["khoản 2 Điều 4 → article 4, clause 2"]],
    ["Điều 5. Trách nhiệm", []],
    ["các thời điểm a dua", []],
    ["khoản 200 triệu đồng", []],
    ["khoản 2 tỷ", []],
    ["điều kiện, mục tiêu, chương trình", []],
    ["Điều 12 Luật Tổ chức chính quyền địa phương", []],
    ["khoản 3 Điều 9 Điều lệ Đảng", []],
    ["khoản 3 Điều 9 của Bộ luật Dân sự", []],
    ["Điều 5 quy định rõ", ["Điều 5 → article 5"]],
    ["Điều 10, 15 đồng chí", ["Điều 10 → article 10"]],
  ])("%s", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

describe("papers", () => {
  test.each<[string, readonly string[]]>([
    ["Nghị quyết số 57-NQ/TW", ["Nghị quyết số 57-NQ/TW →  @ 57-NQ/TW nghi_quyet"]],
    [
      "Quy định số 105-QĐ/ĐU, ngày 18/8/2025 của Đảng ủy",
      ["Quy định số 105-QĐ/ĐU →  @ 105-QĐ/ĐU quy_dinh 2025-08-18"],
    ],
    [
      "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ",
      ["Nghị định số 30/2020/NĐ-CP →  @ 30/2020/NĐ-CP tai_lieu 2020-03-05"],
    ],
    ["theo 105/QĐ-UBND", ["105/QĐ-UBND →  @ 105/QĐ-UBND"]],
    ["Luật số 117/2025/QH15", ["Luật số 117/2025/QH15 →  @ 117/2025/QH15 tai_lieu"]],
    ["Hướng dẫn 5 - HD/BTCTW (28/10/2025)", ["Hướng dẫn 5 - HD/BTCTW →  @ 05-HD/BTCTW huong_dan 2025-10-28"]],
    ["Công văn số 12/UBND-VP", ["Công văn số 12/UBND-VP →  @ 12/UBND-VP cong_van"]],
    [
      "khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP",
      ["khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP → article 5, clause 2 @ 30/2020/NĐ-CP tai_lieu"],
    ],
    [
      "khoản 1 và khoản 2 Điều 5 của Quy định số 105-QĐ/ĐU",
      [
        "khoản 1 → article 5, clause 1 @ 105-QĐ/ĐU quy_dinh",
        "khoản 2 Điều 5 của Quy định số 105-QĐ/ĐU → article 5, clause 2 @ 105-QĐ/ĐU quy_dinh",
      ],
    ],
    [
      "Quy định số 105-QĐ/ĐU, ngày 18/8/2025, Điều 6",
      [
        "Quy định số 105-QĐ/ĐU →  @ 105-QĐ/ĐU quy_dinh 2025-08-18",
        "Điều 6 → article 6 @ 105-QĐ/ĐU quy_dinh 2025-08-18",
      ],
    ],
    ["đạt 3/4 chỉ tiêu, 12/2025, 24/24 giờ", []],
    ["kỳ 2020-2025/HK", []],
    ["5-10/tháng", []],
    ["ngày 18/8/2025", []],
  ])("%s", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });
});

const p = (text: string): Block => ({ k: "p", r: [text] });
const l = (m: string): Block => ({ k: "l", m, r: ["việc."] });
const paper = [
  p("Điều 1. Ban hành kèm theo Quy chế."),
  p("Điều 2. Hiệu lực."),
  { k: "h", l: 1, t: "Chương I" } as const,
  p("Điều 1. Phạm vi."),
  l("1."),
  l("a)"),
  l("2."),
  p("Điều 2. Nguyên tắc."),
  l("1."),
  { k: "h", l: 1, t: "Chương II" } as const,
  { k: "h", l: 2, t: "Mục 1. Chung" } as const,
];

describe("where a path leads", () => {
  test.each([
    ["an article of the regulation, said inside it", { article: "1" }, 7, "kem-1-dieu-1"],
    ["the same, said in the decision", { article: "1" }, 1, "dieu-1"],
    ["a clause and a point", { article: "1", clause: "1", point: "a" }, 7, "kem-1-dieu-1-khoan-1-diem-a"],
    ["this article", { article: "này", clause: "2" }, 5, "kem-1-dieu-1-khoan-2"],
    ["a clause alone is one of its own article", { clause: "1" }, 8, "kem-1-dieu-2-khoan-1"],
    ["a section of a chapter", { chapter: "2", section: "1" }, 0, "kem-1-chuong-2-muc-1"],
    ["an article that is not there", { article: "9" }, 0, undefined],
    ["a clause that is not there", { article: "2", clause: "7" }, 8, undefined],
    ["a clause alone, outside any article", { clause: "1" }, undefined, undefined],
  ])("%s", (_, path, from, slug) => {
    expect(resolvePath(provisionsOf(paper), path, from)?.slug).toBe(slug);
  });
});

const corpus = process.env.CORPUS_DIR;
const corpusFiles = corpus ? readdirSync(corpus).filter((name) => name.endsWith(".md")) : [];
test(`references of real papers lie in their text, none over another (${corpusFiles.length} here)`, () => {
  for (const name of corpusFiles) {
    const blocks = readFileSync(join(corpus ?? "", name), "utf8")
      .split("\n")
      .filter((line) => line.trim())
      .map((line) => p(line.replace(/^#+\s*/, "")));
    const provisions = provisionsOf(blocks);
    const led: string[] = [];
    for (const [at, block] of blocks.entries()) {
      const text = block.k === "p" ? block.r.join("") : "";
      let end = 0;
      for (const { from, to, path, paper } of findReferences(text)) {
        expect(from, text).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        end = to;
        const target = path && !paper && resolvePath(provisions, path, at);
        if (target && target.block !== at) led.push(target.slug);
      }
    }
    if (name.startsWith("30_2020"))
      expect(led).toEqual(expect.arrayContaining(["chuong-2", "dieu-8-khoan-2", "dieu-18-khoan-5"]));
  }
});
