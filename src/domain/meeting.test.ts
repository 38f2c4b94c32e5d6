import fc from "fast-check";
import { expect, test } from "vitest";
import { entryOf, idNamed, keyNamed } from "../../test/support/entries";
import type { Author, Entry } from "./entry";
import { definitionOf } from "./every-definition";
import type { EntryId, MeetingId, MemberId, OrgId } from "./ids";
import { emptyMeeting, type MeetingView } from "./meeting";
import { rollOf } from "./meeting-roll";
import { guestsOf, meetingOf, secretsOf } from "./meeting-view";
import { rollCall } from "./roll-call";
import { committeeScope } from "./scope";

const host = idNamed<OrgId>("east");
const other = idNamed<OrgId>("west");
const meeting = idNamed<MeetingId>("meeting");
const [anh, binh, chi] = ["anh", "binh", "chi"].map((name) => idNamed<MemberId>(name)) as [
  MemberId,
  MemberId,
  MemberId,
];
const called = [
  { id: anh, name: "Bùi Thị Anh", kind: "official" },
  { id: binh, name: "Bùi Văn Bình", kind: "official" },
  { id: chi, name: "Đinh Thị Chi", kind: "probationary" },
] as const;

const authorOf = (member: MemberId, org = host): Author => ({
  key: keyNamed(member),
  root: false,
  office: false,
  member,
  org,
  committee: false,
  secretary: false,
});

let made = 0;
const write = (type: string, at: number, body: object, author = authorOf(anh)) => {
  made += 1;
  const id = `01900000-0000-7000-8000-${`${made}`.padStart(12, "0")}` as EntryId;
  return { entry: entryOf(type, author.key, at, [committeeScope(host)], meeting, body, id), author };
};
type Written = ReturnType<typeof write>;

const reduce = (entries: readonly Written[]): MeetingView =>
  entries.reduce<MeetingView>(
    (view, { entry, author }) =>
      definitionOf(entry.type)?.reduce(view, entry as Entry, author) as MeetingView,
    emptyMeeting,
  );

const call = {
  host,
  kind: "regular",
  title: "Họp",
  place: "Nhà văn hóa",
  startsAt: 1,
  minutes: 90,
  agenda: [],
  papers: [],
};
const mark = (at: number, member: MemberId, presence?: string, from = host) =>
  write("attendance.marked", at, { who: "member", host: from, member, ...(presence && { presence }) });
const checkIn = (at: number, member: MemberId, code = "0a1b2c3d") =>
  write("attendance.checked", at, { code }, authorOf(member));

const rollIn = (entries: readonly Written[], counts = true) =>
  rollOf(reduce([write("meeting.called", 1, call), ...entries]), called, () => (counts ? "counts" : "late"));

// biome-ignore format: a table is read by its rows
const rules: readonly (readonly [what: string, entries: readonly Written[], presence: string | undefined, by: string | undefined])[] = [
  ["nobody said anything", [], undefined, undefined],
  ["his own check-in", [checkIn(5, anh)], "present", "self"],
  ["twice from two phones", [checkIn(5, anh), checkIn(6, anh, "11111111")], "present", "self"],
  ["an officer's tick", [mark(5, anh, "present")], "present", "officer"],
  ["an officer after his check-in", [checkIn(5, anh), mark(6, anh, "unexcused")], "unexcused", "officer"],
  ["an officer before his check-in", [mark(5, anh, "excused"), checkIn(6, anh)], "excused", "officer"],
  ["the later mark of two", [mark(6, anh, "present"), mark(5, anh, "excused")], "present", "officer"],
  ["a mark taken back, with the check-in before it", [checkIn(4, anh), mark(5, anh, "present"), mark(6, anh)], undefined, undefined],
  ["a check-in after a mark was taken back", [mark(5, anh, "excused"), mark(6, anh), checkIn(7, anh)], "present", "self"],
  ["a mark of another cell", [mark(5, anh, "excused", other)], undefined, undefined],
  ["another member's check-in", [checkIn(5, binh)], undefined, undefined],
];

test.each(rules)("the roll: %s", (_, entries, presence, by) => {
  const row = rollIn(entries).find(({ member }) => member === anh);
  expect([row?.presence, row?.by]).toEqual([presence, by]);
});

test("a check-in that proves nothing waits for an officer", () => {
  const [row] = rollIn([checkIn(5, anh)], false);
  expect(row).toMatchObject({ doubtful: true });
  expect(row?.presence).toBeUndefined();
  expect(rollIn([checkIn(5, anh), mark(6, anh, "present")], false)[0]).toMatchObject({ by: "officer" });
});

test("a probationary member who came is present and has no vote", () => {
  const figures = rollCall(rollIn([checkIn(5, chi), checkIn(5, anh)]));
  expect(figures).toMatchObject({
    strength: 3,
    present: 2,
    denominator: 2,
    voters: 1,
    majority: 2,
    valid: false,
  });
});

test("what another host says of a meeting changes nothing", () => {
  const view = reduce([
    write("meeting.called", 1, call),
    write("meeting.changed", 2, { ...call, host: other, title: "Chiếm" }),
    write("meeting.cancelled", 3, { host: other, reason: "không họp" }),
    write("meeting.opened", 3, { host: other, secret: "x".repeat(22) }),
    write("attendance.marked", 3, { who: "guest", host: other, guest: idNamed("khach"), name: "Khách lạ" }),
  ]);
  expect(meetingOf(view)).toMatchObject({ title: "Họp", host });
  expect(meetingOf(view)?.cancelled).toBeUndefined();
  expect(secretsOf(view)).toEqual([]);
  expect(guestsOf(view)).toEqual([]);
});

test("in whatever order entries come, the meeting is the same", () => {
  const entries = [
    write("meeting.called", 1, call),
    write("meeting.changed", 4, { ...call, title: "Họp lần hai" }),
    write("meeting.changed", 4, { ...call, title: "Họp lần ba" }),
    write("meeting.cancelled", 9, { host, reason: "mưa lũ" }),
    write("meeting.opened", 5, { host, secret: "a".repeat(22) }),
    write("meeting.opened", 5, { host, secret: "b".repeat(22) }),
    mark(6, anh, "present"),
    mark(6, anh, "excused"),
    mark(7, binh),
    checkIn(6, binh),
    checkIn(8, binh, "11111111"),
    write("attendance.marked", 6, { who: "guest", host, guest: idNamed("khach"), name: "Khách" }),
    write("attendance.marked", 7, { who: "guest", host, guest: idNamed("khach") }),
  ];
  const expected = reduce(entries);
  fc.assert(
    fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
      expect(reduce(shuffled)).toEqual(expected);
    }),
    { numRuns: 300 },
  );
  expect(meetingOf(expected)).toMatchObject({ title: "Họp lần ba", cancelled: "mưa lũ" });
  expect(guestsOf(expected)).toEqual([]);
});
