import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { closedMeeting } from "../../../test/support/closed-meeting";
import { makePack, makeWord } from "./make-files";
import { minutesPaper } from "./minutes-paper";
import type { Paper } from "./paper";
import { resolutionPaper } from "./resolution-paper";
import { writeDocx } from "./write-docx";

const record = closedMeeting();
const minutes = minutesPaper(record);
const resolution = resolutionPaper(record) as Paper;

const partsOf = async (paper: Paper) => {
  const files = unzipSync(await writeDocx(paper));
  return (name: string) => strFromU8(files[name] ?? new Uint8Array());
};
/** Paragraph by paragraph, as Word would show it. */
const wordsOf = (xml: string) =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([one]) =>
    [...one.matchAll(/<w:t[^>]*>(.*?)<\/w:t>/gs)].map(([, text]) => text).join(""),
  );

test("the page is A4 with the margins, letters and language of Party papers", async () => {
  const part = await partsOf(minutes);
  const xml = part("word/document.xml");
  // Twentieths of a point: 210 × 297 mm; 20, 15, 20, 30 mm.
  expect(xml).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
  expect(xml).toMatch(/<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701"/);
  expect(xml).toContain('w:firstLine="567"');
  expect(xml).toContain("<w:titlePg/>");
  expect(part("word/styles.xml")).toMatch(/Times New Roman.*w:sz w:val="28"/s);
});

test("the resolution has the official head, title and foot in their order", async () => {
  const words = wordsOf((await partsOf(resolution))("word/document.xml")).filter(Boolean);
  expect(words.slice(0, 9)).toEqual([
    "ĐẢNG BỘ XÃ LẠC SƠN",
    "CHI BỘ THÔN RỀNH",
    "*",
    "Số 07-NQ/CB",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "Lạc Sơn, ngày 05 tháng 02 năm 2026",
    "NGHỊ QUYẾT",
    "sinh hoạt chi bộ thường kỳ tháng 02/2026",
    "-----",
  ]);
  expect(words.slice(-7)).toEqual([
    "Nơi nhận:",
    "- Đảng ủy xã Lạc Sơn (báo cáo),",
    "- Các đồng chí đảng viên chi bộ,",
    "- Lưu Chi bộ.",
    "T/M CHI BỘ",
    "BÍ THƯ",
    "Bùi Văn Thắng",
  ]);
});

test("the minutes are signed left by who wrote, right by who presided; addenda follow", async () => {
  const words = wordsOf((await partsOf(minutes))("word/document.xml"));
  const at = (text: string) => words.findIndex((one) => one.startsWith(text));
  const order = ["NGƯỜI GHI BIÊN BẢN", "Quách Công Minh", "CHỦ TRÌ HỘI NGHỊ", "Bùi Văn Thắng", "PHỤ LỤC"].map(
    at,
  );
  expect(order).not.toContain(-1);
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

test("the file names the cell as its author, and no tool", async () => {
  const part = await partsOf(minutes);
  expect(part("docProps/core.xml")).toContain("<dc:creator>Chi bộ thôn Rềnh</dc:creator>");
  expect(part("docProps/core.xml")).toContain("<cp:lastModifiedBy>Chi bộ thôn Rềnh</cp:lastModifiedBy>");
  expect(part("docProps/core.xml") + part("docProps/app.xml")).not.toMatch(/un-named|docx/i);
});

test("words of people stay words", async () => {
  const hostile = { ...minutes, body: [{ is: "paragraph", text: `</w:t> & <b>"'` } as const] };
  expect((await partsOf(hostile))("word/document.xml")).toContain("&lt;/w:t&gt; &amp; &lt;b&gt;");
});

test("the pack holds both papers, the text for a form, and the record for machines", async () => {
  const made = await makePack(record, { minutes, resolution }, async () => undefined);
  if (!made.ok) throw new Error(made.error);
  expect(made.value.name).toBe("2026-02-05-ho-so-thuong-ky.zip");
  const files = unzipSync(new Uint8Array(await made.value.data.arrayBuffer()));
  expect(Object.keys(files).sort()).toEqual([
    "2026-02-05-bien-ban-thuong-ky.docx",
    "2026-02-05-nghi-quyet-thuong-ky.docx",
    "noi-dung.txt",
    "thong-tin.json",
  ]);
  const text = strFromU8(files["noi-dung.txt"] ?? new Uint8Array());
  expect(text).toMatch(/BIÊN BẢN\r\n.*NGHỊ QUYẾT\r\n/s);
  expect(JSON.parse(strFromU8(files["thong-tin.json"] ?? new Uint8Array()))).toHaveProperty("lines");
  expect(unzipSync(files["2026-02-05-bien-ban-thuong-ky.docx"] ?? new Uint8Array())).toHaveProperty([
    "word/document.xml",
  ]);
});

test("a paper that cannot be written is a failure with a name, not an exception", async () => {
  const broken = { ...minutes, body: undefined } as unknown as Paper;
  expect(await makeWord(record, broken, "bien-ban")).toEqual({ ok: false, error: "failed" });
});
