import { crc32 } from "node:zlib";
import { strToU8, unzipSync, zipSync } from "fflate";
import * as v from "valibot";
import { expect, test } from "vitest";
import { readPaper } from "../../src/device/intake/read-paper";
import { sniff as sniffHere } from "../../src/device/intake/sniff";
import { readingText } from "../../src/domain/reading-text";
import { readTar, tarEnd, tarMember } from "../../src/server/cli/tar";
import { sniff } from "../../src/server/door/file-kind";
import { formatJournalLine, parseJournalLine } from "../../src/server/log/journal-line";
import { brokenDocx, hostileDocx, officialDocx, zipOfPictures } from "../support/docx-papers";
import { encryptedPdf, scannedPdf, stampedPdf, textPdf } from "../support/pdf-papers";
import { cell, paragraph, table, wordFile } from "../support/word-file";
import { fuzz } from "./fuzz";
import { hostileBytes, hostileText } from "./hostile-input";

const must = (holds: boolean, what: string) => {
  if (!holds) throw new Error(what);
};
type Bytes = Uint8Array<ArrayBuffer>;

/** A paper is taken or refused; what is taken is a text that phones take. */
const take = async (bytes: Bytes) => {
  const taken = await readPaper(new Blob([bytes]), "105-QĐ-ĐU.pdf");
  if (taken.ok) must(v.is(readingText, JSON.parse(JSON.stringify(taken.value.text))), "no reading text");
};

test("kinds of files by their first bytes", async () => {
  const samples = [
    await textPdf(),
    await officialDocx(),
    zipOfPictures(),
    strToU8('{"v":1,"blocks":[]}'),
    Uint8Array.of(0xff, 0xd8, 0xff),
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0),
  ];
  await fuzz({
    name: "kinds of files",
    cases: hostileBytes(samples.map((one) => one.slice(0, 3000))),
    run: (bytes) => {
      const kind = sniff(bytes);
      if (kind.ok && kind.value === "pdf") must(sniffHere(bytes) === "pdf", "two judgements of one file");
      sniffHere(bytes);
    },
  });
});

test("Word files damaged in their packing", async () =>
  fuzz({
    name: "DOCX, damaged bytes",
    cases: hostileBytes([await officialDocx(), await hostileDocx(5), await brokenDocx(), zipOfPictures()]),
    runs: 2000,
    waits: true,
    ratio: 4000,
    run: take,
  }));

const documentOf = (file: Bytes) => new TextDecoder().decode(unzipSync(file)["word/document.xml"]);
const partsOf = (file: Bytes) => {
  const parts = unzipSync(file);
  return Object.fromEntries(Object.entries(parts).filter(([name]) => /\.(?:xml|rels)$/.test(name)));
};

test("Word files damaged in their words", async () => {
  const official = await officialDocx();
  const parts = partsOf(official);
  const body = `${paragraph("KẾ HOẠCH", { centre: true, bold: true })}${table([
    ["1", "2"],
    ["3", "4"],
  ])}`;
  const samples = [documentOf(official), documentOf(wordFile(body))];
  await fuzz({
    name: "DOCX, damaged words",
    cases: hostileText(samples, 3000),
    runs: 800,
    waits: true,
    ratio: 400,
    run: (xml) => take(zipSync({ ...parts, "word/document.xml": strToU8(xml) }, { level: 0 }) as Bytes),
  });
});

test("lists and styles of Word files that are damaged", async () => {
  const parts = partsOf(await officialDocx());
  const named = ["word/numbering.xml", "word/styles.xml"] as const;
  const samples = named.map((name) => `${name} ${new TextDecoder().decode(parts[name])}`);
  await fuzz({
    name: "DOCX, damaged lists and styles",
    cases: hostileText(samples, 3000),
    runs: 800,
    waits: true,
    ratio: 400,
    run: (text) => {
      const [name = ""] = text.split(" ", 1);
      const part = named.find((one) => one === name) ?? named[0];
      return take(zipSync({ ...parts, [part]: strToU8(text.slice(name.length + 1)) }, { level: 0 }) as Bytes);
    },
  });
});

