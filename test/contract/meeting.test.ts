import { expect, test as it } from "vitest";
import type { RunningDevice } from "../../src/device/create-device";
import type { MeetingDesk } from "../../src/device/meetings/meetings";
import type { MeetingId, MemberId } from "../../src/domain/ids";
import { type Closing, meetingClosed } from "../../src/domain/meeting";
import { callScopes } from "../../src/domain/meeting-host";
import { cellScope, committeeScope } from "../../src/domain/scope";
import { now, openMeetingMachine, regularMeeting } from "../support/machine";
import { createTestOffice } from "../support/office";

const minute = 60_000;

const deskOf = async (
  device: RunningDevice,
  id: MeetingId,
  until: (desk: MeetingDesk) => boolean = () => true,
): Promise<MeetingDesk> => {
  const meetings = await device.meetings();
  const seen = await now(meetings.meeting(id), (detail) => detail?.desk !== undefined && until(detail.desk));
  return seen?.desk as MeetingDesk;
};

/** Three phones of one cell and one of another, all synced; then the signal is gone. */
const village = async () => {
  const office = await createTestOffice();
  const { east, west } = office.commune;
  const [first, second] = east.members;
  const secretary = await openMeetingMachine(office, east.secretary.member, east.org, "secretary");
  const members = [
    await openMeetingMachine(office, first.member, east.org),
    await openMeetingMachine(office, second.member, east.org),
  ] as const;
  const stranger = await openMeetingMachine(office, west.members[0].member, west.org);
  const everyone = [secretary, ...members, stranger];
  // Each learns of the phones that came after it.
  for (const { device } of everyone) await device.sync();
  for (const { line } of everyone) line.up = false;
  const reconnect = async (...machines: readonly (typeof secretary)[]) => {
    for (const machine of machines) machine.line.up = true;
    for (const machine of [...machines, ...machines]) await machine.device.sync();
  };
  return { office, secretary, members, stranger, reconnect, everyone };
};

it("a meeting is called, opened and checked in to with no network, and nobody is counted twice when it comes back", async () => {
  const { office, secretary, members, reconnect } = await village();
  const [anh, binh] = members;
  const id = await secretary.meetings.call(regularMeeting(office.clock.now() + 10 * minute));
  await secretary.meetings.open(id);
  const shown = await secretary.meetings.code(id);
  if (!shown) throw new Error("no code");

  // The first member's phone has never heard of the meeting: the ticket says all that it needs.
  const ticket = await anh.meetings.readTicket(shown.link);
  if (!ticket.ok) throw new Error(ticket.error);
  expect(ticket.value).toMatchObject({ meeting: id, verified: true, title: regularMeeting(0).title });
  expect(await anh.meetings.checkIn(ticket.value)).toEqual({ ok: true, value: undefined });
  expect(await anh.meetings.checkIn(ticket.value)).toEqual({ ok: true, value: undefined });
  expect(await now(anh.device.outbox.items(), (items) => items.length > 0)).toHaveLength(1);

  // His check-in goes over by camera; the second one's by the server.
  const card = await anh.meetings.card(id);
  expect(await secretary.meetings.takeCard(card ?? "")).toMatchObject({ ok: true, value: { meeting: id } });
  expect(await secretary.meetings.takeCard(card ?? "")).toMatchObject({ ok: true });
  const before = await deskOf(secretary.device, id, ({ figures }) => figures.present === 1);
  expect(before.roll.find(({ member }) => member === anh.member)).toMatchObject({
    presence: "present",
    by: "officer",
  });
  const again = await secretary.meetings.code(id);
  const second = await binh.meetings.readTicket(again?.link ?? "");
  if (!second.ok) throw new Error(second.error);
  await binh.meetings.checkIn(second.value);

  await reconnect(secretary, anh, binh);
  await secretary.device.sync();
  const desk = await deskOf(secretary.device, id, ({ figures }) => figures.present === 2);
  expect(desk.figures).toMatchObject({ strength: 3, denominator: 3, present: 2, valid: true });
  expect(desk.roll.find(({ member }) => member === binh.member)).toMatchObject({
    presence: "present",
    by: "self",
  });
  // Whichever way it came, it is one fact.
  const { entries } = await office.log.page(committeeScope(office.commune.east.org), 0);
  const types = entries.map(({ payload = "{}" }) => (JSON.parse(payload) as { readonly type: string }).type);
  expect(types.filter((type) => type === "attendance.checked")).toHaveLength(2);
  const listed = await now(anh.meetings.list(), (rows) => rows.length > 0);
  expect(listed).toMatchObject([{ id, title: regularMeeting(0).title, runs: false }]);
  expect(listed[0]?.checkedInAt).toBeDefined();
});

