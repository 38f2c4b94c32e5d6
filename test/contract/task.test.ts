import { expect, test as it } from "vitest";
import type { RunningDevice } from "../../src/device/create-device";
import type { MeetingDraft } from "../../src/device/meetings/meetings";
import type { TaskRow } from "../../src/device/tasks/tasks";
import { dayAt } from "../../src/domain/commune-day";
import type { TaskId } from "../../src/domain/ids";
import { now, openMachine } from "../support/machine";
import { createTestOffice } from "../support/office";

const open = async (...args: Parameters<typeof openMachine>) => {
  const machine = await openMachine(...args);
  return { ...machine, tasks: await machine.device.tasks() };
};
type Machine = Awaited<ReturnType<typeof open>>;

/** The secretary, two members and the office's desk, and a member of another cell, all synced and without a signal. */
const village = async () => {
  const office = await createTestOffice();
  const { east, west, office: clerk } = office.commune;
  const secretary = await open(office, east.secretary.member, east.org, "secretary");
  const anh = await open(office, east.members[0].member, east.org);
  const binh = await open(office, east.members[1].member, east.org);
  const stranger = await open(office, west.members[0].member, west.org);
  const desk = await open(office, clerk.member, clerk.org, "office");
  const everyone = [secretary, anh, binh, stranger, desk];
  for (const { device } of everyone) await device.sync();
  for (const { line } of everyone) line.up = false;
  /** The signal is there for as long as these sync. */
  const connect = async (...machines: readonly Machine[]) => {
    for (const machine of machines) {
      machine.line.up = true;
      await machine.device.sync();
      machine.line.up = false;
    }
  };
  return { office, secretary, anh, binh, stranger, desk, connect };
};

const seen = async (
  { tasks }: Machine,
  id: TaskId,
  until: (row: TaskRow) => boolean = () => true,
): Promise<TaskRow> => {
  const rows = await now(tasks.list(), (list) => list.some((row) => row.id === id && until(row)));
  return rows.find((row) => row.id === id) as TaskRow;
};
const countOf = async (device: RunningDevice): Promise<number> =>
  (await now((await device.tasks()).list())).length;

it("a task is assigned and reported on with no network; secretary, member and office see one task, another cell none", async () => {
  const { office, secretary, anh, binh, stranger, desk, connect } = await village();
  const dueOn = dayAt(office.clock.now() + 3 * 86_400_000);
  const draft = {
    text: "Vận động ba hộ hiến đất làm đường",
    lead: anh.member,
    support: [binh.member],
    dueOn,
  };
  const id = await secretary.tasks.assign(draft);
  expect(await seen(secretary, id)).toMatchObject({
    text: draft.text,
    hostName: "Chi bộ thôn Đông",
    lead: { id: anh.member, name: "Đảng viên 1A" },
    support: [{ id: binh.member, name: "Đảng viên 1B" }],
    dueOn,
    standing: "waiting",
    mine: false,
    reports: true,
    changes: true,
  });
  await connect(secretary, anh, stranger, desk);
  expect(await seen(anh, id)).toMatchObject({ mine: true, reports: true, changes: false });
  expect(await countOf(stranger.device)).toBe(0);

  await anh.tasks.progress(id, "doing", "Hai hộ đã đồng ý");
  await anh.tasks.progress(id, "done");
  await connect(anh, secretary, desk, stranger);
  for (const machine of [anh, secretary, desk]) {
    const row = await seen(machine, id, ({ progress }) => progress.length === 2);
    expect(row).toMatchObject({ state: "done", standing: "done-in-time" });
    expect(row.progress).toMatchObject([
      { state: "doing", note: "Hai hộ đã đồng ý", name: "Đảng viên 1A" },
      { state: "done" },
    ]);
  }
  expect(await countOf(stranger.device)).toBe(0);
  // The desk sees it; it is not the office's to change.
  expect(await seen(desk, id)).toMatchObject({ reports: false, changes: false });
});