/** Each of these would take minutes, or all memory, of whoever counts on what a file says of itself. */
const wordTraps = async (): Promise<Readonly<Record<string, Bytes>>> => {
  const official = await officialDocx();
  const numbered = (start: string, level = "0") =>
    wordFile(paragraph("Điều khoản", { list: ["1", 0] }).repeat(3), {
      numbering: `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="${level}"><w:start w:val="${start}"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
    });
  const entity = (body: string) =>
    ({
      "word/document.xml": strToU8(
        `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "${"x".repeat(99)}"><!ENTITY b "${"&a;".repeat(99)}"><!ENTITY c "${"&b;".repeat(99)}"><!ENTITY d "${"&c;".repeat(99)}"><!ENTITY f SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>${body}</w:t></w:r></w:p></w:body></w:document>`,
      ),
    }) as const;
  // A directory that says, as ZIP64 may, that thousands of millions of parts follow.
  const endless = new Uint8Array(official.length + 76);
  const view = new DataView(endless.buffer);
  const end = official.length - 22;
  endless.set(official.subarray(0, end));
  view.setUint32(end, 0x06064b50, true);
  view.setUint32(end + 32, 0xffffffff, true);
  view.setUint32(end + 48, end + 10_000_000, true);
  view.setUint32(end + 56, 0x07064b50, true);
  view.setUint32(end + 64, end, true);
  endless.set(official.subarray(end), end + 76);
  const wide = table([
    [cell(paragraph("a"), { span: 4_000_000_000 }), cell(paragraph("b"))],
    [cell(paragraph("c"))],
  ]);
  return {
    "a list that begins at a million million": numbered("1000000000000"),
    "a list on a level that is none": numbered("1", "4294967290"),
    "a cell thousands of millions wide": wordFile(wide),
    "millions of paragraphs in four kilobytes": wordFile("<w:p/>".repeat(2_000_000)),
    "sixty megabytes of blanks, and more": wordFile(" ".repeat(70 * 1024 * 1024)),
    "entities of entities": wordFile("", { more: entity("&d;") }),
    "an entity that is a file": wordFile("", { more: entity("&f;") }),
    "tables in tables in tables": wordFile(
      `${"<w:tbl><w:tr><w:tc>".repeat(9000)}<w:p/>${"</w:tc></w:tr></w:tbl>".repeat(9000)}`,
    ),
    "a directory without an end": endless,
  };
};

test("traps in Word files cost no more than a few large papers", async () => {
  const timed = async (bytes: Bytes) => {
    const started = performance.now();
    const taken = await readPaper(new Blob([bytes]), "a.docx");
    if (taken.ok)
      must(!JSON.stringify(taken.value.text).includes("root:"), "a file of the machine in a text");
    return performance.now() - started;
  };
  await timed(await hostileDocx(400));
  const usual = await timed(await hostileDocx(400));
  for (const [name, bytes] of Object.entries(await wordTraps())) {
    const ratio = (await timed(bytes)) / usual;
    process.stdout.write(
      `${name.padEnd(42)} ${String(bytes.length).padStart(7)} bytes  ${ratio.toFixed(2)} × a paper with a table of 400 rows\n`,
    );
    expect(ratio, name).toBeLessThan(10);
  }
});

test("PDFs that are damaged", async () =>
  fuzz({
    name: "PDF, damaged bytes",
    cases: hostileBytes([
      await textPdf(),
      await textPdf("112-HD/ĐU", 2),
      await stampedPdf(),
      await scannedPdf(1),
      await encryptedPdf(),
    ]),
    runs: 600,
    waits: true,
    ratio: 400,
    run: take,
  }));

test("lines of the journal and of a backup", () => {
  const record = {
    seq: 1,
    numbers: { commune: 1, office: 2 },
    receivedAt: 5,
    signature: "p".repeat(86),
    payload: '{"id":"x"}',
  };
  return fuzz({
    name: "journal lines",
    cases: hostileText([
      formatJournalLine(record),
      formatJournalLine({ journal: 1, epoch: "e", count: 1, seq: 1 }),
    ]),
    run: (text) => {
      const line = parseJournalLine(text.replace(/\n$/, ""));
      if (line) must(crc32(JSON.stringify(line)) === Number.parseInt(text.slice(0, 8), 16), "another line");
    },
  });
});

test("archives that are restored", async () => {
  const archive = Buffer.concat([
    ...tarMember({ name: "log/000001", bytes: strToU8("abc") }, 1_790_000_000_000),
    ...tarMember({ name: "blobs/x", bytes: new Uint8Array(600) }, 1_790_000_000_000),
    tarEnd(),
  ]);
  const summed = (length: string) => {
    const [head = new Uint8Array(512)] = tarMember({ name: "log/000001", bytes: new Uint8Array(0) }, 0);
    head.set(strToU8(length.padEnd(12, "\0").slice(0, 12)), 124);
    head.fill(32, 148, 156);
    head.set(
      strToU8(
        `${head
          .reduce((sum, byte) => sum + byte, 0)
          .toString(8)
          .padStart(6, "0")}\0 `,
      ),
      148,
    );
    return Buffer.concat([head, new Uint8Array(1024)]);
  };
  const lies = ["77777777777", "40000000000", "-1", "x", "", "9", "1e9", "\x80\x00\x00\x00\x7f"].map(summed);
  const held = process.memoryUsage().arrayBuffers;
  let most = 0;
  await fuzz({
    name: "archives",
    cases: hostileBytes([archive, ...lies]),
    waits: true,
    ratio: 400,
    run: async (bytes) => {
      try {
        for await (const { name, bytes: inside } of readTar(eachOf(bytes))) {
          must(name.length <= 100, "a name beyond its field");
          must(inside.length <= bytes.length, "more than the archive holds");
        }
      } catch (error) {
        most = Math.max(most, process.memoryUsage().arrayBuffers - held);
        must(/^the archive/.test((error as Error).message), `an archive fails with: ${String(error)}`);
      }
    },
  });
  expect(most).toBeLessThan(256 * 1024 * 1024);
});

async function* eachOf(bytes: Uint8Array) {
  yield bytes;
}
