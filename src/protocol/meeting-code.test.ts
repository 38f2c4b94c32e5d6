import { expect, test } from "vitest";
import { readTypedCode } from "../domain/check-in-code";
import type { MeetingId } from "../domain/ids";
import { codeAt, codeBookOf, codePeriod, worthOf } from "./meeting-code";

const secret = "AAAAAAAAAAAAAAAAAAAAAA";
const other = "AAAAAAAAAAAAAAAAAAAAAQ";
const meeting = "meet00000000" as MeetingId;
const minute = 60_000;
const hours = { startsAt: Date.UTC(2026, 11, 3, 12, 30), minutes: 90 };
const at = hours.startsAt + 5 * minute;

const worth = async (code: string, moment: number, secrets = [secret]) =>
  worthOf(await codeBookOf(secrets, meeting, hours), hours, { code, at: moment });

test("a code is the same for half a minute, then another", async () => {
  const { code, until = 0 } = await codeAt(secret, meeting, at);
  expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{8}$/);
  expect((await codeAt(secret, meeting, until - 1)).code).toBe(code);
  expect((await codeAt(secret, meeting, until)).code).not.toBe(code);
  expect(until - at).toBeLessThanOrEqual(codePeriod);
  expect((await codeAt(secret, "meet00000001" as MeetingId, at)).code).not.toBe(code);
});

test.each([
  ["as it is read", 0, "counts"],
  ["ten minutes on", 10 * minute, "counts"],
  ["an hour later", 60 * minute, "late"],
  ["by a clock three days slow", -3 * 24 * 60 * minute, "late"],
])("a code of the screen, %s", async (_, after, expected) => {
  const { code } = await codeAt(secret, meeting, at);
  expect(await worth(code, at + after)).toBe(expected);
});

test.each([
  ["an hour before it begins", hours.startsAt - 60 * minute, "counts"],
  ["in the meeting", at, "counts"],
  ["an hour after its end", hours.startsAt + 150 * minute, "counts"],
  ["the day before", at - 24 * 60 * minute, "late"],
  ["later that night", hours.startsAt + 151 * minute, "late"],
])("a poster's code, %s", async (_, moment, expected) => {
  const { code, until } = await codeAt(secret, meeting, "poster");
  expect(until).toBeUndefined();
  expect(await worth(code, moment)).toBe(expected);
});

test("codes of another secret or another hour are unknown; those of a second phone that opened it count too", async () => {
  const foreign = (await codeAt(other, meeting, at)).code;
  expect(await worth(foreign, at)).toBe("unknown");
  expect(await worth(foreign, at, [secret, other])).toBe("counts");
  expect(await worth((await codeAt(secret, meeting, at - 24 * 60 * minute)).code, at)).toBe("unknown");
  expect(await worth(foreign, at, [])).toBe("unknown");
});

test("typed codes may have blanks, capitals and letters that look alike", () => {
  expect(readTypedCode(" 0A1B-2C3D ")).toBe("0a1b2c3d");
  expect(readTypedCode("OAIB 2C3D")).toBe("0a1b2c3d");
  expect(readTypedCode("0a1b2c3")).toBeUndefined();
  expect(readTypedCode("không có mã")).toBeUndefined();
});
