import { expect, test as it } from "vitest";
import type { MeetingDetail, Meetings } from "../../src/device/meetings/meetings";
import { typeInto } from "../../src/device/minutes/minutes-document";
import type { MinutesWriting } from "../../src/device/minutes/minutes-writing";
import { type MeetingId, type MemberId, newLocalId, type TaskId } from "../../src/domain/ids";
import { byPoint } from "../../src/domain/minutes-view";
import { cellScope } from "../../src/domain/scope";
import { newMachine, now, openMeetingMachine, regularMeeting } from "../support/machine";
import { createTestOffice, type TestOffice } from "../support/office";

const minute = 60_000;
const point = "Thảo luận";

type Phone = Awaited<ReturnType<typeof openMeetingMachine>>;

/** A secretary and a deputy with the meeting on both their phones, a member, one of another cell, and the office. */
const village = async () => {
  const office = await createTestOffice();
  const { east, west, sign, grant, officeCell } = office.commune;
  const [first, second] = east.members;
  await office.log.accept([
    await sign(office.commune.office.signer, grant(first.member, east.org, "deputy")),
  ]);
  const secretary = await openMeetingMachine(office, east.secretary.member, east.org, "secretary");
  const deputy = await openMeetingMachine(office, first.member, east.org);
  const member = await openMeetingMachine(office, second.member, east.org);
  const stranger = await openMeetingMachine(office, west.secretary.member, west.org, "secretary");
  const desk = await openMeetingMachine(office, office.commune.office.member, officeCell, "office");
  const everyone = [secretary, deputy, member, stranger, desk];
  const reconnect = async (...phones: readonly Phone[]) => {
    for (const { line } of phones) line.up = true;
    for (const { device } of [...phones, ...phones]) await device.sync();
  };
  await reconnect(...everyone);
  const id = await secretary.meetings.call(
    regularMeeting(office.clock.now() - 30 * minute, ["Điểm danh", point, "Kết luận"]),
  );
  await secretary.meetings.open(id);
  await reconnect(...everyone);
  for (const { line } of everyone) line.up = false;
  return { office, secretary, deputy, member, stranger, desk, reconnect, id };
};

const detailOf = async (meetings: Meetings, id: MeetingId): Promise<MeetingDetail> => {
  const detail = await now(meetings.meeting(id), (one) => one !== undefined);
  if (!detail) throw new Error("no such meeting");
  return detail;
};

let at = 0;
const say = (writing: MinutesWriting, id: string, text: string, member?: MemberId) => {
  at += 1;
  writing.putStatement(id, { point, at, ...(member && { member }) });
  typeInto(writing.text("statement", id), text);
};

const end = (office: TestOffice) => ({
  startedAt: office.clock.now() - 20 * minute,
  endedAt: office.clock.now(),
  chair: "Bí thư Số 1",
  writer: "Đảng viên 1A",
  adopted: { agree: 3, disagree: 0, other: 0 },
  score: [{ is: "score" as const, title: "Thời lượng", most: 5, given: 5 }],
});

const saidIn = (writing: MinutesWriting) =>
  writing.read().statements.map(({ id }) => writing.text("statement", id).toString());

