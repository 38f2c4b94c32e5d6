import fc from "fast-check";
import { expect, test } from "vitest";
import { idNamed } from "../../test/support/entries";
import { type ClosedRoll, yearOf, yearsOf } from "./attendance-year";
import type { MemberId } from "./ids";

type Line = ClosedRoll["roll"][number];
const line = (name: string, presence?: Line["presence"], standing: Line["standing"] = "official"): Line => ({
  member: idNamed<MemberId>(name.split(" ").at(-1) ?? name),
  name,
  standing,
  ...(presence && { presence }),
});
const meeting = (at: string, ...roll: Line[]): ClosedRoll => ({ startedAt: Date.parse(at), roll });
const only = (...lines: Line[]) => yearOf([meeting("2026-05-03T19:30:00+07:00", ...lines)], 2026)[0];

// biome-ignore format: a table is read by its rows
const lines: readonly (readonly [what: string, line: Line, figures: readonly [called: number, present: number, excused: number, unexcused: number]])[] = [
  ["came", line("Bùi Anh", "present"), [1, 1, 0, 0]],
  ["away with a reason", line("Bùi Anh", "excused"), [1, 0, 1, 0]],
  ["away without one", line("Bùi Anh", "unexcused"), [1, 0, 0, 1]],
  ["was not called out", line("Bùi Anh"), [1, 0, 0, 0]],
  ["probationary, away", line("Bùi Anh", "unexcused", "probationary"), [1, 0, 0, 1]],
  ["of another cell, came", line("Bùi Anh", "present", "temporary"), [1, 1, 0, 0]],
  ["exempt, stayed at home", line("Bùi Anh", "excused", "exempt"), [0, 0, 0, 0]],
  ["exempt, came", line("Bùi Anh", "present", "exempt"), [1, 1, 0, 0]],
  ["active elsewhere", line("Bùi Anh", undefined, "away"), [0, 0, 0, 0]],
  ["suspended", line("Bùi Anh", "unexcused", "suspended"), [0, 0, 0, 0]],
];

test.each(lines)("one meeting: %s", (_, one, figures) => {
  const row = only(one);
  expect([row?.called, row?.present, row?.excused, row?.unexcused]).toEqual(figures);
});

const year: readonly ClosedRoll[] = [
  // Where the machine stands in UTC this is still 2025.
  meeting("2026-01-01T06:30:00+07:00", line("Đinh Văn Quyết", "present"), line("Bùi Thị Anh", "present")),
  meeting("2026-06-03T19:30:00+07:00", line("Bùi Thị Anh", "excused"), line("Đinh Văn Quyết", "present")),
  meeting("2026-12-31T23:00:00+07:00", line("Bùi Thị Ánh Anh", "unexcused")),
  meeting("2027-01-01T00:30:00+07:00", line("Bùi Thị Anh", "present")),
];

test("a year is the commune's; a member's name is the latest; rows stand in the order of a roll", () => {
  expect(yearOf(year, 2026)).toEqual([
    { member: idNamed("Anh"), name: "Bùi Thị Ánh Anh", called: 3, present: 1, excused: 1, unexcused: 1 },
    { member: idNamed("Quyết"), name: "Đinh Văn Quyết", called: 2, present: 2, excused: 0, unexcused: 0 },
  ]);
  expect(yearOf(year, 2027)).toMatchObject([{ called: 1, present: 1 }]);
  expect(yearOf(year, 2025)).toEqual([]);
  expect(yearsOf(year)).toEqual([2026, 2027]);
});

const anyLine = fc.record({
  member: fc.constantFrom("anh", "binh", "chi").map((name) => idNamed<MemberId>(name)),
  name: fc.constantFrom("Bùi Anh", "Bùi Bình"),
  standing: fc.constantFrom("official", "probationary", "temporary", "exempt", "away", "suspended"),
  presence: fc.constantFrom("present", "excused", "unexcused", undefined),
}) satisfies fc.Arbitrary<Line>;
const anyMeeting = fc.record({
  startedAt: fc.integer({ min: Date.UTC(2025, 11, 30), max: Date.UTC(2027, 0, 2) }),
  roll: fc.uniqueArray(anyLine, { selector: ({ member }) => member }),
});

test("nobody was there more often than he was called, and the order in which meetings came changes nothing", () => {
  fc.assert(
    fc.property(fc.uniqueArray(anyMeeting, { selector: ({ startedAt }) => startedAt }), (meetings) => {
      for (const year of yearsOf(meetings)) {
        const rows = yearOf(meetings, year);
        for (const { called, present, excused, unexcused } of rows)
          expect(present + excused + unexcused).toBeLessThanOrEqual(called);
        expect(yearOf([...meetings].reverse(), year)).toEqual(rows);
      }
      const sum = yearsOf(meetings)
        .flatMap((year) => yearOf(meetings, year))
        .reduce((n, row) => n + row.present, 0);
      const came = meetings.flatMap(({ roll }) => roll).filter(({ presence }) => presence === "present");
      expect(sum).toBe(came.length);
    }),
  );
});
