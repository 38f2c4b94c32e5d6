import fc from "fast-check";
import * as v from "valibot";
import { test } from "vitest";
import { cleanText, type Piece } from "../../src/device/intake/piece";
import { suggest } from "../../src/device/intake/suggest";
import { toReadingText } from "../../src/device/intake/to-blocks";
import { parsePastedNames } from "../../src/device/office/pasted-names";
import { keyMatcher } from "../../src/device/search/number-in-query";
import { readTypedCode } from "../../src/domain/check-in-code";
import { documentKinds } from "../../src/domain/document-kind";
import {
  findNumberInText,
  formatDocumentNumber,
  kindsOfNumber,
  numberFromFileName,
  parseDocumentNumber,
} from "../../src/domain/document-number";
import { firstPageOf } from "../../src/domain/first-page";
import { searchKey } from "../../src/domain/number-key";
import { plainText, readingText } from "../../src/domain/reading-text";
import { refuseLine, refusePaper } from "../../src/domain/secrecy";
import { foldVietnamese, words } from "../../src/domain/vietnamese";
import { fuzz } from "./fuzz";
import { hostileText } from "./hostile-input";

const must = (holds: boolean, what: string) => {
  if (!holds) throw new Error(what);
};

const numbers = [
  "105-QĐ/ĐU",
  "30/2020/NĐ-CP",
  "117/2025/QH15",
  "12/UBND-VP",
  "Số: 09-CTr/TU",
  "-KH/ĐU",
  "57-NQ/TW",
];
const names = [
  "105-QĐ-ĐU.pdf",
  "30_2020_ND_CP.docx",
  "A32.65-ĐU-ĐA-0006-2026.signed.signed.pdf",
  "12-UBND-VP (bản cuối).docx",
  "Mật - 38-QĐ-ĐU.pdf",
];
const page = `ĐẢNG BỘ TỈNH PHÚ THỌ\tĐẢNG CỘNG SẢN VIỆT NAM
ĐẢNG ỦY XÃ LẠC SƠN
*
Số 113-KH/ĐU\tLạc Sơn, ngày 20 tháng 11 năm 2026
Độ mật: TỐI MẬT
KẾ HOẠCH
giữ nước cho vụ chiêm xuân
-----
Căn cứ Quy định số 294-QĐ/TW ngày 26 tháng 8 năm 2025
Điều 1. Điều động đồng chí Nguyễn Văn A, Bí thư chi bộ thôn Đông
V/v giới thiệu nhân sự ứng cử; danh sách nhân sự; lý lịch của đồng chí; kết quả xếp loại cán bộ`;
const lines = page.split("\n");

test("numbers of papers, typed, in a text and sought", () =>
  fuzz({
    name: "document numbers",
    cases: hostileText([...numbers, ...lines]),
    run: (text) => {
      const parsed = parseDocumentNumber(text);
      // What was read and written again is the same number.
      if (parsed) {
        const again = parseDocumentNumber(formatDocumentNumber(parsed));
        must(
          again === undefined || formatDocumentNumber(again) === formatDocumentNumber(parsed),
          "not stable",
        );
        kindsOfNumber(parsed);
      }
      findNumberInText([text, ...text.split("\n"), ...lines]);
      keyMatcher(searchKey(text))(searchKey(lines[3] ?? ""));
    },
  }));

test("names of files", () =>
  fuzz({
    name: "file names",
    cases: hostileText(names),
    run: (name) => {
      numberFromFileName(name);
      const { number = "" } = suggest([], [], cleanText(name).trim().slice(-200));
      must(number.length < 300, "a number as long as a text");
    },
  }));

test("the rules at the door read any first page and any field", () =>
  fuzz({
    name: "rules at the door",
    cases: fc
      .tuple(hostileText([page, ...lines], 4000), fc.constantFrom(...documentKinds))
      .map(([text, kind]) => `${kind}\n${text}`),
    run: (all) => {
      const at = all.indexOf("\n");
      const kind = documentKinds.find((one) => one === all.slice(0, at)) ?? "ke_hoach";
      const text = all.slice(at + 1);
      const abstract = text.slice(0, 500);
      refusePaper(
        {
          kind,
          abstract,
          number: text.slice(0, 40),
          issuer: text.slice(0, 120),
          fileName: text.slice(0, 200),
          declaredBy: "Văn thư",
        },
        firstPageOf(text),
      );
      refuseLine(abstract);
    },
  }));

test("reading texts as they travel", () => {
  const text = JSON.stringify({
    v: 1,
    blocks: [
      { k: "h", l: 1, t: "KẾ HOẠCH" },
      { k: "p", r: ["Bảo đảm ", { t: "đủ nước", b: 1 }, "."], a: "c" },
      { k: "l", m: "a)", r: ["Mương chính"] },
      {
        k: "t",
        rows: [
          ["TT", "Nội dung"],
          ["1", "Nạo vét"],
        ],
        h: 1,
      },
    ],
  });
  return fuzz({
    name: "reading texts",
    cases: hostileText([
      text,
      `${"[".repeat(3000)}`,
      `{"v":1,"blocks":${"[".repeat(2000)}${"]".repeat(2000)}}`,
    ]),
    run: (json) => {
      let value: unknown;
      try {
        value = JSON.parse(json);
      } catch {
        return;
      }
      const parsed = v.safeParse(readingText, value);
      if (parsed.success) words(firstPageOf(plainText(parsed.output)));
    },
  });
});

test("paragraphs and tables of any paper become a text for small screens", () =>
  fuzz({
    name: "paragraphs of papers",
    cases: hostileText([page, ...lines, "I. MỤC ĐÍCH\n1. Yêu cầu\na) Nạo vét\n- Mương", "1\t2\n3\t4"], 600),
    runs: 10_000,
    run: (text) => {
      const pieces = text.split("\n").map(
        (line, i): Piece =>
          line.includes("\t")
            ? { is: "grid", rows: [line.split("\t"), line.split("\t")], head: i % 2 }
            : {
                is: "paragraph",
                runs: [
                  { text: line, bold: i % 3 === 0 },
                  { text: line.slice(0, 9), italic: true },
                ],
                align: i % 2 ? "centre" : undefined,
              },
      );
      const made = toReadingText(pieces);
      must(v.is(readingText, JSON.parse(JSON.stringify(made))), "a text that no phone would take");
      suggest(pieces, text.split("\n"), text.slice(0, 100));
    },
  }));

test("pasted lists of names, typed codes, and folding", () =>
  fuzz({
    name: "typed and pasted words",
    cases: hostileText([
      "Nguyễn Văn A\t12/03/1980\tdự bị",
      "1. Quách Thị Hoà; 0912 345 678",
      "0a1b-2c3d",
      "Điện Biên",
    ]),
    run: (text) => {
      for (const { name } of parsePastedNames(text).members) must(!/\d/.test(name), "a digit in a name");
      readTypedCode(text);
      const folded = foldVietnamese(text);
      must(foldVietnamese(folded) === folded, "folding twice differs from folding once");
    },
  }));
