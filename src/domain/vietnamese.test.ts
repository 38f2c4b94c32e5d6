import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "../../test/support/any-text";
import { foldVietnamese, words } from "./vietnamese";

const vowels = "aăâeêioôơuưy";
/** Grave, hook above, tilde, acute, dot below; and none. */
const tones = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];
const letters = [...vowels, ..."bcdđghklmnpqrstvx"];

describe("foldVietnamese", () => {
  test.each([
    ["ĐẢNG BỘ XÃ LẠC SƠN", "dang bo xa lac son"],
    ["Đảng ủy", "dang uy"],
    ["Đảng uỷ", "dang uy"],
    ["hoà bình, hòa bình", "hoa binh, hoa binh"],
    ["quý, qúy; thuỷ, thủy", "quy, quy; thuy, thuy"],
    ["Ðảng (eth), đảng, ð", "dang (eth), dang, d"],
    ["105-QĐ/ĐU", "105-qd/du"],
    ["nghĩa\u200b vụ\u00ad\ufeff", "nghia vu"],
    ["Mường Khến – xóm Rềnh…", "muong khen – xom renh…"],
    ["25 m² ﬁ", "25 m2 fi"],
    ["Москва 東京 ไทย", "москва 東京 ไทย"],
    ["a\u00a0b", "a b"],
    ["👍 Đã đọc", "👍 da doc"],
    ["", ""],
  ])("%s", (text, folded) => {
    expect(foldVietnamese(text)).toBe(folded);
  });

  test("every letter of the alphabet with every tone comes out plain", () => {
    for (const vowel of vowels)
      for (const tone of tones) {
        const plain = vowel.normalize("NFD")[0];
        for (const form of ["NFC", "NFD"] as const) {
          const letter = (vowel + tone).normalize(form);
          expect(foldVietnamese(letter)).toBe(plain);
          expect(foldVietnamese(letter.toUpperCase())).toBe(plain);
        }
      }
  });

  const syllables = fc.array(
    fc
      .tuple(fc.constantFrom(...letters), fc.constantFrom(...tones), fc.boolean())
      .map(([letter, tone, big]) => {
        const marked = vowels.includes(letter) ? letter + tone : letter;
        return (big ? marked.toUpperCase() : marked).normalize("NFC");
      }),
    { maxLength: 40 },
  );

  test("NFC, NFD, capitals and small letters are equal", () => {
    fc.assert(
      fc.property(syllables, (parts) => {
        const text = parts.join("");
        const folded = foldVietnamese(text);
        expect(folded).toMatch(/^[a-z]*$/);
        expect(foldVietnamese(text.normalize("NFD"))).toBe(folded);
        expect(foldVietnamese(text.toLowerCase())).toBe(folded);
        expect(foldVietnamese(text.toUpperCase())).toBe(folded);
      }),
    );
  });

  test("folding anything twice changes nothing, and it never throws", () => {
    fc.assert(
      fc.property(anyText(200), (text) => {
        const folded = foldVietnamese(text);
        expect(foldVietnamese(folded)).toBe(folded);
        expect(foldVietnamese(text.normalize("NFD"))).toBe(foldVietnamese(text.normalize("NFC")));
      }),
      { numRuns: 1000 },
    );
  });

  test("a text longer than one chunk is whole", () => {
    const text = "Đồng chí Bùi Thị Hạnh đã đọc … ".repeat(1000);
    expect(foldVietnamese(text)).toBe("dong chi bui thi hanh da doc … ".repeat(1000));
  });

  test("it costs no more than normalising does, give or take what a busy machine adds", () => {
    const text = "Các chi bộ trực thuộc nghiêm túc quán triệt, triển khai thực hiện; ".repeat(300);
    const time = (work: () => void) => {
      for (let i = 0; i < 20; i += 1) work();
      // The best of many: whatever else the machine does only ever adds.
      return Math.min(
        ...Array.from({ length: 50 }, () => {
          const start = performance.now();
          work();
          return performance.now() - start;
        }),
      );
    };
    const slow = time(() => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase());
    expect(time(() => foldVietnamese(text))).toBeLessThan(slow * 2);
  });
});

describe("words", () => {
  test.each([
    [
      "Nghị quyết số 57-NQ/TW, ngày 22/12/2024",
      ["nghi", "quyet", "so", "57", "nq", "tw", "ngay", "22", "12", "2024"],
    ],
    ["“Đảng viên” – 1.657 đ/c…", ["dang", "vien", "1", "657", "d", "c"]],
    ["  ", []],
    ["Xóm Rềnh", ["xom", "renh"]],
    ["Привет, 東京!", ["привет", "東京"]],
  ])("%s", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test("joined by spaces they are their own words", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const found = words(text);
        expect(words(found.join(" "))).toEqual(found);
        for (const word of found) expect(word).not.toBe("");
      }),
    );
  });
});
