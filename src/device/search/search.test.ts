import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "../../../test/support/any-text";
import { words } from "../../domain/vietnamese";
import { buildSegment, type IndexedPaper } from "./build-segment";
import { mergeSegments } from "./merge-segments";
import { createSearcher } from "./searcher";
import { openSegment } from "./segment";

const papers: readonly IndexedPaper[] = [
  {
    id: "a",
    number: "105-QĐ/ĐU",
    abstract: "Quy định về quản lý, sử dụng phần mềm điều hành tác nghiệp",
    text: "Các chi bộ sử dụng phần mềm đúng mục đích. Văn phòng hướng dẫn.",
  },
  {
    id: "b",
    number: "12-KH/ĐU",
    abstract: "Kế hoạch phòng cháy, chữa cháy rừng mùa khô",
    text: "Trưởng xóm trực 24/24. Người dân không đốt nương. Báo công an xã theo số 105.",
  },
  {
    id: "c",
    number: "57-NQ/TW",
    abstract: "Nghị quyết về đột phá phát triển khoa học, công nghệ",
    text: "Chuyển đổi số là nhiệm vụ của mọi đảng viên. Rừng là tài nguyên; cháy là tai họa; mùa nào cũng thế, khô hay mưa.",
  },
  { id: "d", text: "Chi bộ xóm Rềnh họp vào tối thứ năm. Độ tuổi bình quân là 51." },
];
const open = (segments: readonly Uint8Array[]) => createSearcher(segments.map(openSegment));
const ids = (query: string, segments = [buildSegment(papers)]) =>
  open(segments)
    .search(query, { limit: 10 })
    .hits.map(({ id, by }) => `${id} ${by}`);

describe("search", () => {
  test.each<[string, readonly string[]]>([
    ["105 qd du", ["a number"]],
    ["105-QĐ/ĐU", ["a number"]],
    ["NQ57", ["c number"]],
    // The number first, then the paper that only mentions it.
    ["105", ["a number", "b text"]],
    ["cháy rừng mùa khô", ["b abstract", "c text"]],
    ["chay rung", ["b abstract", "c text"]],
    ["phan mem", ["a abstract"]],
    ["xom renh", ["d text"]],
    ["xóm Rề", ["d text"]],
    ["chuyển đổi", ["c text"]],
    ["chuyen do", ["c text"]],
    ["thuyền buồm ngoài khơi", []],
    ["", []],
    ["  -/- ", []],
  ])("%s", (query, expected) => {
    expect(ids(query)).toEqual(expected);
    expect(ids(query.normalize("NFD").toUpperCase())).toEqual(expected);
  });

  test("a syllable of which two letters are typed stands for the frequent ones that begin so", () => {
    const rare = Array.from(
      { length: 40 },
      (_, i) => `tha${String.fromCharCode(97 + (i % 26))}${i < 26 ? "" : "n"}`,
    );
    const segment = buildSegment([
      { id: "rare", text: rare.join(" ") },
      ...["x", "y", "z"].map((id) => ({ id, text: "vụ thu, thu hoạch, thu gom, thu chi, thu ngân" })),
    ]);
    expect(ids("thu ngan th", [segment])).toEqual(["x text", "y text", "z text"]);
    expect(ids("th", [segment])).toEqual(expect.arrayContaining(["x text", "rare text"]));
  });

  test("syllables together come before the same apart", () => {
    const segment = buildSegment([
      { id: "apart", text: "Văn bản của phòng, vận tải và động viên; dân quân." },
      { id: "together", text: "Văn phòng làm công tác dân vận động viên tải bản của và quân." },
    ]);
    expect(ids("văn phòng", [segment])).toEqual(["together text", "apart text"]);
  });

  test("of a paper indexed twice the later counts, in one segment or in two", () => {
    const old = { id: "a", text: "bản cũ nói về cầu treo" };
    const fresh = { id: "a", text: "bản mới nói về ngầm tràn" };
    for (const segments of [[buildSegment([old, fresh])], [buildSegment([old]), buildSegment([fresh])]]) {
      expect(ids("cầu treo", segments)).toEqual([]);
      expect(ids("ngầm tràn", segments)).toEqual(["a text"]);
      expect(ids("cầu treo", [mergeSegments(segments)])).toEqual([]);
      expect(ids("ngầm tràn", [mergeSegments(segments)])).toEqual(["a text"]);
    }
  });

  test("a paper that is not shown is not found", () => {
    const found = open([buildSegment(papers)]).search("105", { limit: 10, passes: (id) => id !== "a" });
    expect(found.hits.map(({ id }) => id)).toEqual(["b"]);
    expect(found.total).toBe(1);
    const merged = mergeSegments([buildSegment(papers)], (id) => id !== "a");
    expect(open([merged]).papers).toBe(3);
    expect(ids("phần mềm", [merged])).toEqual([]);
  });

  test("no papers, empty papers, long words and other scripts", () => {
    expect(ids("gì", [])).toEqual([]);
    expect(ids("gì", [buildSegment([])])).toEqual([]);
    const odd = buildSegment([
      { id: "empty", text: "" },
      { id: "long", text: "x".repeat(100_000) },
      { id: "other", text: "Привет, 東京 𠀀" },
    ]);
    expect(ids("привет", [odd])).toEqual(["other text"]);
    expect(ids("東京", [odd])).toEqual(["other text"]);
    expect(ids("𠀀", [odd])).toEqual(["other text"]);
    expect(openSegment(odd).termCount).toBe(4);
  });

  test("bytes that are no segment are known as such", () => {
    expect(() => openSegment(new Uint8Array(64))).toThrow("not a search segment");
    const shifted = new Uint8Array([0, ...buildSegment(papers)]).subarray(1);
    expect(openSegment(shifted).names).toHaveLength(4);
  });
});

