import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { contentsOf, lineAt } from "./contents";
import { provisionAt, provisionName, provisionOfSlug, provisionsOf, slugOfPath } from "./provisions";
import type { Block } from "./reading-text";

const h = (l: 1 | 2 | 3, t: string): Block => ({ k: "h", l, t });
const p = (...r: Extract<Block, { k: "p" }>["r"]): Block => ({ k: "p", r });
const l = (m: string, text = "việc phải làm."): Block => ({ k: "l", m, r: [text] });
const slugs = (blocks: readonly Block[]) => provisionsOf(blocks).map(({ slug }) => slug);

describe("what a block begins", () => {
  test.each<[string, Block, readonly string[]]>([
    ["a chapter as a heading", h(1, "Chương II\nTRÁCH NHIỆM"), ["chuong-2"]],
    ["a chapter as a plain line", p("CHƯƠNG IV"), ["chuong-4"]],
    ["a part with an ordinal", h(1, "PHẦN THỨ NHẤT. TÌNH HÌNH"), ["phan-1"]],
    ["a section with its word", h(2, "Mục 3. THẨM QUYỀN"), ["muc-3"]],
    ["a subsection", h(2, "Tiểu mục 2. Hồ sơ"), ["tieu-muc-2"]],
    ["an annex", h(1, "Phụ lục III"), ["phu-luc-3"]],
    ["an article as a heading", h(3, "Điều 5. Trách nhiệm"), ["dieu-5"]],
    ["an article as a paragraph", p({ t: "Điều 5.", b: 1 }, " Chi bộ họp mỗi tháng một lần."), ["dieu-5"]],
    ["an article added later", p("Điều 12a. Bổ sung."), ["dieu-12a"]],
    ["an article with a colon", p("ĐIỀU 2: Giao Văn phòng."), ["dieu-2"]],
    ["a sentence that begins with one", p("Điều 5 của Quy định này không áp dụng."), []],
    ["a sentence about a chapter", p("Chương II quy định trách nhiệm."), []],
    ["a Roman title of a Party paper", h(2, "I. MỤC ĐÍCH, YÊU CẦU"), ["muc-1"]],
    ["a bold Roman paragraph", p({ t: "I- Tình hình", b: 1 }), ["muc-1"]],
    ["a name with an initial", p("C. Mác viết năm 1848."), []],
    ["a letter title", h(1, "A. ĐÁNH GIÁ"), ["phan-a"]],
    ["an item that does not begin at one", l("7."), []],
    ["zero-width signs before it", p("\u200b\ufeffĐiều 9. Hiệu lực."), ["dieu-9"]],
    ["letters that came apart", p("Điều 9. Hiệu lực.".normalize("NFD")), ["dieu-9"]],
    ["a table", { k: "t", rows: [["Điều 5. Không phải"]] }, []],
  ])("%s", (_, block, expected) => {
    expect(slugs([block])).toEqual(expected);
  });
});

test("clauses and points are counted inside their article, and only in their order", () => {
  const blocks = [
    p("Điều 1. Phạm vi."),
    l("1."),
    l("a)"),
    l("b)"),
    l("1.", "một danh sách khác bên trong"),
    l("2."),
    p("Khoản 3. Viết cả chữ."),
    l("9.", "số này không nối tiếp"),
    p("Điều 2. Đối tượng."),
    p("1. Cán bộ, công chức."),
    p("a) Cấp xã;"),
    p("đ) nhảy xa quá thì không phải."),
  ];
  expect(slugs(blocks)).toEqual([
    "dieu-1",
    "dieu-1-khoan-1",
    "dieu-1-khoan-1-diem-a",
    "dieu-1-khoan-1-diem-b",
    "dieu-1-khoan-2",
    "dieu-1-khoan-3",
    "dieu-2",
    "dieu-2-khoan-1",
    "dieu-2-khoan-1-diem-a",
  ]);
});

const partyPaper = [
  h(1, "KẾ HOẠCH"),
  h(2, "I. MỤC ĐÍCH"),
  l("1.", "Nâng cao chất lượng."),
  l("-", "đủ số buổi"),
  l("2.", "Đúng thời gian."),
  h(2, "II. NHIỆM VỤ"),
  h(3, "1. Công tác xây dựng Đảng"),
  l("a)"),
  h(3, "2. Phát triển kinh tế"),
  h(2, "III. TỔ CHỨC THỰC HIỆN"),
];

test("a Party paper has sections by Roman numbers, with clauses of their own", () => {
  expect(slugs(partyPaper)).toEqual([
    "muc-1",
    "muc-1-khoan-1",
    "muc-1-khoan-2",
    "muc-2",
    "muc-2-khoan-1",
    "muc-2-khoan-1-diem-a",
    "muc-2-khoan-2",
    "muc-3",
  ]);
});

const decisionWithRegulation = [
  h(1, "QUYẾT ĐỊNH"),
  p("Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc."),
  p("Điều 2. Quyết định có hiệu lực từ ngày ký."),
  h(1, "QUY CHẾ"),
  h(1, "Chương I\nQUY ĐỊNH CHUNG"),
  h(3, "Điều 1. Phạm vi"),
  l("1."),
  h(1, "Chương II\nTỔ CHỨC"),
  h(3, "Điều 2. Nguyên tắc"),
];

