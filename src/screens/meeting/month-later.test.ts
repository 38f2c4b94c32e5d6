import { expect, test } from "vitest";
import { nextMonthly } from "./month-later";

const at = (text: string) => new Date(text).getTime();

// biome-ignore format: a table is read by its rows
test.each([
  ["a month later at the same hour",                  "2026-11-05T19:30", "2026-11-20T08:00", "2026-12-05T19:30"],
  ["over the end of the year",                        "2026-12-05T19:30", "2026-12-06T08:00", "2027-01-05T19:30"],
  ["the last of a month that has no such day",        "2026-10-31T19:30", "2026-11-01T08:00", "2026-11-30T19:30"],
  ["the last of February",                            "2027-01-30T07:00", "2027-02-01T08:00", "2027-02-28T07:00"],
  ["in a leap year",                                  "2028-01-31T07:00", "2028-02-01T08:00", "2028-02-29T07:00"],
  ["from the last of February no more is made of it", "2027-02-28T07:00", "2027-03-01T08:00", "2027-03-28T07:00"],
  ["of a meeting months ago, the first still to come", "2026-08-31T19:30", "2026-11-20T08:00", "2026-11-30T19:30"],
  ["that day of this month being over, next month's",  "2026-08-31T19:30", "2026-11-30T19:31", "2026-12-31T19:30"],
  ["of a meeting that has not begun yet",             "2026-11-25T19:30", "2026-11-20T08:00", "2026-12-25T19:30"],
])("%s", (_, startsAt, now, expected) => {
  expect(nextMonthly(at(startsAt), at(now))).toBe(at(expected));
});