it("what is added to adopted minutes reaches who was called; a member adds nothing", async () => {
  const { office, secretary, members, reconnect } = await village();
  const [anh] = members;
  const startsAt = office.clock.now() + 10 * minute;
  const id = await secretary.meetings.call(regularMeeting(startsAt));
  const host = office.commune.east.org;
  const closing: Closing = {
    host,
    closing: id as string as MemberId,
    parts: 1,
    startedAt: startsAt,
    endedAt: startsAt + 90 * minute,
    chair: "Bí thư",
    writer: "Thư ký",
    roll: [],
    guests: [],
    adopted: { agree: 3, disagree: 0, other: 0 },
  };
  const scopes = callScopes(host, "regular");
  await secretary.device.write([{ type: meetingClosed.type, subject: id, scopes, body: closing }]);
  await secretary.meetings.amend(id, "Ghi thêm: đồng chí Anh đến lúc 20 giờ.");
  await reconnect(secretary, anh);
  const record = await now(anh.meetings.record(id), (one) => (one?.minutes.addenda.length ?? 0) > 0);
  expect(record?.minutes).toMatchObject({
    missing: 1,
    addenda: [{ text: "Ghi thêm: đồng chí Anh đến lúc 20 giờ." }],
  });

  await expect(anh.meetings.amend(id, "Tôi không đồng ý.")).rejects.toThrow("not-allowed");
});

it("a code that was photographed checks nobody in later; an officer decides, and may take it back", async () => {
  const { office, secretary, members, reconnect } = await village();
  const [anh, binh] = members;
  const id = await secretary.meetings.call(regularMeeting(office.clock.now() + 10 * minute));
  await secretary.meetings.open(id);
  const { link = "" } = (await secretary.meetings.code(id)) ?? {};
  const ticket = await anh.meetings.readTicket(link);
  if (!ticket.ok) throw new Error(ticket.error);
  // Binh reads it in the room, on a phone whose clock is three days off; Anh an hour later, at home.
  binh.error.ms = 3 * 24 * 60 * minute;
  expect(await binh.meetings.checkIn(ticket.value)).toEqual({ ok: false, error: "closed" });
  expect(await binh.meetings.checkIn(ticket.value, true)).toMatchObject({ ok: true });
  office.clock.advance(60 * minute);
  await anh.meetings.checkIn(ticket.value);
  await reconnect(secretary, anh, binh);
  await secretary.device.sync();
  const desk = await deskOf(
    secretary.device,
    id,
    ({ roll }) => roll.filter(({ doubtful }) => doubtful).length === 2,
  );
  expect(desk.figures).toMatchObject({ present: 0, valid: false });

  await secretary.meetings.mark(id, binh.member, "present");
  await secretary.meetings.mark(id, anh.member, "excused", "đi viện");
  const marked = await deskOf(secretary.device, id, ({ figures }) => figures.excused === 1);
  expect(marked.roll.find(({ member }) => member === binh.member)).toMatchObject({
    presence: "present",
    by: "officer",
  });
  expect(marked.roll.find(({ member }) => member === anh.member)).toMatchObject({
    presence: "excused",
    reason: "đi viện",
  });
  await secretary.meetings.mark(id, anh.member, undefined);
  const taken = await deskOf(secretary.device, id, ({ figures }) => figures.excused === 0);
  expect(taken.roll.find(({ member }) => member === anh.member)).toMatchObject({ standing: "official" });
  expect(taken.figures.uncalled).toBe(2);
});

it("a poster's code counts in the meeting's hours only", async () => {
  const { office, secretary, members, reconnect } = await village();
  const [anh, binh] = members;
  const id = await secretary.meetings.call(regularMeeting(office.clock.now() + 3 * 60 * minute));
  await secretary.meetings.open(id);
  await reconnect(secretary, anh, binh);
  const poster = await secretary.meetings.code(id, true);
  expect(poster?.until).toBeUndefined();
  const ticket = await anh.meetings.readTicket(poster?.link ?? "");
  if (!ticket.ok) throw new Error(ticket.error);
  expect(await anh.meetings.checkIn(ticket.value)).toEqual({ ok: false, error: "closed" });
  expect(await anh.meetings.checkIn(ticket.value, true)).toMatchObject({ ok: true });
  office.clock.advance(3 * 60 * minute);
  expect(await binh.meetings.checkIn(ticket.value)).toMatchObject({ ok: true });
  for (const { device } of [anh, binh, secretary, secretary]) await device.sync();
  const { roll } = await deskOf(secretary.device, id, ({ figures }) => figures.present === 1);
  expect(roll.find(({ member }) => member === anh.member)).toMatchObject({ doubtful: "late" });
});