const until = async (test: () => boolean) => {
  for (let tries = 0; !test(); tries += 1) {
    if (tries > 200) throw new Error("it did not come to pass");
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

it("two officers write the same minutes with no network, and neither loses a word", async () => {
  const { secretary, deputy, reconnect, id } = await village();
  const [ours, theirs] = [await secretary.meetings.openMinutes(id), await deputy.meetings.openMinutes(id)];
  say(ours, "s1", "Đường vào xóm hỏng từ mùa mưa.", deputy.member);
  say(theirs, "s2", "Đề nghị chi bộ kiểm tra quỹ.", secretary.member);
  typeInto(ours.text("conclusion", point), "Sửa đường trong tháng 12.");
  typeInto(theirs.text("conclusion", point), "Kiểm tra quỹ trong quý I.");
  await ours.sign();
  await theirs.sign();
  await reconnect(secretary, deputy);
  await until(() => saidIn(ours).length === 2 && saidIn(theirs).length === 2);
  for (const writing of [ours, theirs]) {
    expect(saidIn(writing)).toEqual(["Đường vào xóm hỏng từ mùa mưa.", "Đề nghị chi bộ kiểm tra quỹ."]);
    const conclusion = writing.text("conclusion", point).toString();
    expect(conclusion).toContain("Sửa đường trong tháng 12.");
    expect(conclusion).toContain("Kiểm tra quỹ trong quý I.");
  }
});

it("what was typed is there after the tab was killed, and is signed once", async () => {
  const { secretary, id } = await village();
  const writing = await secretary.meetings.openMinutes(id);
  say(writing, "s1", "Đường vào xóm hỏng từ mùa mưa.");
  await until(() => writing.state() === "saved");
  // The tab is gone: nobody closed the minutes. Another one opens them.
  const again = await secretary.meetings.openMinutes(id);
  expect(saidIn(again)).toEqual(["Đường vào xóm hỏng từ mùa mưa."]);
  await Promise.all([again.sign(), writing.sign()]);
  const edits = (await now(secretary.device.outbox.items())).filter(({ type }) => type === "minutes.edited");
  expect(edits).toHaveLength(1);
  const third = await secretary.meetings.openMinutes(id);
  expect(saidIn(third)).toEqual(["Đường vào xóm hỏng từ mùa mưa."]);
});

it("what a killed phone left is signed when it starts again, even if nobody opens those minutes", async () => {
  const { office, secretary, deputy, reconnect, id } = await village();
  const writing = await secretary.meetings.openMinutes(id);
  say(writing, "s1", "Đường vào xóm hỏng từ mùa mưa.");
  await until(() => writing.state() === "saved");
  await secretary.device.close();

  const again = newMachine(office, secretary.database);
  await again.device.opened;
  await again.device.meetings();
  await expect.poll(() => again.device.store.work.drafts.count()).toBe(0);
  const items = await now(again.device.outbox.items());
  expect(items.filter(({ type }) => type === "minutes.edited")).toHaveLength(1);
  await again.device.sync();
  await reconnect(deputy);
  expect(saidIn(await deputy.meetings.openMinutes(id))).toEqual(["Đường vào xóm hỏng từ mùa mưa."]);
});

it("a task that names one of the meeting's papers is found with it, by the filter and beside the paper", async () => {
  const { office, secretary, reconnect, id } = await village();
  const { commune } = office;
  const scopes = [cellScope(commune.east.org), "office" as const];
  const papers = [
    await commune.paper({ scopes, number: "118-KH/ĐU" }),
    await commune.paper({ scopes, number: "119-KH/ĐU" }),
  ] as const;
  for (const { text } of papers) await office.putText(text);
  await office.log.accept(papers.map(({ signed }) => signed));
  await reconnect(secretary);
  const called = await detailOf(secretary.meetings, id);
  const [plan, other] = papers;
  await secretary.meetings.change(id, {
    ...regularMeeting(called.startsAt, called.agenda),
    papers: [plan.id, other.id],
  });
  const { member } = secretary;
  const writing = await secretary.meetings.openMinutes(id);
  const named = newLocalId<TaskId>(commune.random);
  const unnamed = newLocalId<TaskId>(commune.random);
  writing.putTask(named, { point, at: 1, lead: member, support: [], paper: plan.id });
  typeInto(writing.text("task", named), "Chuẩn bị bao cát");
  writing.putTask(unnamed, { point, at: 2, lead: member, support: [] });
  typeInto(writing.text("task", unnamed), "Quét nhà văn hóa");
  const close = await secretary.meetings.close(await detailOf(secretary.meetings, id), writing, end(office));
  expect(close).toMatchObject({ ok: true });
  await reconnect(secretary);

  const finding = await secretary.device.library.finding();
  const tasked = await finding.findOnce({ words: "", filter: { show: "all", tasks: true } }, 5);
  expect(tasked.papers.map(({ row }) => row.id)).toEqual([plan.id]);
  const reading = await secretary.device.reading();
  const tasksOf = async (paper: typeof plan) =>
    (await reading.related(paper.id)).tasks.map(({ text }) => text).sort();
  expect(await tasksOf(plan)).toEqual(["Chuẩn bị bao cát", "Quét nhà văn hóa"]);
  // It was said of the other paper; the second was said of none.
  expect(await tasksOf(other)).toEqual(["Quét nhà văn hóa"]);
});

it("closed, the minutes, their tasks and the roll reach who may read them, and nobody else", async () => {
  const { office, secretary, deputy, member, stranger, desk, reconnect, id } = await village();
  await secretary.meetings.mark(id, secretary.member, "present");
  await secretary.meetings.mark(id, deputy.member, "present");
  await secretary.meetings.mark(id, member.member, "excused", "ốm");
  const writing = await secretary.meetings.openMinutes(id);
  say(writing, "s1", "Đường vào xóm hỏng từ mùa mưa.", deputy.member);
  typeInto(writing.text("conclusion", point), "Sửa đường.");
  writing.putVote("v1", { point, at: 7, form: "card", needs: "majority", agree: 2, disagree: 0, other: 0 });
  typeInto(writing.text("vote", "v1"), "Góp mỗi hộ hai ngày công");
  const task = newLocalId<TaskId>(office.commune.random);
  writing.putTask(task, { point, at: 8, lead: member.member, support: [], dueOn: "2026-12-20" });

  const before = await detailOf(secretary.meetings, id);
  expect(await secretary.meetings.close(before, writing, end(office))).toEqual({
    ok: false,
    error: "unfinished",
  });
  typeInto(writing.text("task", task), "Thu ngày công");
  expect(await secretary.meetings.close(before, writing, end(office))).toEqual({
    ok: true,
    value: undefined,
  });
  expect(await secretary.meetings.close(before, writing, end(office))).toEqual({
    ok: false,
    error: "closed",
  });

  await reconnect(secretary, deputy, member, desk, stranger);
  for (const { meetings } of [secretary, deputy, member, desk]) {
    const record = await now(meetings.record(id), (one) => one !== undefined);
    expect(record).toMatchObject({
      hostName: "Chi bộ thôn Đông",
      communeName: "Đảng bộ xã Thử",
      figures: { strength: 3, present: 2, excused: 1, denominator: 3, voters: 2, valid: true },
      minutes: { missing: 0, addenda: [] },
    });
    expect(record?.closing.roll.find((one) => one.member === member.member)).toMatchObject({
      presence: "excused",
      reason: "ốm",
    });
    expect(byPoint(record?.minutes.lines ?? []).find((one) => one.point === point)?.lines).toEqual([
      {
        is: "statement",
        member: deputy.member,
        name: "Đảng viên 1A",
        text: "Đường vào xóm hỏng từ mùa mưa.",
      },
      { is: "conclusion", text: "Sửa đường." },
      {
        is: "vote",
        matter: "Góp mỗi hộ hai ngày công",
        form: "card",
        needs: "majority",
        agree: 2,
        disagree: 0,
        other: 0,
        carried: true,
      },
      { is: "task", task, text: "Thu ngày công", lead: "Đảng viên 1B", dueOn: "2026-12-20" },
    ]);
  }
  expect(await now(stranger.meetings.record(id))).toBeUndefined();
  const types = async (phone: Phone) =>
    (await phone.device.store.mirror.views.toArray())
      .map(({ kind, id: subject }) => `${kind} ${subject}`)
      .sort();
  expect(await types(stranger)).toEqual([]);
  // Members read what was adopted, never what was typed on the way there.
  expect(await types(member)).toEqual([`meeting ${id}`, `minutes ${id}`, `task ${task}`].sort());
  const minutes = await member.device.store.mirror.views.get(["minutes", id]);
  expect(minutes?.view).toMatchObject({ edits: [] });
});

it("a meeting whose closing breaks off at any table is not closed, and can be closed again", async () => {
  const { office, secretary, member, id } = await village();
  const { work, mirror } = secretary.device.store;
  const writing = await secretary.meetings.openMinutes(id);
  const task = newLocalId<TaskId>(office.commune.random);
  writing.putTask(task, { point, at: 8, lead: member.member, support: [] });
  typeInto(writing.text("task", task), "Thu ngày công");
  await writing.sign();
  const counts = async () => [
    await mirror.outbox.count(),
    await mirror.views.count(),
    await mirror.entries.count(),
  ];
  const before = await counts();
  for (const table of [work.entries, work.views, work.outbox]) {
    const torn = () => {
      throw new Error("the battery is dead");
    };
    table.hook("creating", torn);
    table.hook("updating", torn);
    const detail = await detailOf(secretary.meetings, id);
    await expect(secretary.meetings.close(detail, writing, end(office))).rejects.toThrow("battery");
    table.hook("creating").unsubscribe(torn);
    table.hook("updating").unsubscribe(torn);
    expect(await counts()).toEqual(before);
    expect(await now(secretary.meetings.record(id))).toBeUndefined();
  }
  const detail = await detailOf(secretary.meetings, id);
  expect(await secretary.meetings.close(detail, writing, end(office))).toMatchObject({ ok: true });
  expect(await now(secretary.meetings.record(id))).toBeDefined();
});

it("two phones close one meeting unknown to each other: the earlier end holds everywhere, no task is given twice", async () => {
  const { office, secretary, deputy, member, reconnect, id } = await village();
  const writing = await secretary.meetings.openMinutes(id);
  const task = newLocalId<TaskId>(office.commune.random);
  writing.putTask(task, { point, at: 8, lead: member.member, support: [] });
  typeInto(writing.text("task", task), "Thu ngày công");
  await writing.sign();
  await reconnect(secretary, deputy);
  for (const { line } of [secretary, deputy]) line.up = false;

  const other = await deputy.meetings.openMinutes(id);
  await until(() => other.read().tasks.length === 1);
  for (const [phone, words] of [
    [secretary, writing],
    [deputy, other],
  ] as const) {
    const detail = await detailOf(phone.meetings, id);
    expect(await phone.meetings.close(detail, words, { ...end(office), chair: phone.member })).toMatchObject({
      ok: true,
    });
  }
  await reconnect(deputy, secretary, member);
  await reconnect(deputy, secretary);
  for (const { meetings } of [secretary, deputy, member]) {
    const record = await now(meetings.record(id), (one) => one?.closing.chair === secretary.member);
    expect(record?.minutes).toMatchObject({ missing: 0 });
  }
  const tasks = await member.device.store.mirror.views.where("kind").equals("task").toArray();
  expect(tasks.map((one) => one.id)).toEqual([task]);
});

it("words that come after the minutes were adopted are shown to the officers, and can be added", async () => {
  const { office, secretary, deputy, member, reconnect, id } = await village();
  const writing = await secretary.meetings.openMinutes(id);
  say(writing, "s1", "Đường vào xóm hỏng từ mùa mưa.");
  const other = await deputy.meetings.openMinutes(id);
  say(other, "s2", "Đề nghị chi bộ kiểm tra quỹ.", deputy.member);
  await other.sign();
  const detail = await detailOf(secretary.meetings, id);
  expect(await secretary.meetings.close(detail, writing, end(office))).toMatchObject({ ok: true });
  expect(await now(secretary.meetings.lateWords(id))).toEqual([]);
  await reconnect(deputy, secretary, deputy, member);
  const late = [{ name: "Đảng viên 1A", text: "Đề nghị chi bộ kiểm tra quỹ." }];
  for (const { meetings } of [secretary, deputy])
    expect(await now(meetings.lateWords(id), (words) => words.length > 0)).toEqual(late);
  expect(await now(member.meetings.lateWords(id))).toEqual([]);
  // Adopted minutes did not change by it; an addendum says it to everyone.
  await secretary.meetings.amend(id, "Đồng chí Đảng viên 1A: Đề nghị chi bộ kiểm tra quỹ.");
  expect(await now(secretary.meetings.lateWords(id), (words) => words.length === 0)).toEqual([]);
  await reconnect(secretary, member);
  const record = await now(member.meetings.record(id), (one) => one?.minutes.addenda.length === 1);
  expect(record?.minutes.lines.filter(({ is }) => is === "statement")).toHaveLength(1);
});

it("minutes longer than one entry travel in parts", async () => {
  const { office, secretary, member, reconnect, id } = await village();
  const writing = await secretary.meetings.openMinutes(id);
  const long = "Đồng chí nêu ý kiến về việc chung của thôn. ".repeat(12).trim();
  for (let i = 0; i < 200; i += 1) say(writing, `s${i}`, `${i}. ${long}`);
  expect(
    await secretary.meetings.close(await detailOf(secretary.meetings, id), writing, end(office)),
  ).toMatchObject({
    ok: true,
  });
  await reconnect(secretary, member);
  const record = await now(member.meetings.record(id), (one) => one !== undefined);
  expect(record?.closing.parts).toBeGreaterThan(1);
  expect(record?.minutes.missing).toBe(0);
  const said = record?.minutes.lines.filter(({ is }) => is === "statement") ?? [];
  expect(said).toHaveLength(200);
  expect(said[199]).toMatchObject({ text: `199. ${long}` });
});
