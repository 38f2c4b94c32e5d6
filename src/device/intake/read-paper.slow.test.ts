import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PDFDocument } from "pdf-lib";
import { describe, expect, test } from "vitest";
import { textPdf as officePdf, stampedPdf, writtenUponPdf } from "../../../test/support/pdf-papers";
import { centred, letterWidth, type Mark, textPdf } from "../../../test/support/text-pdf";
import { cell, paragraph, run, table, wordFile } from "../../../test/support/word-file";
import { maxFileBytes } from "../../domain/document";
import { type Block, blockText, plainText } from "../../domain/reading-text";
import { refusePaper } from "../../domain/secrecy";
import { type Paper, readPaper, scanMark } from "./read-paper";

const take = async (bytes: Uint8Array<ArrayBuffer>, name = "tài liệu.bin"): Promise<Paper> => {
  const read = await readPaper(new Blob([bytes]), name);
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};
const refusal = async (bytes: Uint8Array<ArrayBuffer>, name = "a.pdf") => {
  const read = await readPaper(new Blob([bytes]), name);
  return read.ok ? undefined : read.error;
};

/** A block in one line, as an eye would note it. */
const sketch = (block: Block): string => {
  const kind = block.k === "h" ? `h${block.l}` : block.k === "p" ? `p${block.a ?? ""}` : block.k;
  return `${kind} ${blockText(block).replaceAll("\n", " / ")}`;
};
const sketches = (paper: Paper) => paper.text.blocks.map(sketch);

const head = (number: string, day: string) =>
  table([
    [
      cell(
        paragraph("ĐẢNG BỘ TỈNH PHÚ THỌ", { centre: true }) +
          paragraph("ĐẢNG ỦY XÃ LẠC SƠN\n*", { centre: true, bold: true }) +
          paragraph(number, { centre: true }),
      ),
      cell(
        paragraph("ĐẢNG CỘNG SẢN VIỆT NAM", { centre: true, bold: true }) +
          paragraph(`Lạc Sơn, ${day}`, { centre: true, italic: true }),
      ),
    ],
  ]);

const regulation = (number = "Số 105-QĐ/ĐU", day = "ngày 18 tháng 8 năm 2025", body = "") =>
  wordFile(
    head(number, day) +
      paragraph("QUY ĐỊNH", { centre: true, bold: true }) +
      paragraph("quản lý, sử dụng phần mềm điều hành", { centre: true, bold: true }) +
      paragraph("-----", { centre: true }) +
      paragraph("Chương I", { centre: true, bold: true }) +
      paragraph("QUY ĐỊNH CHUNG", { centre: true, bold: true }) +
      paragraph(run("Điều 1. Phạm vi điều chỉnh", { bold: true })) +
      paragraph("Quy định này áp dụng cho các chi bộ.") +
      paragraph(run("a) ") + run("Bí thư", { bold: true }) + run(" chịu trách nhiệm;")) +
      body,
  );

