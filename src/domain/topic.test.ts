import { expect, test } from "vitest";
import { august } from "../server/sample/directives/august";
import { november } from "../server/sample/directives/november";
import { october } from "../server/sample/directives/october";
import { september } from "../server/sample/directives/september";
import { topicsOf } from "./topic";

test.each([
  ["Phòng, chống mưa lũ trên địa bàn xã những ngày cuối tháng 11", ["disaster"]],
  ["Quản lý, sử dụng phần mềm Hệ thống thông tin điều hành tác nghiệp", ["digital"]],
  ["Sinh hoạt chuyên đề quý IV về ứng dụng công nghệ số", ["digital", "partyBuilding"]],
  ["Rà soát đảng viên chưa đổi thẻ đảng viên điện tử ở các chi bộ thôn", ["digital", "partyBuilding"]],
  ["Kết luận giao ban công tác tháng 11", ["administration"]],
  ["Kế hoạch kiểm tra, giám sát năm 2027", ["inspection"]],
  ["Về tổ chức Tết Nguyên đán Đinh Mùi năm 2027", ["society"]],
  ["Tổ chức ngày hội đại đoàn kết ở khu dân cư năm 2026", ["masses"]],
  // The other placement of the tone, capitals, and marks that are apart from their letters.
  ["THUỶ LỢI NỘI ĐỒNG", ["economy"]],
  ["Phòng cháy rừng mùa hanh khô".normalize("NFD"), ["disaster"]],
  // "lúa" is a word of its own; letters of another word are not.
  ["Luật số 51/2024/QH15", []],
  ["", []],
] as const)("%s", (abstract, expected) => {
  expect(topicsOf(abstract)).toEqual(expected);
});

test("nearly every paper of the sample commune finds its topic, and few find more than two", () => {
  const abstracts = [...august, ...september, ...october, ...november].map(({ abstract }) => abstract);
  const without = abstracts.filter((abstract) => topicsOf(abstract).length === 0);
  const many = abstracts.filter((abstract) => topicsOf(abstract).length > 2);
  expect(abstracts.length).toBeGreaterThan(60);
  expect(without.length / abstracts.length, without.join("\n")).toBeLessThanOrEqual(0.1);
  expect(many.length / abstracts.length, many.join("\n")).toBeLessThanOrEqual(0.05);
});