it("whoever is of another cell, a forged ticket, a cancelled meeting and a strange card end in their own answers", async () => {
  const { office, secretary, members, stranger, reconnect } = await village();
  const [anh] = members;
  const id = await secretary.meetings.call(regularMeeting(office.clock.now()));
  await secretary.meetings.open(id);
  const { link = "" } = (await secretary.meetings.code(id)) ?? {};
  const elsewhere = await stranger.meetings.readTicket(link);
  if (!elsewhere.ok) throw new Error(elsewhere.error);
  // His directory does not hold the members of other cells.
  expect(elsewhere.value.verified).toBe(false);
  expect(await stranger.meetings.checkIn(elsewhere.value)).toEqual({ ok: false, error: "other-cell" });

  // One letter of the title, altered.
  const at = link.indexOf("#") + 80;
  const forged = `${link.slice(0, at)}${link[at] === "A" ? "B" : "A"}${link.slice(at + 1)}`;
  const read = await anh.meetings.readTicket(forged);
  expect(read.ok && read.value.verified).toBe(false);
  expect(await anh.meetings.readTicket(link.slice(0, -3))).toEqual({ ok: false, error: "damaged" });
  expect(await anh.meetings.readTicket("https://so.example.vn/ghi-danh#AAAA")).toEqual({
    ok: false,
    error: "not-a-ticket",
  });

  const ticket = await anh.meetings.readTicket(link);
  if (!ticket.ok) throw new Error(ticket.error);
  await anh.meetings.checkIn(ticket.value);
  const card = (await anh.meetings.card(id)) ?? "";
  expect(await stranger.meetings.takeCard(card)).toEqual({ ok: false, error: "other-meeting" });
  expect(await secretary.meetings.takeCard(card.slice(0, -1))).toEqual({ ok: false, error: "damaged" });
  const swapped = `${card.slice(0, -2)}${card.endsWith("AA") ? "BB" : "AA"}`;
  expect(await secretary.meetings.takeCard(swapped)).toMatchObject({ ok: false });
  expect((await deskOf(secretary.device, id)).figures.present).toBe(0);

  await secretary.meetings.cancel(id, "mưa lũ, đường sạt lở");
  await reconnect(secretary, ...members);
  const rows = await now(members[1].meetings.list(), (list) => list.length > 0);
  expect(rows).toMatchObject([{ cancelled: "mưa lũ, đường sạt lở" }]);
  expect(await members[1].meetings.checkIn(ticket.value)).toEqual({ ok: false, error: "cancelled" });
});

it("a member's opinion reaches the officers only, with his name; a tick that was taken back does not stand", async () => {
  const { office, secretary, members, stranger, reconnect } = await village();
  const [anh, binh] = members;
  const id = await secretary.meetings.call(regularMeeting(office.clock.now() + 10 * minute));
  await secretary.meetings.note(id, "posted", true);
  await secretary.meetings.note(id, "told", true);
  await secretary.meetings.note(id, "told", false);
  await reconnect(secretary, anh, binh, stranger);
  const sent = "Đề nghị bàn việc sửa mương\nvà đường vào xóm";
  await anh.meetings.sendOpinion(id, sent);
  await reconnect(anh, secretary, binh, stranger);
  const desk = await deskOf(secretary.device, id, ({ opinions }) => opinions.length > 0);
  expect(desk.opinions).toMatchObject([{ member: anh.member, text: sent }]);
  expect(desk.opinions[0]?.name).not.toBe("");
  expect(Object.keys(desk.notes)).toEqual(["posted"]);
  const own = await now(anh.meetings.meeting(id), (detail) => (detail?.ownOpinions.length ?? 0) > 0);
  expect(own).toMatchObject({ ownOpinions: [{ text: sent }] });
  const other = await now(binh.meetings.meeting(id), (detail) => detail !== undefined);
  expect(other).toMatchObject({ ownOpinions: [] });
  expect(other?.desk).toBeUndefined();
  // Not even the entry is on the others' phones.
  const { entries } = await office.log.page(cellScope(office.commune.east.org), 0);
  expect(entries.some(({ payload = "" }) => payload.includes("sửa mương"))).toBe(false);
});
