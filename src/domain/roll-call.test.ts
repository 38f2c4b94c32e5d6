import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Called,
  checkVotes,
  isCarried,
  mustCome,
  type Presence,
  rollCall,
  type Standing,
  standings,
} from "./roll-call";

const presences: readonly (Presence | undefined)[] = ["present", "excused", "unexcused", undefined];
const letters: Readonly<Record<string, Standing>> = {
  o: "official",
  p: "probationary",
  t: "temporary",
  e: "exempt",
  a: "away",
  s: "suspended",
};
/** `o+` came, `o-` absent without a reason, `o~` with one, `o?` not called yet; `20o+` twenty of them. */
const called = (text: string): Called[] =>
  text.split(" ").flatMap((word) => {
    const [, times = "", letter = "", mark = ""] = /^(\d*)([opteas])([-+~?])$/.exec(word) ?? [];
    const standing = letters[letter];
    if (!standing) throw new Error(word);
    const presence = { "+": "present", "-": "unexcused", "~": "excused" }[mark] as Presence | undefined;
    return Array.from({ length: Number(times || 1) }, () => ({ standing, presence }));
  });

describe("who counts", () => {
  // biome-ignore format: a table is read by its rows
  test.each<[rule: string, cell: string, denominator: number, voters: number, majority: number, twoThirds: number, valid: boolean]>([
    ["official members count, present or not",              "12o+ 4o- 4o~",       20, 12, 11, 14, true],
    ["just a half is not enough",                            "10o+ 10o-",          20, 10, 11, 14, false],
    ["one more than a half is",                              "11o+ 10o-",          21, 11, 11, 14, true],
    ["who was not called yet is not there",                  "5o+ 6o?",            11,  5,  6,  8, false],
    ["probationary members have no vote",                    "3o+ 9p+",             3,  3,  2,  2, true],
    ["nor have members of another cell here for a time",     "2o+ 3o- 8t+",         5,  2,  3,  4, false],
    ["who is away for a time is not summoned",               "6o+ 10a-",            6,  6,  4,  4, true],
    ["not even where he comes by",                           "6o+ 6o- 1a+",        12,  6,  7,  8, false],
    ["an exempt member who stays at home does not count",    "5o+ 4e- 4e~",         5,  5,  3,  4, true],
    ["one who comes counts and votes",                       "5o+ 2e+ 4e-",         7,  7,  4,  5, true],
    ["he can make the half that was missing",                "5o+ 5o- 1e+",        11,  6,  6,  8, true],
    ["who is suspended does not, whether he comes or not",   "5o+ 5s+ 5s-",         5,  5,  3,  4, true],
    ["the smallest cell",                                    "2o+ 1o-",             3,  2,  2,  2, true],
    ["nobody who counts: nothing is valid",                  "4p+ 2t+",             0,  0,  1,  1, false],
  ])("%s", (_, cell, denominator, voters, majority, twoThirds, valid) => {
    expect(rollCall(called(cell))).toMatchObject({ denominator, voters, majority, twoThirds, valid });
  });

  test("strength and attendance name everyone once", () => {
    const roll = rollCall(called("10o+ 2o~ 1o- 3p+ 1p? 2t+ 1e- 1a~ 1s-"));
    expect(roll).toMatchObject({ strength: 20, present: 15, excused: 3, unexcused: 3, uncalled: 1 });
  });

  test("for any cell: the thresholds are the smallest that hold, and the order of calling is nothing", () => {
    const one = fc.record({
      standing: fc.constantFrom(...standings),
      presence: fc.constantFrom(...presences),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 70 }), (cell) => {
        const roll = rollCall(cell);
        const { denominator, majority, twoThirds, voters, valid } = roll;
        expect(majority * 2).toBeGreaterThan(denominator);
        expect((majority - 1) * 2).toBeLessThanOrEqual(denominator);
        expect(twoThirds * 3).toBeGreaterThanOrEqual(denominator * 2);
        if (twoThirds > 1) expect((twoThirds - 1) * 3).toBeLessThan(denominator * 2);
        expect(valid).toBe(voters >= majority);
        const free = cell.filter(({ standing, presence }) => !presence && !mustCome(standing)).length;
        expect(roll.present + roll.excused + roll.unexcused + roll.uncalled + free).toBe(cell.length);
        expect(rollCall([...cell].reverse())).toEqual(roll);
      }),
    );
  });
});

describe("votes", () => {
  const roll = rollCall(called("14o+ 6o-"));
  test.each([
    [{ agree: 14, disagree: 0, other: 0 }, undefined],
    [{ agree: 10, disagree: 3, other: 1 }, undefined],
    [{ agree: 10, disagree: 3, other: 0 }, "missing"],
    [{ agree: 15, disagree: 0, other: 0 }, "too-many"],
    [{ agree: -1, disagree: 15, other: 0 }, "not-a-count"],
    [{ agree: 1.5, disagree: 12.5, other: 0 }, "not-a-count"],
    [{ agree: Number.NaN, disagree: 0, other: 0 }, "not-a-count"],
  ])("%j is %s", (votes, wrong) => {
    expect(checkVotes(votes, roll)).toBe(wrong);
  });

  test("carried is counted of all who count, not of those who came", () => {
    const votes = (agree: number) => ({ agree, disagree: 14 - agree, other: 0 });
    expect(isCarried(votes(10), roll, "majority")).toBe(false);
    expect(isCarried(votes(11), roll, "majority")).toBe(true);
    expect(isCarried(votes(13), roll, "two-thirds")).toBe(false);
    expect(isCarried(votes(14), roll, "two-thirds")).toBe(true);
    const half = rollCall(called("10o+ 10o-"));
    expect(isCarried({ agree: 10, disagree: 0, other: 0 }, half, "majority")).toBe(false);
  });
});
