import { expect, test } from "vitest";
import { readPaper } from "../../src/device/intake/read-paper";
import { plainText } from "../../src/domain/reading-text";
import { brokenDocx, hostileDocx, hostileTexts, officialDocx, tableRows, zipOfPictures } from "./docx-papers";
import { brokenPdf, encryptedPdf, scannedPdf, stampedPdf, textPdf } from "./pdf-papers";

const read = (bytes: Uint8Array<ArrayBuffer>, name: string) => readPaper(new Blob([bytes]), name);
const textOf = async (bytes: Uint8Array<ArrayBuffer>, name: string) => {
  const result = await read(bytes, name);
  if (!result.ok) throw new Error(result.error.code);
  return { ...result.value, words: plainText(result.value.text) };
};

test("a PDF with a text layer is read, number and all", async () => {
  const { words, suggestions, scanned } = await textOf(await textPdf("112-HD/ĐU", 3), "a.pdf");
  expect(scanned).toBe(false);
  expect(words).toContain("Nạo vét mương bai của xóm mình");
  expect(suggestions.number).toBe("112-HD/ĐU");
});

test("stamps are pictures: neither number nor day is in the text", async () => {
  const { words } = await textOf(await stampedPdf("38", "21"), "a.pdf");
  expect(words).toContain("HD/ĐU");
  expect(words).not.toContain("38");
  expect(words).not.toContain("21");
});

test("a scan has pictures alone", async () => {
  expect((await textOf(await scannedPdf(), "a.pdf")).scanned).toBe(true);
});

test("a DOCX in the official layout keeps its lists and table", async () => {
  const { words, text } = await textOf(await officialDocx(), "a.docx");
  expect(words).toContain("113-KH/ĐU");
  expect(words).toContain("Nạo vét mương bai.");
  expect(words).toContain("a) Mương chính do xã làm.");
  expect(text.blocks.flatMap((block) => (block.k === "t" ? [block.rows] : []))).toContainEqual(tableRows);
});

test("a hostile DOCX is text", async () => {
  const { words } = await textOf(await hostileDocx(50), "a.docx");
  expect(words).toContain(hostileTexts[0]);
});

test.each([
  ["encrypted.pdf", encryptedPdf, "encrypted-file"],
  ["broken.pdf", brokenPdf, "damaged-file"],
  ["pictures.docx", async () => zipOfPictures(), "not-a-document"],
  ["broken.docx", brokenDocx, "damaged-file"],
] as const)("%s is refused", async (name, make, code) => {
  const result = await read(await make(), name);
  expect(result.ok ? "taken" : result.error.code).toBe(code);
});
