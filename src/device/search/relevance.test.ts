import { describe, expect, test } from "vitest";
import { plainText } from "../../domain/reading-text";
import { sampleCommune } from "../../server/sample/sample-commune";
import { buildSegment } from "./build-segment";
import { mergeSegments } from "./merge-segments";
import { createSearcher } from "./searcher";

const { documents } = sampleCommune(67);
const indexed = documents.map(({ id, number, abstract, text }) => ({
  id,
  ...(number && { number }),
  abstract,
  text: plainText(text),
}));
/** As a phone has them: page by page, and then gathered. */
const pages = Array.from({ length: 7 }, (_, i) => buildSegment(indexed.slice(i * 10, i * 10 + 10)));
const numbered = (kind: string, on: string) =>
  documents.find((one) => one.kind === kind && one.issuedOn === on)?.number ?? "";

describe.each([
  ["in pages", createSearcher(pages)],
  ["gathered", createSearcher([mergeSegments(pages)])],
])("over the sample's papers, %s", (_, searcher) => {
  const first = (query: string) => {
    const [hit] = searcher.search(query, 5);
    const document = documents.find(({ id }) => id === hit?.id);
    return hit && document && { by: hit.by, abstract: document.abstract, kind: document.kind };
  };

  test.each([
    ["chay rung mua kho", "abstract", "Phòng cháy, chữa cháy rừng mùa khô"],
    ["cháy rừng cấp IV", "abstract", "Về việc tăng cường trực gác"],
    ["sot xuat huyet", "abstract", "phòng sốt xuất huyết"],
    ["SỐT XUẤT HUYẾT", "abstract", "phòng sốt xuất huyết"],
    ["tiêm phòng lợn", "text", "Tiêm phòng và khử trùng"],
    ["bảo hiểm y tế", "abstract", "hết hạn thẻ bảo hiểm y tế"],
    ["đội chiêng", "abstract", "mức hỗ trợ đội chiêng"],
    ["tet nguyen dan", "abstract", "Tết Nguyên đán Đinh Mùi"],
    ["chi bo bon tot", "abstract", "Chi bộ bốn tốt"],
    ["ngày nhà giáo", "abstract", "Nhà giáo Việt Nam"],
    ["hội nghị đầu bờ", "abstract", "hội nghị đầu bờ"],
    ["giả danh cán bộ", "abstract", "giả danh cán bộ"],
    ["xóm Rềnh quyết nghị", "text", "Nhiệm vụ tháng 9"],
    ["diet chuot dong loat", "text", "cây vụ đông"],
    ["xi mang", "abstract", "định mức hỗ trợ xi măng"],
  ])("%s finds by its %s: %s", (query, by, abstract) => {
    expect(first(query)).toMatchObject({ by });
    expect(first(query)?.abstract).toContain(abstract);
  });

  test("a number finds its paper however it is typed, before papers that cite it", () => {
    const number = numbered("quy_dinh", "2026-08-18");
    expect(number).toMatch(/-QĐ\/ĐU$/);
    const [serial] = number.split("-");
    for (const query of [
      number,
      number.toLowerCase(),
      `qd ${serial}`,
      `QĐ${serial}`,
      `quy định số ${serial} đu`,
    ])
      expect(first(query)).toMatchObject({ by: "number", kind: "quy_dinh" });
  });

  test("a number nobody issued here finds the papers that cite it", () => {
    expect(first("57-NQ/TW")).toMatchObject({ by: "text", kind: "ke_hoach" });
  });
});
