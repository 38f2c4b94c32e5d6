import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "../../test/support/any-text";
import {
  type DocumentNumber,
  findNumberInText,
  formatDocumentNumber,
  kindsOfNumber,
  numberFromFileName,
  parseDocumentNumber,
} from "./document-number";

const party = (serial: number | undefined, symbol: string, organ: string): DocumentNumber => ({
  form: "party",
  ...(serial !== undefined && { serial }),
  symbol,
  organ,
});
const state = (
  serial: number | undefined,
  rest: Omit<DocumentNumber, "form" | "serial">,
): DocumentNumber => ({
  form: "state",
  ...(serial !== undefined && { serial }),
  ...rest,
});

describe("parseDocumentNumber", () => {
  test.each<[string, DocumentNumber, string]>([
    ["105-QĐ/ĐU", party(105, "QĐ", "ĐU"), "105-QĐ/ĐU"],
    ["Số 05-NQ/ĐU", party(5, "NQ", "ĐU"), "05-NQ/ĐU"],
    ["Số: 05-NQ/ĐU", party(5, "NQ", "ĐU"), "05-NQ/ĐU"],
    ["38 - HD/BTCTW", party(38, "HD", "BTCTW"), "38-HD/BTCTW"],
    ["Số      - HD/BTCTU", party(undefined, "HD", "BTCTU"), "-HD/BTCTU"],
    ["-HD/BTCTU", party(undefined, "HD", "BTCTU"), "-HD/BTCTU"],
    ["Số ....-QĐ/ĐU", party(undefined, "QĐ", "ĐU"), "-QĐ/ĐU"],
    ["57–NQ/TW", party(57, "NQ", "TW"), "57-NQ/TW"],
    ["105-QÐ/ÐU", party(105, "QĐ", "ĐU"), "105-QĐ/ĐU"],
    ["105-qđ/đu", party(105, "QĐ", "ĐU"), "105-QĐ/ĐU"],
    ["12-CTR/ĐU", party(12, "CTr", "ĐU"), "12-CTr/ĐU"],
    ["07-NQ/CB", party(7, "NQ", "CB"), "07-NQ/CB"],
    ["03-DA/ĐU", party(3, "DA", "ĐU"), "03-DA/ĐU"],
    ["06-ĐA/ĐU", party(6, "ĐA", "ĐU"), "06-ĐA/ĐU"],
    ["105/QĐ-UBND", state(105, { symbol: "QĐ", organ: "UBND" }), "105/QĐ-UBND"],
    ["Số: 105 /QĐ-UBND", state(105, { symbol: "QĐ", organ: "UBND" }), "105/QĐ-UBND"],
    ["Số:       /QĐ-UBND", state(undefined, { symbol: "QĐ", organ: "UBND" }), "/QĐ-UBND"],
    ["30/2020/NĐ-CP", state(30, { year: 2020, symbol: "NĐ", organ: "CP" }), "30/2020/NĐ-CP"],
    ["117/2025/QH15", state(117, { year: 2025, organ: "QH15" }), "117/2025/QH15"],
    ["12/UBND-VP", state(12, { organ: "UBND-VP" }), "12/UBND-VP"],
    ["44/VBHN-VPQH", state(44, { symbol: "VBHN", organ: "VPQH" }), "44/VBHN-VPQH"],
    ["01/NQ-TU", state(1, { symbol: "NQ", organ: "TU" }), "01/NQ-TU"],
    ["05/QyĐ-UBND", state(5, { symbol: "QyĐ", organ: "UBND" }), "05/QyĐ-UBND"],
    [
      "11/2014/TTLT-BTP-BTC",
      state(11, { year: 2014, symbol: "TTLT", organ: "BTP-BTC" }),
      "11/2014/TTLT-BTP-BTC",
    ],
  ])("%s", (text, number, printed) => {
    expect(parseDocumentNumber(text)).toEqual(number);
    expect(parseDocumentNumber(text.normalize("NFD"))).toEqual(number);
    expect(formatDocumentNumber(number)).toBe(printed);
    expect(parseDocumentNumber(printed)).toEqual(number);
  });

  test.each([
    "",
    "Số",
    "105",
    "ngày 18/8/2025",
    "18/8/2025",
    "QĐ",
    "http://a/b",
    "105-QĐ",
    "a-b-c",
    "-/-",
    "x".repeat(500),
  ])("not a number: %s", (text) => {
    expect(parseDocumentNumber(text)).toBeUndefined();
  });
});