describe("a Word file", () => {
  test("becomes headings, lists and paragraphs, and its head fills the form", async () => {
    const paper = await take(regulation(), "du-thao.docx");
    expect(sketches(paper)).toEqual([
      "pc ĐẢNG BỘ TỈNH PHÚ THỌ",
      "pc ĐẢNG ỦY XÃ LẠC SƠN",
      "pc Số 105-QĐ/ĐU",
      "pc ĐẢNG CỘNG SẢN VIỆT NAM",
      "pc Lạc Sơn, ngày 18 tháng 8 năm 2025",
      "h1 QUY ĐỊNH",
      "pc quản lý, sử dụng phần mềm điều hành",
      "h1 Chương I / QUY ĐỊNH CHUNG",
      "h3 Điều 1. Phạm vi điều chỉnh",
      "p Quy định này áp dụng cho các chi bộ.",
      "l a) Bí thư chịu trách nhiệm;",
    ]);
    expect(paper.text.blocks.at(-1)).toEqual({
      k: "l",
      m: "a)",
      r: [{ t: "Bí thư", b: 1 }, " chịu trách nhiệm;"],
    });
    expect(paper.suggestions).toEqual({
      number: "105-QĐ/ĐU",
      // The symbol says Quyết định or Quy định; the printed title says which.
      kind: ["quy_dinh"],
      issuedOn: "2025-08-18",
      abstract: "Quản lý, sử dụng phần mềm điều hành",
      issuer: "Đảng ủy xã Lạc Sơn",
    });
  });

  test("with a stamped number and day leaves both to the clerk, unless the file's name tells the number", async () => {
    const stamped = regulation("Số       -QĐ/ĐU", "ngày      tháng 8 năm 2025");
    expect((await take(stamped, "du-thao.docx")).suggestions).toMatchObject({ symbol: "-QĐ/ĐU" });
    expect((await take(stamped, "du-thao.docx")).suggestions).not.toHaveProperty("number");
    expect((await take(stamped, "du-thao.docx")).suggestions).not.toHaveProperty("issuedOn");
    expect((await take(stamped, "105-QĐ-ĐU.docx")).suggestions).toMatchObject({ number: "105-QĐ/ĐU" });
    // Another paper's number in the name is not put on this one.
    expect((await take(stamped, "12-KH-ĐU.docx")).suggestions).not.toHaveProperty("number");
  });

  test("keeps automatic numbers, which Word does not write into the text", async () => {
    const level = (n: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering =
      `<w:abstractNum w:abstractNumId="0">${level(0, "decimal", "Điều %1.")}${level(1, "lowerLetter", "%2)")}</w:abstractNum>` +
      '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>' +
      '<w:num w:numId="8"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>';
    const styles =
      '<w:style w:type="paragraph" w:styleId="Article"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr><w:rPr><w:b/></w:rPr></w:style>';
    const body =
      paragraph("Phạm vi", { style: "Article" }) +
      paragraph("một", { list: ["7", 1] }) +
      paragraph("hai", { list: ["7", 1] }) +
      paragraph("Đối tượng", { style: "Article" }) +
      paragraph("ba", { list: ["7", 1] }) +
      paragraph("Hiệu lực", { list: ["8", 0], bold: true });
    expect(sketches(await take(wordFile(body, { numbering, styles })))).toEqual([
      "h3 Điều 1. Phạm vi",
      "l a) một",
      "l b) hai",
      "h3 Điều 2. Đối tượng",
      "l a) ba",
      "h3 Điều 5. Hiệu lực",
    ]);
  });

  test("keeps tables with merged cells in their columns, and tells head rows", async () => {
    const bold = (text: string) => paragraph(text, { bold: true });
    const paper = await take(
      wordFile(
        table([
          [
            cell(bold("TT"), { merge: "restart" }),
            cell(bold("Kết quả"), { span: 2 }),
            cell(bold("Ghi chú"), { merge: "restart" }),
          ],
          [
            cell("", { merge: "continue" }),
            cell(bold("Quý I")),
            cell(bold("Quý II")),
            cell("", { merge: "continue" }),
          ],
          [
            cell(paragraph("1")),
            cell(paragraph("10")),
            cell(paragraph("12")),
            cell(paragraph("đạt") + paragraph("vượt")),
          ],
          [cell(paragraph("2")), cell(paragraph("11")), cell(paragraph("13")), cell("")],
        ]),
      ),
    );
    expect(paper.text.blocks).toEqual([
      {
        k: "t",
        h: 2,
        rows: [
          ["TT", "Kết quả", "", "Ghi chú"],
          ["", "Quý I", "Quý II", ""],
          ["1", "10", "12", "đạt\nvượt"],
          ["2", "11", "13", ""],
        ],
      },
    ]);
  });

  test("puts the signature before the recipients, one a line", async () => {
    const end = table([
      [
        cell(
          paragraph("Nơi nhận:") +
            paragraph("- Các chi bộ trực thuộc") +
            paragraph("  đảng ủy;") +
            paragraph("- Lưu Đảng ủy."),
        ),
        cell(
          paragraph("T/M ĐẢNG ỦY", { centre: true, bold: true }) +
            paragraph("BÍ THƯ", { centre: true, bold: true }),
        ),
      ],
    ]);
    expect(sketches(await take(regulation(undefined, undefined, end))).slice(-5)).toEqual([
      "pc T/M ĐẢNG ỦY",
      "pc BÍ THƯ",
      "p Nơi nhận:",
      "l - Các chi bộ trực thuộc đảng ủy;",
      "l - Lưu Đảng ủy.",
    ]);
  });

  test("with markup and scripts in it is only words", async () => {
    const evil = '<script>alert(1)</script><img src=x onerror="alert(2)">';
    const paper = await take(
      wordFile(
        paragraph(evil) +
          table([
            [cell(paragraph(evil)), cell(paragraph("b"))],
            [cell(paragraph("c")), cell(paragraph("d"))],
          ]),
      ),
    );
    expect(paper.text.blocks[0]).toEqual({ k: "p", r: [evil] });
    expect(JSON.stringify(paper.text)).not.toContain("href");
  });

  test("stamped secret in its page header is refused at the door", async () => {
    const file = wordFile(paragraph("KẾ HOẠCH", { centre: true, bold: true }) + paragraph("Nội dung."), {
      header: paragraph("MẬT", { centre: true }),
    });
    const paper = await take(file);
    expect(plainText(paper.text)).not.toContain("MẬT");
    expect(refusePaper({ kind: "ke_hoach", abstract: "Kế hoạch", declaredBy: "A" }, paper.firstPage)).toBe(
      "secret-mark",
    );
  });
});

describe("a PDF", () => {
  const wide = "Căn cứ chức năng, nhiệm vụ được giao, Đảng ủy xã yêu cầu các chi bộ";
  const body = (y: number): Mark[] => [
    { text: wide, x: 113, y },
    { text: "trực thuộc tổ chức thực hiện nghiêm túc các nội dung dưới đây trước", x: 85, y: y + 18 },
    { text: "ngày cuối tháng.", x: 85, y: y + 36 },
  ];
  const firstPage: Mark[] = [
    { text: "ĐẢNG ỦY XÃ LẠC SƠN", x: 90, y: 60, bold: true },
    { text: "ĐẢNG CỘNG SẢN VIỆT NAM", x: 330, y: 60, bold: true },
    { text: "Số 118-KH/ĐU", x: 105, y: 78 },
    { text: "Lạc Sơn, ngày 22 tháng 11 năm 2025", x: 305, y: 78 },
    centred("KẾ HOẠCH", 120, true),
    centred("phòng, chống mưa lũ", 138, true),
    ...body(170),
    { text: "I. MỤC ĐÍCH, YÊU CẦU", x: 113, y: 226, bold: true },
    { text: "1. Bảo đảm an toàn.", x: 113, y: 244 },
    ...body(262),
    { text: "1", x: 300, y: 820 },
  ];
  const file = () =>
    textPdf([
      firstPage,
      [{ text: "2", x: 300, y: 40 }, ...body(80)],
      [{ text: "3", x: 300, y: 40 }, ...body(80)],
    ]);

  test("becomes paragraphs across lines, without page numbers, its two-column head taken apart", async () => {
    const paper = await take(file(), "scan.pdf");
    const paragraph = `p ${wide} trực thuộc tổ chức thực hiện nghiêm túc các nội dung dưới đây trước ngày cuối tháng.`;
    expect(sketches(paper)).toEqual([
      "pc ĐẢNG ỦY XÃ LẠC SƠN",
      "pc Số 118-KH/ĐU",
      "pc ĐẢNG CỘNG SẢN VIỆT NAM",
      "pc Lạc Sơn, ngày 22 tháng 11 năm 2025",
      "h1 KẾ HOẠCH",
      "pc phòng, chống mưa lũ",
      paragraph,
      "h2 I. MỤC ĐÍCH, YÊU CẦU",
      "l 1. Bảo đảm an toàn.",
      paragraph,
      paragraph,
      paragraph,
    ]);
    expect(paper.scanned).toBe(false);
    expect(paper.suggestions).toEqual({
      number: "118-KH/ĐU",
      kind: ["ke_hoach"],
      issuedOn: "2025-11-22",
      abstract: "Phòng, chống mưa lũ",
      issuer: "Đảng ủy xã Lạc Sơn",
    });
  });

  test("is read also where one font draws the letters that another lacks, into its holes", async () => {
    const hole = -letterWidth * 1000;
    const line = (y: number): Mark[] => [
      {
        pieces: ["Văn b", hole, "n hành chính ph", hole, "i ", hole, "úng hình th", hole, "c, rõ ràng"],
        x: 85,
        y,
      },
      ...[
        ["ả", 5],
        ["ả", 21],
        ["đ", 24],
        ["ứ", 36],
      ].map(
        ([text, at]): Mark => ({ text: String(text), x: 85 + Number(at) * 13 * letterWidth, y, bold: true }),
      ),
    ];
    const paper = await take(textPdf([[...line(100), ...line(160)]]));
    expect(plainText(paper.text).split("\n")).toEqual(
      Array(2).fill("Văn bản hành chính phải đúng hình thức, rõ ràng"),
    );
  });

  test("keeps a ruled table in rows and columns", async () => {
    const xs = [85, 200, 400];
    const ys = [400, 430, 460, 490];
    const lines: Mark[] = [
      ...ys.map((y): Mark => ({ from: [85, y], to: [400, y] })),
      ...xs.map((x): Mark => ({ from: [x, 400], to: [x, 490] })),
    ];
    const texts: Mark[] = ["Chi bộ|Số đảng viên", "Thôn Rềnh|24", "Xóm Bo|21"].flatMap((row, y) =>
      row.split("|").map((text, x) => ({ text, x: (xs[x] ?? 0) + 8, y: 420 + y * 30, bold: y === 0 })),
    );
    const paper = await take(textPdf([[...firstPage, ...lines, ...texts]]));
    expect(paper.text.blocks.filter((block) => block.k === "t")).toEqual([
      {
        k: "t",
        h: 1,
        rows: [
          ["Chi bộ", "Số đảng viên"],
          ["Thôn Rềnh", "24"],
          ["Xóm Bo", "21"],
        ],
      },
    ]);
  });

  test("stamped secret upon its lines is refused at the door, and the stamp is no part of its text", async () => {
    const refusal = (firstPage: string) =>
      refusePaper({ kind: "huong_dan", abstract: "Giữ nước", declaredBy: "A" }, firstPage);
    const ways = ["aslant", "upright", "comment"] as const;
    const plain = () => officePdf("112-HD/ĐU");
    const stamped = [
      stampedPdf("MẬT"),
      ...ways.flatMap((way) => [writtenUponPdf("TỐI MẬT", way), writtenUponPdf("TUYỆT MẬT", way, plain())]),
    ];
    for (const [i, file] of (await Promise.all(stamped)).entries()) {
      const paper = await take(file, "a.pdf");
      expect(`${i} ${refusal(paper.firstPage)}`).toBe(`${i} secret-mark`);
    }
    for (const file of [stampedPdf("38", "21"), writtenUponPdf("Bản lưu", "upright", plain()), plain()]) {
      const paper = await take(await file, "a.pdf");
      expect(refusal(paper.firstPage)).toBeUndefined();
      expect(plainText(paper.text)).not.toMatch(/Bản lưu|38/);
    }
    // A number stamped on a scan is not guessed either.
    const scan = await take(await writtenUponPdf("Số 38-HD/ĐU", "comment"), "a.pdf");
    expect(scan.suggestions).toEqual({});
  });

  test("of pictures is a scan that says so", async () => {
    const scan = await PDFDocument.create();
    scan.addPage().drawSquare({ size: 300 });
    const paper = await take(Uint8Array.from(await scan.save()), "105-QĐ-ĐU.pdf");
    expect(paper.scanned).toBe(true);
    expect(plainText(paper.text)).toBe(scanMark);
    expect(paper.suggestions).toEqual({ number: "105-QĐ/ĐU", kind: ["quyet_dinh", "quy_dinh"] });
  });

  test("tells how far it has come, and stops when asked", async () => {
    const steps: number[] = [];
    await readPaper(new Blob([file()]), "a.pdf", { onProgress: (done) => steps.push(done) });
    expect(steps).toEqual([1 / 3, 2 / 3, 1]);
    const stop = new AbortController();
    const read = readPaper(new Blob([file()]), "a.pdf", {
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(read).rejects.toThrow();
  });
});

describe("refused", () => {
  const ole = (name: string) => {
    const mark = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    return Uint8Array.from([
      ...mark,
      ...Array(100).fill(0),
      ...[...name].flatMap((c) => [c.charCodeAt(0), 0]),
    ]);
  };
  const text = (content: string) => new TextEncoder().encode(content);

  /** The standard security handler with a password that nobody gave. */
  const locked = () => {
    const key = "ab".repeat(32);
    const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >> /ID [<00> <00>] /Root`;
    return text(new TextDecoder().decode(textPdf([[centred("KẾ HOẠCH", 100)]])).replace("/Root", encrypt));
  };

  test.each([
    ["a picture named .pdf", text("\u0089PNG…"), "not-a-document"],
    ["a zip without a document", wordFile("").slice(0, 0), "damaged-file"],
    ["a broken zip", regulation().slice(0, 900), "damaged-file"],
    ["a broken PDF", text("%PDF-1.7\nnothing more"), "damaged-file"],
    ["Word under a password", ole("EncryptedPackage"), "encrypted-file"],
    ["a PDF under a password", locked(), "encrypted-file"],
    ["an empty file", text(""), "damaged-file"],
  ])("%s", async (_, bytes, code) => {
    expect(await refusal(bytes)).toEqual({ code });
  });

  test("an old .doc, with the hint that helps", async () => {
    expect(await refusal(ole("WordDocument"), "cu.doc")).toEqual({
      code: "not-a-document",
      hint: "old-word",
    });
  });

  test("more than 30 MB, before a byte is read", async () => {
    const huge = { size: maxFileBytes + 1, arrayBuffer: () => Promise.reject(new Error("read")) };
    expect(await readPaper(huge as unknown as Blob, "phim.pdf")).toEqual({
      ok: false,
      error: { code: "too-large" },
    });
  });
});

/** Real papers, where the machine has them. */
const corpus = process.env.CORPUS_DIR;
const corpusFiles = corpus ? readdirSync(corpus).filter((name) => /\.(?:docx?|pdf)$/.test(name)) : [];
test(`every real paper is read or refused for a reason (${corpusFiles.length} here)`, async () => {
  for (const name of corpusFiles) {
    const bytes = Uint8Array.from(readFileSync(join(corpus ?? "", name)));
    if (name.endsWith(".doc")) {
      expect(await refusal(bytes, name)).toEqual({ code: "not-a-document", hint: "old-word" });
      continue;
    }
    const paper = await take(bytes, name);
    const kinds = new Set(paper.text.blocks.map((block) => block.k));
    expect(paper.text.blocks.length, name).toBeGreaterThan(20);
    expect(kinds.has("h") && kinds.has("p"), name).toBe(true);
    // No word of the paper's beginning is lost on the way to the phone.
    const plain = plainText(paper.text).replace(/\s+/g, " ");
    const words = paper.firstPage.split(/\s+/).filter((word) => /\p{L}{2}/u.test(word));
    expect(
      words.slice(0, 200).filter((word) => !plain.includes(word)),
      name,
    ).toEqual([]);
  }
});