describe("properties", () => {
  const vocabulary = ["chi", "bộ", "đảng", "ủy", "xã", "họp", "đường", "nước", "mùa", "khô", "a", "1", "12"];
  const text = fc.array(fc.constantFrom(...vocabulary), { maxLength: 30 }).map((all) => all.join(" "));
  const library = fc
    .array(fc.record({ abstract: text, text }), { maxLength: 12 })
    .map((all) => all.map((paper, i) => ({ id: `p${i}`, ...paper })));
  const query = fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 3 });

  const naive = (all: readonly IndexedPaper[], asked: readonly string[]) => {
    const wanted = words(asked.join(" "));
    const last = wanted.at(-1) ?? "";
    return all
      .filter((paper) => {
        const have = words(`${paper.abstract} ${paper.text}`);
        const halfTyped = last.length > 2 || (last.length === 2 && !/\d/.test(wanted.join("")));
        return wanted.every((word, i) =>
          have.some((one) => one === word || (i === wanted.length - 1 && halfTyped && one.startsWith(word))),
        );
      })
      .map(({ id }) => id)
      .sort();
  };

  test("finds what reading everything would find, however the papers were cut into segments", {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(library, query, fc.integer({ min: 1, max: 12 }), (all, asked, size) => {
        const segments: Uint8Array[] = [];
        for (let i = 0; i < all.length; i += size) segments.push(buildSegment(all.slice(i, i + size)));
        const answer = (from: readonly Uint8Array[]) => open(from).search(asked.join(" "), { limit: 100 });
        const whole = answer([buildSegment(all)]);
        const exact = whole.hits.filter(({ near }) => !near).map(({ id }) => id);
        expect(exact.sort()).toEqual(naive(all, asked));
        expect(answer(segments)).toEqual(whole);
        expect(answer([mergeSegments(segments)])).toEqual(whole);
        expect(mergeSegments(segments)).toEqual(buildSegment(all));
      }),
      { numRuns: 200 },
    );
  });

  test("any text is indexed and any query answered", () => {
    const anything = anyText(60);
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 4 }), anything, (texts, asked) => {
        const segment = buildSegment(texts.map((text, i) => ({ id: String(i), text })));
        open([segment]).search(asked, { limit: 5 });
      }),
      { numRuns: 1000 },
    );
  });
});
