import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closedMeeting } from "../../../test/support/closed-meeting";
import { pdfOf } from "../../../test/support/office-pdf";
import { loadPdfjs } from "../../device/intake/pdfjs";
import { minutesPaper } from "./minutes-paper";
import type { Paper } from "./paper";
import { resolutionPaper } from "./resolution-paper";
import { writeDocx } from "./write-docx";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "papers-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Pages as LibreOffice lays them out: their size in points, and their words with single spaces. */
const laidOut = async (paper: Paper, name: string) => {
  const docx = join(folder, `${name}.docx`);
  writeFileSync(docx, await writeDocx(paper));
  const pdf = pdfOf(docx);
  if (!pdf) throw new Error("no LibreOffice: install libreoffice-writer-nogui");
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const pages: { readonly size: readonly number[]; readonly words: string }[] = [];
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n);
    const { items } = await page.getTextContent();
    const words = items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? " " : ""}` : "")).join("");
    pages.push({ size: page.view.slice(2), words: words.replace(/\s+/g, " ").normalize("NFC") });
  }
  await task.destroy();
  return pages;
};

const inOrder = (text: string, parts: readonly string[]) => {
  let from = 0;
  for (const part of parts) {
    const at = text.indexOf(part, from);
    expect(at, `${part} after ${text.slice(from, from + 80)}`).toBeGreaterThanOrEqual(0);
    from = at + part.length;
  }
};

test("the minutes come out of a word processor whole, in order, on A4", async () => {
  const pages = await laidOut(minutesPaper(closedMeeting()), "bien-ban");
  for (const { size } of pages) {
    expect(Math.round(size[0] ?? 0)).toBe(595);
    expect(Math.round(size[1] ?? 0)).toBe(842);
  }
  const text = pages.map(({ words }) => words).join(" ");
  inOrder(text, [
    "ĐẢNG BỘ XÃ LẠC SƠN",
    "BIÊN BẢN",
    "sinh hoạt chi bộ thường kỳ tháng 02/2026",
    "I. THÀNH PHẦN",
    "Phạm Thị Thu Hằng (đi làm xa)",
    "II. TÀI LIỆU",
    "III. NỘI DUNG",
    "Nội dung nhiệm vụ",
    "Đồng chí Đinh Công Sơn:",
    "Biểu quyết:",
    "Phân công nhiệm vụ:",
    "Tổng điểm",
    "IV. THÔNG QUA BIÊN BẢN",
    "NGƯỜI GHI BIÊN BẢN",
    "Nơi nhận:",
    "PHỤ LỤC BIÊN BẢN",
  ]);
  // The number of a page stands above its text, from the second on; signatures never stand alone.
  expect(pages[1]?.words.trim()).toMatch(/^2 /);
  const signed = pages.find(({ words }) => words.includes("NGƯỜI GHI BIÊN BẢN"));
  expect(signed?.words).toContain("Hội nghị kết thúc hồi");
  expect(signed?.words).toContain("Bùi Văn Thắng");
});

test("the resolution does too", async () => {
  const paper = resolutionPaper(closedMeeting());
  if (!paper) throw new Error("no resolution");
  const pages = await laidOut(paper, "nghi-quyet");
  const text = pages.map(({ words }) => words).join(" ");
  inOrder(text, [
    "Số 07-NQ/CB",
    "NGHỊ QUYẾT",
    "I. ĐÁNH GIÁ",
    "II. PHƯƠNG HƯỚNG",
    "III. PHÂN CÔNG",
    "Nội dung công việc",
    "IV. TỰ ĐÁNH GIÁ",
    "Lưu Chi bộ.",
  ]);
  inOrder(text, ["T/M CHI BỘ", "BÍ THƯ", "Bùi Văn Thắng"]);
  expect(text).toContain("ĐẢNG CỘNG SẢN VIỆT NAM");
  expect(text).toContain("Lạc Sơn, ngày 05 tháng 02 năm 2026");
});