test("a regulation issued with a decision has articles of its own", () => {
  expect(slugs(decisionWithRegulation)).toEqual([
    "dieu-1",
    "dieu-2",
    "kem-1-chuong-1",
    "kem-1-dieu-1",
    "kem-1-dieu-1-khoan-1",
    "kem-1-chuong-2",
    "kem-1-dieu-2",
  ]);
});

test("every provision is named once, and an address that is too exact leads to what is there", () => {
  const provisions = provisionsOf(decisionWithRegulation);
  expect(new Set(provisions.map(({ slug }) => slug)).size).toBe(provisions.length);
  expect(provisionOfSlug(provisions, "kem-1-dieu-1-khoan-9")?.slug).toBe("kem-1-dieu-1");
  expect(provisionOfSlug(provisions, "DIEU-2")?.block).toBe(2);
  expect(provisionOfSlug(provisions, "chuong-2")?.slug).toBe("kem-1-chuong-2");
  expect(provisionOfSlug(provisions, "dieu-77")).toBeUndefined();
  expect(provisionOfSlug(provisions, "")).toBeUndefined();
});

test.each([
  [{ article: "5", clause: "2", point: "đ" }, "dieu-5-khoan-2-diem-dd"],
  [{ chapter: "2", article: "5" }, "dieu-5"],
  [{ chapter: "2", section: "1" }, "chuong-2-muc-1"],
])("the address of %o", (path, slug) => {
  expect(slugOfPath(path)).toBe(slug);
});

test.each([
  ["a point", [p("Điều 5. Họp."), l("1."), l("2."), l("a)")], "điểm a khoản 2 Điều 5"],
  ["an article says no chapter", [h(1, "Chương I"), h(3, "Điều 3. Họp")], "Điều 3"],
  ["a clause of a Party paper", partyPaper.slice(0, 3), "khoản 1 Mục I"],
])("%s is cited as papers cite it", (_, blocks, name) => {
  const provisions = provisionsOf(blocks);
  const last = provisionAt(provisions, blocks.length - 1);
  expect(last && provisionName(provisions, last)).toBe(name);
});

test("the contents are the headings and what is numbered like one, no step left out", () => {
  const blocks = [
    h(1, "QUY ĐỊNH"),
    h(1, "Chương I\nQUY ĐỊNH CHUNG"),
    p(`Điều 1. ${"Chi bộ sinh hoạt đều. ".repeat(20)}`),
    l("1."),
    h(2, "NƠI KHÔNG CÓ SỐ"),
    h(1, "Chương II"),
    h(3, "Điều 2. Hiệu lực"),
  ];
  const lines = contentsOf(blocks, provisionsOf(blocks), new Set([0]));
  expect(lines.map(({ block, depth, slug }) => [block, depth, slug])).toEqual([
    [1, 0, "chuong-1"],
    [2, 1, "dieu-1"],
    [4, 1, undefined],
    [5, 0, "chuong-2"],
    [6, 1, "dieu-2"],
  ]);
  expect(lines[0]?.title).toBe("Chương I QUY ĐỊNH CHUNG");
  expect(lines[1]?.title.length).toBeLessThanOrEqual(111);
  expect([0, 1, 3, 6].map((block) => lineAt(lines, block))).toEqual([-1, 0, 1, 4]);
});

test("20,000 blocks and a paragraph of five megabytes are read in their stride", () => {
  const blocks = [
    p("không".repeat(1_000_000)),
    ...Array.from({ length: 20_000 }, (_, i) => p(`Điều ${(i % 1000) + 1}. Nội dung.`)),
  ];
  expect(provisionsOf(blocks)).toHaveLength(20_000);
});

/** The corpus as Markdown: its headings, and lines of text. */
const corpus = process.env.CORPUS_DIR;
const corpusFiles = corpus ? readdirSync(corpus).filter((name) => name.endsWith(".md")) : [];
const blocksOf = (name: string): readonly Block[] =>
  readFileSync(join(corpus ?? "", name), "utf8")
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => {
      const title = /^(#{1,3})\s+(.*)$/.exec(line);
      return title
        ? h(Math.min(3, title[1]?.length ?? 1) as 1 | 2 | 3, title[2] ?? "")
        : p(line.replace(/\*+/g, ""));
    });

test(`real papers keep their articles, each once and in order (${corpusFiles.length} here)`, () => {
  for (const name of corpusFiles) {
    const blocks = blocksOf(name);
    const provisions = provisionsOf(blocks);
    expect(new Set(provisions.map(({ slug }) => slug)).size, name).toBe(provisions.length);
    for (const one of provisions) expect(one.end, `${name} ${one.slug}`).toBeGreaterThan(one.block);
    if (!name.startsWith("30_2020")) continue;
    const articles = provisions.filter(({ kind }) => kind === "article");
    expect(articles.map(({ label }) => Number(label))).toEqual(Array.from({ length: 38 }, (_, i) => i + 1));
    expect(provisions.filter(({ kind }) => kind === "chapter")).toHaveLength(7);
    expect(provisionOfSlug(provisions, "dieu-3-khoan-5")).toMatchObject({ kind: "clause", label: "5" });
  }
});
