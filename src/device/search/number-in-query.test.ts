import fc from "fast-check";
import { expect, test } from "vitest";
import { searchKey } from "../../domain/number-key";
import { buildSegment, type IndexedPaper } from "./build-segment";
import { keyMatcher } from "./number-in-query";
import { createSearcher } from "./searcher";
import { openSegment } from "./segment";

const citing = "Căn cứ Nghị định số 30/2020/NĐ-CP năm 2020: con dấu, chữ ký số. ";
const papers: readonly IndexedPaper[] = [
  {
    id: "decree",
    number: "30/2020/NĐ-CP",
    abstract: "Về công tác văn thư",
    // Long, so that by its words alone it stands last.
    text: `Năm 2020. Quản lý con dấu, chữ ký số. ${"Văn bản của cơ quan được lưu. ".repeat(80)}`,
  },
  ...["a", "b", "c"].map((id) => ({ id, text: citing })),
  { id: "plan", number: "30-KH/ĐU", abstract: "Kế hoạch diệt chuột", text: "Chuột phá lúa." },
  { id: "call", number: "18-CV/TU", text: "Tuổi từ 18 đến 27." },
];
const searcher = createSearcher([openSegment(buildSegment(papers))]);
const first = (query: string) => {
  const [hit] = searcher.search(query, { limit: 1 }).hits;
  return hit && `${hit.id} ${hit.by}`;
};

test.each([
  ["nghi dinh 30 con dau", "decree number"],
  ["nghị định 30 năm 2020", "decree number"],
  ["con dau nd 30/2020", "decree number"],
  ["30/2020/NĐ-CP chữ ký số", "decree number"],
  ["ke hoach 30 diet chuot", "plan number"],
  // Whoever asks for what the paper does not hold does not mean it.
  ["nd 30 can cu", "a text"],
  // A number beside a word is no number-symbol.
  ["tuoi tu 18", "call text"],
  ["năm 2020 chữ ký số", "a text"],
])("%s: %s", (query, wanted) => {
  expect(first(query)).toBe(wanted);
});

test("papers that cite the number and hold the words are found beside it", () => {
  const { hits, total } = searcher.search("nghi dinh 30 con dau", { limit: 9 });
  expect(hits.map(({ id }) => id).sort()).toEqual(["a", "b", "c", "decree"]);
  expect(total).toBe(4);
});

test.each([
  ["105 qd du", "105-QĐ/ĐU", true],
  ["NQ57", "57-NQ/TW", true],
  ["nghị quyết số 57", "57-NQ/TW", true],
  ["57", "57-NQ/TW", true],
  ["5", "57-NQ/TW", false],
  ["qd 105", "105/QĐ-UBND", true],
  ["01-NQ/TU", "01/NQ-TU", true],
  ["30 nd c", "30/2020/NĐ-CP", true],
  ["qh15", "117/2025/QH15", true],
  ["105 kh", "105-QĐ/ĐU", false],
  ["", "105-QĐ/ĐU", false],
])("%s finds %s: %s", (query, number, matches) => {
  expect(keyMatcher(searchKey(query))(searchKey(number))).toBe(matches);
});

test("every number is found by what is printed, however it is written", () => {
  const number = fc
    .tuple(
      fc.integer({ min: 1, max: 99999 }),
      fc.constantFrom("-NQ/TW", "-QĐ/ĐU", "-CTr/TU", "/2020/NĐ-CP", "/QĐ-UBND", "/UBND-VP"),
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(number, fc.constantFrom("", "Số ", "số: "), fc.boolean(), (printed, prefix, composed) => {
      const typed = prefix + printed.toLowerCase();
      expect(keyMatcher(searchKey(composed ? typed : typed.normalize("NFD")))(searchKey(printed))).toBe(true);
    }),
  );
});
