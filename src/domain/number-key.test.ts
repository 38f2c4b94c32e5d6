import fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "../../test/support/any-text";
import { searchKey } from "./number-key";

test.each([
  ["105-QĐ/ĐU", "105 qd du"],
  ["105 qd du", "105 qd du"],
  ["Số 05-NQ/ĐU", "5 nq du"],
  ["NQ57", "57 nq"],
  ["nghị quyết 57", "57 nq"],
  ["quyết định số 105 ĐU", "105 qd du"],
  ["30/2020/NĐ-CP", "30 2020 nd cp"],
  ["", ""],
])("%s → %s", (text, key) => {
  expect(searchKey(text)).toBe(key);
  expect(searchKey(text.normalize("NFD"))).toBe(key);
});

test("any text has one, of parts that are compared alone", () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(searchKey(text)).toMatch(/^((\d+|[a-z]+)( (?=.)|$))*$/);
    }),
    { numRuns: 2000 },
  );
});
