import { PDFDocument } from "pdf-lib";
import { expect, it } from "vitest";
import type { Hash } from "../../domain/ids";
import type { Blobs } from "../blobs/blobs";
import { checkFile } from "./check-file";
import { openPeeked, sniff } from "./file-kind";

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const pdf = "application/pdf";

/** Just enough of the blobs for one file. */
const holding = (file: Uint8Array<ArrayBuffer>) =>
  ({
    stat: async () => ({ bytes: file.length }),
    open: async (_hash: Hash, range?: { start: number; end: number }) =>
      new Blob([range ? file.slice(range.start, range.end + 1) : file]).stream(),
  }) as unknown as Blobs;
const check = (file: Uint8Array<ArrayBuffer>, media: string, length = file.length) =>
  checkFile(holding(file), { hash: "h" as Hash, bytes: length, media });

const made = await PDFDocument.create();
made.addPage();
const classic = new Uint8Array(await made.save({ useObjectStreams: false }));
const withStreams = new Uint8Array(await made.save());
const text = (data: Uint8Array) => Buffer.from(data).toString("latin1");
const locked = bytes(text(classic).replace("/Root", "/Encrypt 9 0 R /Root"));
const zip = (first: string, tail: string) =>
  bytes(`PK\u0003\u0004${"\0".repeat(26)}${first}${"x".repeat(2000)}${tail}`);
const word = zip("[Content_Types].xml", "PK\u0001\u0002word/document.xmlPK\u0005\u0006");
const ole = bytes(`\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1${"x".repeat(400)}`);
const oleLocked = bytes(`${text(ole)}${[..."EncryptedPackage"].join("\0")}\0`);

it.each([
  ["a PDF", classic, pdf, undefined],
  ["a PDF with object streams", withStreams, pdf, undefined],
  ["a PDF with a tail of line breaks", bytes(`${text(classic)}\r\n\r\n`), pdf, undefined],
  ["a PDF under a password", locked, pdf, "encrypted-file"],
  ["a PDF cut short", classic.slice(0, classic.length - 40), pdf, "damaged-file"],
  ["a PDF said to be Word", classic, docx, "not-a-document"],
  ["a Word file", word, docx, undefined],
  ["a Word file said to be PDF", word, pdf, "not-a-document"],
  ["a Word file cut short", word.slice(0, 1500), docx, "damaged-file"],
  ["a spreadsheet", zip("[Content_Types].xml", "xl/workbook.xmlPK\u0005\u0006"), docx, "damaged-file"],
  ["some other archive", zip("photo.jpg", "PK\u0005\u0006"), docx, "not-a-document"],
  ["Word before 2007", ole, docx, "not-a-document"],
  ["Word under a password", oleLocked, docx, "encrypted-file"],
  ["a picture", bytes("\u00ff\u00d8\u00ff\u00e0"), pdf, "not-a-document"],
  ["a program", bytes("MZ\u0090"), pdf, "not-a-document"],
  ["nothing", new Uint8Array(0), pdf, "not-a-document"],
])("%s", async (_name, file, media, refusal) => {
  expect(await check(new Uint8Array(file), media)).toBe(refusal);
});

it("refuses a length that is not the file's", async () => {
  expect(await check(classic, pdf, classic.length + 1)).toBe("malformed");
});

it("knows pictures and reading texts", () => {
  expect(sniff(bytes("\u0089PNG\r\n\u001a\n"))).toEqual({ ok: true, value: "png" });
  expect(sniff(bytes("RIFF\0\0\0\0WEBPVP8 "))).toEqual({ ok: true, value: "webp" });
  expect(sniff(bytes('{"v":1,"blocks":[]}'))).toEqual({ ok: true, value: "text" });
  expect(sniff(bytes("<html><script>"))).toEqual({ ok: false, error: "not-a-document" });
});

it("peeks without losing a byte, however the pieces fall", async () => {
  const data = crypto.getRandomValues(new Uint8Array(5000));
  for (const size of [1, 700, 1024, 5000]) {
    let at = 0;
    const source = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        if (at >= data.length) return controller.close();
        controller.enqueue(data.slice(at, at + size));
        at += size;
      },
    });
    const { head, stream } = await openPeeked(source);
    expect(head.length).toBeGreaterThanOrEqual(1024);
    expect(new Uint8Array(await new Response(stream).arrayBuffer())).toEqual(data);
  }
});
