import fc from "fast-check";
import { expect, test } from "vitest";
import { entryOf, idNamed, keyNamed } from "../../test/support/entries";
import type { Author, Entry } from "./entry";
import { definitionOf } from "./every-definition";
import type { EntryId, MeetingId, MemberId, OrgId } from "./ids";
import { emptyMeeting, type MeetingView } from "./meeting";
import { type CheckInWorth, rollOf, type StandingsBefore } from "./meeting-roll";
import { guestsOf, meetingOf, notesOf, secretsOf } from "./meeting-view";
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

const rollIn = (
  entries: readonly Written[],
  worth: (code: string) => CheckInWorth = () => "counts",
  before?: StandingsBefore,
) =>
  rollOf(reduce([write("meeting.called", 1, call), ...entries]), called, ({ code }) => worth(code), before);

// biome-ignore format: a table is read by its rows
const rules: readonly (readonly [what: string, entries: readonly Written[], presence: string | undefined, by: string | undefined])[] = [
  ["nobody said anything", [], undefined, undefined],
  ["his own check-in", [checkIn(5, anh)], "present", "self"],
  ["twice from two phones", [checkIn(5, anh), checkIn(6, anh, "11111111")], "present", "self"],
  ["an officer's tick", [mark(5, anh, "present")], "present", "officer"],
  ["an officer after his check-in", [checkIn(5, anh), mark(6, anh, "unexcused")], "unexcused", "officer"],
  ["an officer before his check-in", [mark(5, anh, "excused"), checkIn(6, anh)], "excused", "officer"],
  ["the later mark of two", [mark(6, anh, "present"), mark(5, anh, "excused")], "present", "officer"],
  ["a mark taken back leaves nothing where nothing was", [mark(5, anh, "present"), mark(6, anh)], undefined, undefined],
  ["a mark taken back leaves the check-in before it", [checkIn(4, anh), mark(5, anh, "excused"), mark(6, anh)], "present", "self"],
  ["a check-in after a mark was taken back", [mark(5, anh, "excused"), mark(6, anh), checkIn(7, anh)], "present", "self"],
  ["a mark of another cell", [mark(5, anh, "excused", other)], undefined, undefined],
  ["another member's check-in", [checkIn(5, binh)], undefined, undefined],
];

test.each(rules)("the roll: %s", (_, entries, presence, by) => {
  const row = rollIn(entries).find(({ member }) => member === anh);
  expect([row?.presence, row?.by]).toEqual([presence, by]);
});

test("a check-in that proves nothing waits for an officer", () => {
  const [row] = rollIn([checkIn(5, anh)], () => "late");
  expect(row).toMatchObject({ doubtful: "late", checkedAt: 5 });
  expect(row?.presence).toBeUndefined();
  const marked = rollIn([checkIn(5, anh), mark(6, anh, "present")], () => "late");
  expect(marked[0]).toMatchObject({ by: "officer" });
});

test("of several check-ins the best one speaks, and its doubt is named", () => {
  const mistyped = checkIn(5, anh, "00000000");
  const photographed = checkIn(6, anh, "11111111");
  const read = checkIn(7, anh, "22222222");
  const worth = (code: string): CheckInWorth =>
    code === "00000000" ? "unknown" : code === "11111111" ? "late" : "counts";
  expect(rollIn([mistyped], worth)[0]).toMatchObject({ doubtful: "unknown", checkedAt: 5 });
  expect(rollIn([photographed, mistyped], worth)[0]).toMatchObject({ doubtful: "late", checkedAt: 6 });
  const [row] = rollIn([mistyped, read, photographed], worth);
  expect(row).toMatchObject({ presence: "present", by: "self", checkedAt: 7 });
  expect(row?.doubtful).toBeUndefined();
});

test("who is elsewhere for a time, as an officer says or the meeting before said, counts for nothing until that is taken back", () => {
  const stand = (at: number, standing: string, presence?: string) =>
    write("attendance.marked", at, {
      who: "member",
      host,
      member: anh,
      standing,
      ...(presence && { presence }),
    });
  const standingIn = (entries: readonly Written[], before?: StandingsBefore) =>
    rollIn(entries, undefined, before)[0]?.standing;
  const before: StandingsBefore = new Map([[anh, "away"]]);
  expect(standingIn([])).toBe("official");
  expect(standingIn([stand(5, "suspended")])).toBe("suspended");
  expect(standingIn([stand(5, "suspended"), stand(6, "listed")])).toBe("official");
  expect(standingIn([], before)).toBe("away");
  expect(standingIn([mark(5, anh, "present")], before)).toBe("away");
  expect(standingIn([stand(5, "listed")], before)).toBe("official");
  expect(rollCall(rollIn([mark(5, binh, "present")], undefined, before))).toMatchObject({
    denominator: 1,
    voters: 1,
    valid: true,
    uncalled: 1,
  });
});

test("a guest whose name was corrected stays in his place, in whatever order the words come", () => {
  const guest = (at: number, name: string, called: string | undefined) =>
    write("attendance.marked", at, {
      who: "guest",
      host,
      guest: idNamed(name),
      ...(called && { name: called }),
    });
  const entries = [
    write("meeting.called", 1, call),
    guest(3, "first", "Ông Hòa"),
    guest(4, "second", "Bà Thu"),
    guest(6, "first", "Ông Hoà, Phó Bí thư Đảng ủy"),
    guest(5, "third", "Nhầm"),
    guest(7, "third", undefined),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
      expect(guestsOf(reduce(shuffled)).map(({ name }) => name)).toEqual([
        "Ông Hoà, Phó Bí thư Đảng ủy",
        "Bà Thu",
      ]);
    }),
  );
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

test("a duty is ticked, taken back and ticked again; in any order of entries the last word holds, and only the host's", () => {
  const noted = (at: number, note: string, on?: number, from = host) =>
    write("meeting.noted", at, { host: from, note, ...(on !== undefined && { on }) });
  const entries = [
    write("meeting.called", 1, call),
    noted(2, "posted", 2),
    noted(3, "posted"),
    noted(5, "posted", 5),
    noted(2, "told", 2),
    noted(4, "told"),
    noted(9, "posted", 9, other),
    noted(9, "told", 9, other),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
      expect(notesOf(reduce(shuffled))).toEqual({ posted: 5 });
    }),
  );
  expect(notesOf(reduce(entries.slice(1)))).toEqual({});
});
