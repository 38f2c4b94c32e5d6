import { expect, test } from "vitest";
import type { MeetingRow } from "../../device/meetings/meetings";
import type { MeetingId, OrgId } from "../../domain/ids";
import { clashOf } from "./clash";

const hour = 3_600_000;
const row = (id: string, startsAt: number, change: Partial<MeetingRow> = {}): MeetingRow => ({
  id: id as MeetingId,
  host: "east" as OrgId,
  kind: "regular",
  title: id,
  place: "Nhà văn hóa",
  startsAt,
  minutes: 90,
  closed: false,
  runs: true,
  changes: true,
  ...change,
});

test.each<[what: string, others: readonly MeetingRow[], found: string | undefined]>([
  ["begins in the middle of another", [row("a", 9 * hour)], "a"],
  ["ends in the middle of another", [row("a", 11 * hour)], "a"],
  ["begins when another ends", [row("a", 8.5 * hour)], undefined],
  ["ends when another begins", [row("a", 11.5 * hour)], undefined],
  ["another is put off", [row("a", 10 * hour, { cancelled: "mưa lũ" })], undefined],
  ["another is over", [row("a", 10 * hour, { closed: true })], undefined],
  ["another host's", [row("a", 10 * hour, { changes: false })], undefined],
  ["itself", [row("self", 10 * hour)], undefined],
])("two meetings at one hour: %s", (_, others, found) => {
  expect(clashOf(others, 10 * hour, 90, "self" as MeetingId)?.id).toBe(found);
});
