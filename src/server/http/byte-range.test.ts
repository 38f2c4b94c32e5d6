import { expect, it } from "vitest";
import { parseRange } from "./byte-range";

it.each([
  [undefined, "whole"],
  ["", "whole"],
  ["bytes=0-9", { start: 0, end: 9 }],
  ["bytes=10-", { start: 10, end: 99 }],
  ["bytes=90-500", { start: 90, end: 99 }],
  ["bytes=-10", { start: 90, end: 99 }],
  ["bytes=-500", { start: 0, end: 99 }],
  ["bytes=99-99", { start: 99, end: 99 }],
  ["bytes=100-", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=9-3", "whole"],
  ["bytes=0-1,5-6", "whole"],
  ["bytes=-", "whole"],
  ["items=0-1", "whole"],
])("%s of 100 bytes", (header, range) => {
  expect(parseRange(header, 100)).toEqual(range);
});

it("nothing of an empty blob can be satisfied", () => {
  expect(parseRange("bytes=0-", 0)).toBe("unsatisfiable");
});