test.each<[string, readonly string[]]>([
  ["105-QĐ/ĐU", ["quyet_dinh", "quy_dinh"]],
  ["105/QĐ-UBND", ["quyet_dinh"]],
  ["05/QyĐ-UBND", ["quy_dinh"]],
  ["03-CTr/ĐU", ["chuong_trinh"]],
  ["03-TTr/ĐU", ["to_trinh"]],
  ["03-TT/TU", ["thong_tri"]],
  ["12/UBND-VP", ["cong_van"]],
  ["30/2020/NĐ-CP", ["tai_lieu"]],
  ["117/2025/QH15", ["tai_lieu"]],
  ["03-XYZ/ĐU", []],
])("kinds of %s", (text, kinds) => {
  const number = parseDocumentNumber(text);
  expect(number && kindsOfNumber(number)).toEqual(kinds);
});

describe("numberFromFileName", () => {
  test.each<[string, string]>([
    ["105-QĐ-ĐU.pdf", "105-QĐ/ĐU"],
    ["105-QĐ-ĐU.signed.signed.pdf", "105-QĐ/ĐU"],
    ["105-QD-DU.pdf", "105-QĐ/ĐU"],
    ["Số 105 - QĐ-ĐU ngày 18-8-2026.docx", "105-QĐ/ĐU"],
    ["KH 12-KH-ĐU về sinh hoạt hè (2).pdf", "12-KH/ĐU"],
    ["A32.65-ĐU-ĐA-0006-2026.pdf", "06-ĐA/ĐU"],
    ["A32.65-DU-DA-0006-2026.signed.signed.pdf", "06-ĐA/ĐU"],
    ["30_2020_ND_CP.docx", "30/2020/NĐ-CP"],
    ["117_2025_QH15.pdf", "117/2025/QH15"],
    ["105-QĐ-UBND.pdf", "105/QĐ-UBND"],
    ["12-UBND-VP.pdf", "12/UBND-VP"],
    ["38-HD-BTCTW.pdf", "38-HD/BTCTW"],
    ["57-NQ-TW.pdf", "57-NQ/TW"],
    ["07_NQ_CB.docx", "07-NQ/CB"],
  ])("%s", (name, printed) => {
    const found = numberFromFileName(name);
    expect(found && formatDocumentNumber(found)).toBe(printed);
    expect(numberFromFileName(name.normalize("NFD"))).toEqual(found);
  });

  test.each([
    "scan0001.pdf",
    "Phuluc1.docx",
    "20261124_083015.pdf",
    "tài liệu họp 24-11-2026.pdf",
    "NQ57.pdf",
    "Báo cáo quý 3.docx",
    "12-ABC-XYZ.pdf",
    ".pdf",
    "",
  ])("no number in %s", (name) => {
    expect(numberFromFileName(name)).toBeUndefined();
  });
});

