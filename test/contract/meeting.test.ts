import { expect, test as it } from "vitest";
import type { RunningDevice } from "../../src/device/create-device";
import type { MeetingDesk, MeetingDraft } from "../../src/device/meetings/meetings";
import type { MeetingId, MemberId, OrgId } from "../../src/domain/ids";
import { committeeScope } from "../../src/domain/scope";
import { enrolByLink, newMachine, now } from "../support/machine";
import { createTestOffice, type TestOffice } from "../support/office";

const minute = 60_000;

const draftAt = (startsAt: number): MeetingDraft => ({
  kind: "regular",
  title: "Sinh hoạt chi bộ thường kỳ tháng 12/2026",
  place: "Nhà văn hóa thôn Đông",
  startsAt,
  minutes: 90,
  agenda: ["Điểm danh", "Thảo luận"],
  papers: [],
});

const open = async (
  office: TestOffice,
  member: MemberId,
  org: OrgId,
  role: "office" | "secretary" | "member" = "member",
) => {
  const machine = newMachine(office);
  const by = role === "office" ? office.commune.root : office.commune.office.signer;
  await enrolByLink(office, machine.device, by, member, org, role);
  return { ...machine, meetings: await machine.device.meetings(), member };
};

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
  const secretary = await open(office, east.secretary.member, east.org, "secretary");
  const members = [
    await open(office, first.member, east.org),
    await open(office, second.member, east.org),
  ] as const;
  const stranger = await open(office, west.members[0].member, west.org);
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
  const id = await secretary.meetings.call(draftAt(office.clock.now() + 10 * minute));
  await secretary.meetings.open(id);
  const shown = await secretary.meetings.code(id);
  if (!shown) throw new Error("no code");

  // The first member's phone has never heard of the meeting: the ticket says all that it needs.
  const ticket = await anh.meetings.readTicket(shown.link);
  if (!ticket.ok) throw new Error(ticket.error);
  expect(ticket.value).toMatchObject({ meeting: id, verified: true, title: draftAt(0).title });
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
  expect(listed).toMatchObject([{ id, title: draftAt(0).title, runs: false }]);
  expect(listed[0]?.checkedInAt).toBeDefined();
});

it("a code that was photographed checks nobody in later; an officer decides, and may take it back", async () => {
  const { office, secretary, members, reconnect } = await village();
  const [anh, binh] = members;
  const id = await secretary.meetings.call(draftAt(office.clock.now() + 10 * minute));
  await secretary.meetings.open(id);
  const { link = "" } = (await secretary.meetings.code(id)) ?? {};
  const ticket = await anh.meetings.readTicket(link);
  if (!ticket.ok) throw new Error(ticket.error);
  // Binh reads it in the room, on a phone whose clock is three days off; Anh an hour later, at home.
  binh.error.ms = 3 * 24 * 60 * minute;
  await binh.meetings.checkIn(ticket.value);
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
  const id = await secretary.meetings.call(draftAt(office.clock.now() + 3 * 60 * minute));
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
  expect(roll.find(({ member }) => member === anh.member)).toMatchObject({ doubtful: true });
});

it("whoever is of another cell, a forged ticket, a cancelled meeting and a strange card end in their own answers", async () => {
  const { office, secretary, members, stranger, reconnect } = await village();
  const [anh] = members;
  const id = await secretary.meetings.call(draftAt(office.clock.now()));
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
