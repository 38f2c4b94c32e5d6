import { describe, expect, test } from "vitest";
import { vi as kindNames } from "../i18n/papers";
import { type CitedPaper, citationOf, quoted } from "./citation";

const paper: CitedPaper = {
  kind: "nghi_quyet",
  number: "12-NQ/ĐU",
  issuedOn: "2026-09-05",
  issuer: "Đảng ủy xã Lạc Sơn",
  abstract: "chuyển đổi số",
};

describe("citationOf", () => {
  test.each<[string, Partial<CitedPaper>, string | undefined, string]>([
    [
      "number, comma, day with a zero, month without",
      {},
      undefined,
      "Nghị quyết số 12-NQ/ĐU, ngày 05/9/2026 của Đảng ủy xã Lạc Sơn về chuyển đổi số",
    ],
    [
      "the months 1 and 2 carry a zero",
      { issuedOn: "2026-02-18" },
      undefined,
      "Nghị quyết số 12-NQ/ĐU, ngày 18/02/2026 của Đảng ủy xã Lạc Sơn về chuyển đổi số",
    ],
    [
      "a serial below ten carries a zero, however it was typed",
      { number: "Số: 5 - nq/đu", issuedOn: "2026-12-20" },
      undefined,
      "Nghị quyết số 05-NQ/ĐU, ngày 20/12/2026 của Đảng ủy xã Lạc Sơn về chuyển đổi số",
    ],
    [
      "QĐ is what the clerk said it is",
      { kind: "quy_dinh", number: "105-QĐ/ĐU", issuedOn: "2025-08-18" },
      "Khoản 2 Điều 5",
      "Khoản 2 Điều 5 Quy định số 105-QĐ/ĐU, ngày 18/8/2025 của Đảng ủy xã Lạc Sơn về chuyển đổi số",
    ],
    [
      "a place begins with a capital",
      {},
      "điểm a khoản 1 Mục II",
      "Điểm a khoản 1 Mục II Nghị quyết số 12-NQ/ĐU, ngày 05/9/2026 của Đảng ủy xã Lạc Sơn về chuyển đổi số",
    ],
    [
      "a decree",
      {
        kind: "tai_lieu",
        number: "30/2020/NĐ-CP",
        issuedOn: "2020-03-05",
        issuer: "Chính phủ",
        abstract: "Công tác văn thư",
      },
      undefined,
      "Nghị định số 30/2020/NĐ-CP, ngày 05/3/2020 của Chính phủ về công tác văn thư",
    ],
    [
      "a law",
      {
        kind: "tai_lieu",
        number: "117/2025/QH15",
        issuedOn: "2025-12-10",
        issuer: "Quốc hội",
        abstract: "Bảo vệ bí mật nhà nước",
      },
      undefined,
      "Luật số 117/2025/QH15, ngày 10/12/2025 của Quốc hội về bảo vệ bí mật nhà nước",
    ],
    [
      "without a number",
      { kind: "giay_moi", number: undefined as never, abstract: "Dự hội nghị sơ kết" },
      undefined,
      "Giấy mời, ngày 05/9/2026 của Đảng ủy xã Lạc Sơn về dự hội nghị sơ kết",
    ],
    [
      "an unreadable number stays as it is",
      { number: "số 12 bis" },
      undefined,
      "Nghị quyết số 12 bis, ngày 05/9/2026 của Đảng ủy xã Lạc Sơn về chuyển đổi số",
    ],
  ])("%s", (_, change, where, said) => {
    expect(citationOf({ ...paper, ...change }, kindNames, where)).toBe(said);
  });

  test.each([
    ["Về công tác đảng phí.", "về công tác đảng phí"],
    ["V/v rà soát hộ nghèo", "về việc rà soát hộ nghèo"],
    ["về việc nạo vét mương", "về việc nạo vét mương"],
    ["Phòng, chống mưa lũ", "về phòng, chống mưa lũ"],
    ["Đảng phí năm 2026", "về Đảng phí năm 2026"],
    ["QCVN về nước sạch", "về QCVN về nước sạch"],
    ["KT-XH quý IV", "về KT-XH quý IV"],
  ])("what it is about: %s", (abstract, said) => {
    expect(citationOf({ ...paper, abstract }, kindNames).split("Lạc Sơn ")[1]).toBe(said);
  });
});

test("a passage stands in quotation marks above its place; a long one is cut at a word", () => {
  expect(quoted(" Chi bộ họp. ", "Điều 5")).toBe("“Chi bộ họp.”\n(Điều 5)");
  const long = quoted("một hai ".repeat(1000), "Điều 5");
  expect(long.length).toBeLessThan(4100);
  expect(long).toMatch(/(một|hai)…”\n/);
});
