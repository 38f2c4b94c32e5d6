import { expect, test } from "vitest";
import { readPaper } from "../../device/intake/read-paper";
import { plainText } from "../../domain/reading-text";
import { documentFile } from "./document-file";
import { sampleCommune } from "./sample-commune";

test("the DOCX of a sample paper reads as the paper itself", { timeout: 60_000 }, async () => {
  const document = sampleCommune(67).documents.find(({ kind, withFile }) => kind === "ke_hoach" && withFile);
  if (!document) throw new Error("no plan has a file");
  const { bytes, name, media } = await documentFile(document);
  const read = await readPaper(new Blob([bytes], { type: media }), name);
  if (!read.ok) throw new Error(read.error.code);
  expect(read.value.suggestions.number).toBe(document.number);
  const tables = (blocks: typeof document.text.blocks) => blocks.filter(({ k }) => k === "t");
  expect(tables(read.value.text.blocks)).toEqual(tables(document.text.blocks));
  const words = plainText(read.value.text).replace(/\s+/g, " ");
  for (const line of plainText(document.text).split("\n").slice(8, 20)) expect(words).toContain(line);
});
