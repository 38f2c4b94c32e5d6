import { expect, test as it } from "vitest";
import type { MeetingDetail, Meetings } from "../../src/device/meetings/meetings";
import { audienceScopes } from "../../src/domain/document";
import type { MeetingId } from "../../src/domain/ids";
import { now, openMachine } from "../support/machine";
import { createTestOffice } from "../support/office";

const minute = 60_000;

const seen = async (
  meetings: Meetings,
  id: MeetingId,
  until: (one: MeetingDetail) => boolean = () => true,
) => {
  const detail = await now(meetings.meeting(id), (one) => one !== undefined && until(one));
  if (!detail) throw new Error("no such meeting");
  return detail;
};

it("a conference of the office is seen by the cells it calls, whose delegates check in by the poster, and by no other", async () => {
  const office = await createTestOffice();
  const { east, west, officeCell, office: clerk } = office.commune;
  const desk = await openMachine(office, clerk.member, officeCell, "office");
  const delegate = await openMachine(office, east.members[0].member, east.org);
  const stranger = await openMachine(office, west.members[0].member, west.org);
  const everyone = [desk, delegate, stranger];
  for (const { device } of everyone) await device.sync();

  const calls = await desk.device.meetings();
  const id = await calls.call(
    {
      kind: "conference",
      title: "Hội nghị quán triệt nghị quyết",
      place: "Hội trường xã",
      startsAt: office.clock.now() + 300 * minute,
      minutes: 180,
      agenda: ["Quán triệt", "Thảo luận"],
      papers: [],
    },
    audienceScopes({ cells: [east.org] }),
  );
  await calls.open(id);
  const poster = await calls.code(id, true);
  if (!poster) throw new Error("no poster");
  for (const { device } of [...everyone, ...everyone]) await device.sync();

  const attends = await delegate.device.meetings();
  expect(await seen(attends, id)).toMatchObject({
    host: "office",
    runs: false,
    changes: false,
    place: "Hội trường xã",
  });
  expect((await seen(attends, id)).desk).toBeUndefined();
  const strange = await stranger.device.meetings();
  expect(await now(strange.list())).toEqual([]);
  expect(await now(strange.meeting(id))).toBeUndefined();

  // The delegate has no signal in the hall.
  delegate.line.up = false;
  const ticket = await attends.readTicket(poster.link);
  if (!ticket.ok) throw new Error(ticket.error);
  expect(ticket.value).toMatchObject({ meeting: id, verified: true, host: "office" });
  expect(await attends.checkIn(ticket.value)).toMatchObject({ ok: false, error: "closed" });
  office.clock.advance(305 * minute);
  expect(await attends.checkIn(ticket.value)).toMatchObject({ ok: true });
  delegate.line.up = true;
  for (const { device } of [delegate, desk, desk]) await device.sync();
  const { desk: roll } = await seen(calls, id, (one) => one.desk?.roll.length === 1);
  expect(roll?.roll).toMatchObject([{ member: delegate.member, presence: "present", by: "self" }]);

  // A change goes to the same cells.
  const { kind, title, place, startsAt, agenda } = await seen(calls, id);
  await calls.change(id, {
    kind,
    title,
    place: "Nhà văn hóa xã",
    startsAt,
    minutes: 120,
    agenda: [...agenda],
    papers: [],
  });
  for (const { device } of [desk, delegate, stranger]) await device.sync();
  expect(await seen(attends, id, (one) => one.place === "Nhà văn hóa xã")).toMatchObject({
    title,
    minutes: 120,
  });
  expect(place).toBe("Hội trường xã");
  expect(await now(strange.list())).toEqual([]);
});

it("a conference tells its cells how many came from where, and no names; its office keeps them", async () => {
  const office = await createTestOffice();
  const { east, west, officeCell, office: clerk } = office.commune;
  const desk = await openMachine(office, clerk.member, officeCell, "office");
  const member = await openMachine(office, west.members[0].member, west.org);
  for (const { device } of [desk, member, desk]) await device.sync();
  const calls = await desk.device.meetings();
  const id = await calls.call(
    {
      kind: "conference",
      title: "Hội nghị quán triệt nghị quyết",
      place: "Hội trường xã",
      startsAt: office.clock.now() - 30 * minute,
      minutes: 60,
      agenda: ["Quán triệt"],
      papers: [],
    },
    audienceScopes({ committees: [east.org, west.org] }),
  );
  await calls.open(id);
  await calls.mark(id, east.secretary.member, "present");
  const before = await seen(calls, id, ({ desk }) => desk?.figures.present === 1);
  expect(before.desk?.delegates?.map(({ org, called, roll }) => [org, called.length, roll.length])).toEqual([
    [east.org, 1, 1],
    [west.org, 1, 0],
  ]);

  const writing = await calls.openMinutes(id);
  writing.putHead({ chairName: "Đồng chí Bí thư Đảng ủy", writerName: "Văn phòng Đảng ủy" });
  const end = { startedAt: office.clock.now() - 20 * minute, endedAt: office.clock.now() };
  const people = { chair: "Đồng chí Bí thư Đảng ủy", writer: "Văn phòng Đảng ủy" };
  const adopted = { agree: 1, disagree: 0, other: 0 };
  expect(await calls.close(before, writing, { ...end, ...people, adopted, score: [] })).toMatchObject({
    ok: true,
  });
  const record = await now(calls.record(id), (one) => one !== undefined);
  expect(record?.closing.roll).toEqual([]);
  expect(record?.closing.delegates).toEqual([
    { cell: "Chi bộ thôn Đông", came: 1, called: 1 },
    { cell: "Chi bộ thôn Đoài", came: 0, called: 1 },
  ]);
  expect((await seen(calls, id)).desk?.delegates?.[0]?.roll).toMatchObject([
    { member: east.secretary.member },
  ]);
});

it("the office's score sheet reaches every cell; a cell's own agenda its committee alone, and both can be taken back", async () => {
  const office = await createTestOffice();
  const { east, officeCell, office: clerk } = office.commune;
  const desk = await openMachine(office, clerk.member, officeCell, "office");
  const secretary = await openMachine(office, east.secretary.member, east.org, "secretary");
  const member = await openMachine(office, east.members[0].member, east.org);
  const everyone = [desk, secretary, member];
  const [sets, calls, reads] = await Promise.all(everyone.map(({ device }) => device.meetings()));
  if (!sets || !calls || !reads) throw new Error("no meetings");
  await sets.setSheet("regular", [{ id: "order", title: "Đủ các bước", most: 100 }]);
  await calls.keepAgenda("regular", ["Chào cờ", "Điểm danh"]);
  await expect(calls.setSheet("regular", [])).rejects.toThrow("not-allowed");
  for (const { device } of [...everyone, ...everyone]) await device.sync();
  expect(await now(reads.sheet("regular"), (items) => items !== undefined)).toMatchObject([{ most: 100 }]);
  expect(await now(reads.sheet("thematic"))).toBeUndefined();
  expect(await now(calls.agenda("regular"), (points) => points !== undefined)).toEqual([
    "Chào cờ",
    "Điểm danh",
  ]);
  expect(await now(reads.agenda("regular"))).toBeUndefined();
  await calls.keepAgenda("regular", []);
  expect(await now(calls.agenda("regular"), (points) => points === undefined)).toBeUndefined();
});
