import fc from "fast-check";
import { expect, test } from "vitest";
import { parsePastedNames } from "./pasted-names";

test("one name a line, however the list was numbered", () => {
  const { members, leftOut } = parsePastedNames(
    "1. Bùi Văn Thắng\n02) Quách Thị Lành\n\n3\tĐinh Công Nghị\n",
  );
  expect(members.map(({ name }) => name)).toEqual(["Bùi Văn Thắng", "Quách Thị Lành", "Đinh Công Nghị"]);
  expect(leftOut).toBe(false);
});

test("from a spreadsheet only name and kind are kept", () => {
  const { members, leftOut } = parsePastedNames(
    "STT\tHọ và tên\tNgày sinh\tSố thẻ\tDân tộc\n1\tBÙI THỊ ÉN\t03/02/1990\t038090001234\tMường\tdự bị\n2\tLê Văn Hòa\t1955\tmiễn sinh hoạt",
  );
  expect(members).toEqual([
    { name: "Bùi Thị Én", kind: "probationary" },
    { name: "Lê Văn Hòa", kind: "exempt" },
  ]);
  expect(leftOut).toBe(true);
});

test("names that are there already are not added again", () => {
  const { members, repeated } = parsePastedNames("Bùi Văn Thắng\nbùi văn thắng\nLò A", ["Lò A"]);
  expect(members.map(({ name }) => name)).toEqual(["Bùi Văn Thắng"]);
  expect(repeated).toEqual(["bùi văn thắng", "Lò A"]);
});

test("no digit ever comes through, whatever is pasted", () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom("Bùi An", "038061000123", "\t", "12/3/1961", " "))),
      (parts) => {
        const { members } = parsePastedNames(parts.join(""));
        for (const { name } of members) expect(name).not.toMatch(/\d/);
      },
    ),
    { numRuns: 2000 },
  );
});