it("a task goes over to another member; a task past its day is overdue, and one dropped stays dropped", async () => {
  const { office, secretary, anh, binh, connect } = await village();
  const dueOn = dayAt(office.clock.now());
  const draft = { text: "Thu đảng phí tháng 12", lead: anh.member, support: [], dueOn };
  const id = await secretary.tasks.assign(draft);
  await connect(secretary, anh, binh);
  expect(await seen(binh, id)).toMatchObject({ mine: false, reports: false });
  await secretary.tasks.change(id, { ...draft, lead: binh.member });
  // He reports before he hears of it: his word stands in the log, and no longer counts.
  await anh.tasks.progress(id, "done");
  await connect(secretary, anh, binh, secretary);
  expect(await seen(anh, id, ({ mine }) => !mine)).toMatchObject({ state: "waiting" });
  expect(await seen(binh, id, ({ mine }) => mine)).toMatchObject({ standing: "waiting", progress: [] });
  expect(await seen(secretary, id, ({ lead }) => lead.id === binh.member)).toMatchObject({
    state: "waiting",
  });

  office.clock.advance(2 * 86_400_000);
  expect(await seen(binh, id)).toMatchObject({ standing: "overdue" });
  await expect(anh.tasks.change(id, draft)).rejects.toThrow("not-allowed");
  await secretary.tasks.progress(id, "dropped", "Xã thu chung");
  await binh.tasks.progress(id, "doing");
  expect(await seen(binh, id, ({ state }) => state === "doing")).toMatchObject({ standing: "overdue" });
  await connect(secretary, binh, secretary);
  for (const machine of [secretary, binh]) {
    const { progress } = await seen(machine, id, ({ standing }) => standing === "dropped");
    expect(progress).toMatchObject([{ state: "dropped", note: "Xã thu chung", name: "Bí thư Số 1" }]);
  }
});

it("a task of a committee's meeting reaches a member of the cell who is put on it later", async () => {
  const { office, secretary, anh, binh, connect } = await village();
  const meetings = await secretary.device.meetings();
  const call: MeetingDraft = {
    kind: "committee",
    title: "Họp chi ủy tháng 12",
    place: "Nhà văn hóa",
    startsAt: office.clock.now(),
    minutes: 60,
    agenda: [],
    papers: [],
  };
  const meeting = await meetings.call(call);
  const draft = { text: "Chuẩn bị chuyên đề quý I", lead: secretary.member, support: [] };
  const id = await secretary.tasks.assign(draft, meeting);
  expect(await seen(secretary, id)).toMatchObject({
    mine: true,
    meeting: { id: meeting, title: "Họp chi ủy tháng 12" },
  });
  await connect(secretary, anh, binh);
  expect(await countOf(anh.device)).toBe(0);
  await secretary.tasks.change(id, { ...draft, support: [anh.member] });
  await connect(secretary, anh, binh);
  expect(await seen(anh, id)).toMatchObject({ text: draft.text, mine: true });
  expect((await seen(anh, id)).meeting).toBeUndefined();
  expect(await countOf(binh.device)).toBe(0);
  await anh.tasks.progress(id, "done");
  await connect(anh, secretary);
  expect(await seen(secretary, id, ({ state }) => state === "done")).toMatchObject({
    standing: "done-in-time",
  });
});

it("a task that a paper asks for is found from the paper: at its end, and by the filter", async () => {
  const { office, secretary, anh, connect } = await village();
  const { id: paper } = await office.issue(await office.commune.paper());
  await connect(secretary);
  const draft = { text: "Nạo vét mương", lead: anh.member, support: [] };
  const id = await secretary.tasks.assign({ ...draft, paper });
  // Its words change, where it comes from does not.
  await secretary.tasks.change(id, { ...draft, text: "Nạo vét mương bai" });
  await connect(secretary, anh);
  for (const { device } of [secretary, anh]) {
    const reading = await device.reading();
    expect((await reading.related(paper)).tasks).toMatchObject([{ id, text: "Nạo vét mương bai" }]);
    const finding = await device.library.finding();
    const question = { words: "", filter: { show: "all" } as const };
    expect(await now(finding.facets(question), ({ tasks }) => tasks > 0)).toMatchObject({ tasks: 1 });
  }
});