describe("findNumberInText", () => {
  const found = (...lines: string[]) => {
    const number = findNumberInText(lines);
    return number && formatDocumentNumber(number);
  };

  test("a typed number", () => {
    expect(found("ĐẢNG CỘNG SẢN VIỆT NAM", "ĐẢNG ỦY XÃ LẠC SƠN", "Số 105-QĐ/ĐU")).toBe("105-QĐ/ĐU");
    expect(found("Số: 105/QĐ-UBND        Lạc Sơn, ngày 18 tháng 8 năm 2026")).toBe("105/QĐ-UBND");
    expect(found("ĐẢNG ỦY\tSố 38 - HD/BTCTW")).toBe("38-HD/BTCTW");
    expect(found("QUỐC HỘI", "Luật số: 117/2025/QH15")).toBe("117/2025/QH15");
    expect(found("Số: 12/UBND-VP".normalize("NFD"))).toBe("12/UBND-VP");
  });

  test("a stamped number is never guessed", () => {
    expect(found("Số      - HD/BTCTU      Phú Thọ, ngày      tháng 11 năm 2025")).toBe("-HD/BTCTU");
    expect(found("Số:          /QĐ-UBND")).toBe("/QĐ-UBND");
    expect(found("Số ......-KH/ĐU")).toBe("-KH/ĐU");
    expect(found("2", "Số      - HD/BTCTU", "21")).toBe("-HD/BTCTU");
  });

  test("numbers of other papers are not its own", () => {
    expect(found("CÔNG VĂN", "Căn cứ Nghị quyết", "Số 57-NQ/TW")).toBeUndefined();
    expect(found("Thực hiện Nghị quyết số 57-NQ/TW")).toBeUndefined();
    expect(found("về việc thi hành Quy định số 105-QĐ/ĐU")).toBeUndefined();
    expect(found("số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị")).toBeUndefined();
    expect(found(...Array.from({ length: 30 }, () => "dòng"), "Số 1-QĐ/ĐU")).toBeUndefined();
  });
});

describe("properties", () => {
  const partyNumbers = fc
    .tuple(
      fc.integer({ min: 1, max: 99999 }),
      fc.constantFrom("NQ", "QĐ", "CT", "KL", "HD", "TB", "BC", "KH", "CTr", "TTr", "ĐA", "CV"),
      fc.constantFrom("TW", "TU", "ĐU", "CB", "BTCTW", "VPĐU", "UBKT"),
    )
    .map(([serial, symbol, organ]) => party(serial, symbol, organ));
  const stateNumbers = fc
    .tuple(
      fc.integer({ min: 1, max: 99999 }),
      fc.option(fc.integer({ min: 1990, max: 2030 }), { nil: undefined }),
      fc.constantFrom("QĐ", "NQ", "KH", "TB", "NĐ", "QyĐ"),
      fc.constantFrom("UBND", "HĐND", "CP", "BNV", "UBND-VP"),
    )
    .map(([serial, year, symbol, organ]) => state(serial, { ...(year && { year }), symbol, organ }));
  const numbers = fc.oneof(partyNumbers, stateNumbers);

  test("what is printed reads back, in any composition", () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom("", "Số ", "Số: "), fc.boolean(), (number, prefix, composed) => {
        const printed = prefix + formatDocumentNumber(number);
        expect(parseDocumentNumber(composed ? printed : printed.normalize("NFD"))).toEqual(number);
        expect(findNumberInText([`Số ${formatDocumentNumber(number)}`])).toEqual(number);
      }),
      { numRuns: 2000 },
    );
  });

  test("a Party number survives its file name", () => {
    fc.assert(
      fc.property(partyNumbers, (number) => {
        expect(numberFromFileName(`${formatDocumentNumber(number).replace("/", "-")}.signed.pdf`)).toEqual(
          number,
        );
      }),
    );
  });

  test("ten thousand texts, none throws", { timeout: 60_000 }, () => {
    const pieces = fc.array(
      fc.constantFrom(
        "Số",
        "số ",
        ":",
        " ",
        "-",
        "/",
        "QĐ",
        "ĐU",
        "105",
        "2026",
        "…",
        ".",
        "\u0323",
        "A",
        "NĐ",
        "\t",
        "_",
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          pieces.map((all) => all.join("")),
          anyText(),
        ),
        (text) => {
          const number = parseDocumentNumber(text);
          if (number) expect(formatDocumentNumber(number)).toContain("/");
          numberFromFileName(text);
          findNumberInText([text]);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  test("no text makes it slow", () => {
    const hostile = [
      "-".repeat(300),
      `Số${" ".repeat(300)}`,
      "1".repeat(300),
      "A-".repeat(150),
      `Số ${".".repeat(290)}x`,
    ];
    const start = performance.now();
    for (const text of hostile) {
      parseDocumentNumber(text);
      numberFromFileName(text);
      findNumberInText([text]);
    }
    // A pattern that backtracks would take minutes.
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
