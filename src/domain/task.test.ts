import fc from "fast-check";
import { expect, test } from "vitest";
import { entryOf, idNamed, keyNamed } from "../../test/support/entries";
import type { Author, Entry } from "./entry";
import { definitionOf } from "./every-definition";
import type { EntryId, MemberId, OrgId, TaskId } from "./ids";
import { cellScope, committeeScope, memberScope, type Scope } from "./scope";
import { emptyTask, type TaskView, taskScopes } from "./task";
import { standingOf, type Task, type TaskStanding, taskOf } from "./task-view";

const host = idNamed<OrgId>("east");
const other = idNamed<OrgId>("west");
const task = idNamed<TaskId>("task");
const person = (name: string) => idNamed<MemberId>(name);
const [anh, binh, chi] = [person("anh"), person("binh"), person("chi")];

type Rank = "member" | "committee" | "secretary" | "office";
const author = (member: MemberId, rank: Rank = "member", org = host): Author => ({
  key: keyNamed(member),
  root: false,
  office: rank === "office",
  member,
  org,
  committee: rank === "committee" || rank === "secretary",
  secretary: rank === "secretary",
});
const secretary = author(person("bithu"), "secretary");
const deputy = author(person("phobithu"), "secretary");
const committee = author(person("chiuy"), "committee");
const clerk = author(person("vanthu"), "office", other);
const westSecretary = author(person("bithuwest"), "secretary", other);

let made = 0;
const write = (type: string, at: number, body: object, by: Author, scopes: readonly Scope[] = rooms) => {
  made += 1;
  const id = `01900000-0000-7000-8000-${`${made}`.padStart(12, "0")}` as EntryId;
  return { entry: entryOf(type, by.key, at, scopes, task, body, id), author: by };
};
type Written = ReturnType<typeof write>;

const first = { host, text: "Thu đảng phí quý IV", lead: anh, support: [binh], dueOn: "2026-12-05" };
const rooms: readonly Scope[] = taskScopes([cellScope(host), "office"], first);
const assigned = write("task.assigned", 1, first, secretary);
const changed = (at: number, change: object, by = secretary, scopes = rooms) =>
  write("task.changed", at, { ...first, ...change }, by, scopes);
const says = (at: number, by: Author, state: string, from: OrgId | "office" = host, note?: string) =>
  write("task.progressed", at, { host: from, state, ...(note && { note }) }, by);

const reduce = (entries: readonly Written[]): TaskView =>
  entries.reduce<TaskView>(
    (view, { entry, author }) => definitionOf(entry.type)?.reduce(view, entry as Entry, author) as TaskView,
    emptyTask,
  );
const read = (...entries: readonly Written[]) => taskOf(reduce([assigned, ...entries]));

// biome-ignore format: a table is read by its rows
const words: readonly (readonly [what: string, entries: readonly Written[], state: Task["state"], endedAt: number | undefined])[] = [
  ["nobody said anything", [], "waiting", undefined],
  ["its lead", [says(5, author(anh), "doing")], "doing", undefined],
  ["who supports him", [says(5, author(binh), "done")], "done", 5],
  ["a member of the cell who has no part in it", [says(5, author(chi), "done")], "waiting", undefined],
  ["an officer of the cell", [says(5, committee, "done")], "done", 5],
  ["the office, of a task that is not its own", [says(5, clerk, "done")], "waiting", undefined],
  ["its lead, who has moved to another cell", [says(5, author(anh, "member", other), "done")], "done", 5],
  ["its lead drops it", [says(5, author(anh), "dropped")], "waiting", undefined],
  ["an officer drops it", [says(5, secretary, "dropped")], "dropped", 5],
  ["its lead, who had not heard that it was dropped", [says(5, secretary, "dropped"), says(6, author(anh), "done")], "dropped", 5],
  ["its lead, once an officer took it up again", [says(5, secretary, "dropped"), says(6, committee, "doing"), says(7, author(anh), "done")], "done", 7],
  ["an officer takes it up again", [says(5, secretary, "dropped"), says(6, secretary, "doing")], "doing", undefined],
  ["its lead, under the name of another host", [says(5, author(anh), "done", other)], "waiting", undefined],
  ["a secretary of another cell", [says(5, westSecretary, "dropped", other)], "waiting", undefined],
  ["he, as if he were of this cell's committee", [says(5, westSecretary, "dropped")], "waiting", undefined],
  ["the later of two words", [says(6, author(anh), "done"), says(5, author(binh), "doing")], "done", 6],
  ["done, and taken back", [says(5, author(anh), "done"), says(6, author(anh), "doing")], "doing", undefined],
  ["a note on what is done already", [says(5, author(anh), "done"), says(9, author(binh), "done", host, "Còn biên lai")], "done", 5],
  ["who was taken off it", [says(5, author(binh), "done"), changed(6, { support: [] })], "waiting", undefined],
  ["who was put on it", [says(5, author(chi), "done"), changed(6, { support: [chi] })], "done", 5],
];

test.each(words)("whose word counts: %s", (_, entries, state, endedAt) => {
  const found = read(...entries);
  expect([found?.state, found?.endedAt]).toEqual([state, endedAt]);
});

test("of two changes the later holds, and none of another host", () => {
  const task = read(
    changed(5, { text: "Thu đảng phí cả năm", dueOn: "2026-12-20", lead: chi }, deputy),
    changed(4, { text: "Thu đảng phí quý III" }),
    changed(9, { host: other, text: "Chiếm việc" }, westSecretary),
  );
  expect(task).toMatchObject({ host, text: "Thu đảng phí cả năm", dueOn: "2026-12-20", lead: chi });
  expect(task?.assignedAt).toBe(1);
});

test("it is spoken of in the rooms of its meeting and among its people of today", () => {
  const [anhs, binhs, chis] = [anh, binh, chi].map(memberScope);
  const task = read(
    changed(5, { lead: chi, support: [anh] }, secretary, [
      cellScope(host),
      "office",
      chis,
      anhs,
      binhs,
    ] as Scope[]),
  );
  expect(task?.scopes).toEqual([cellScope(host), "office", chis, anhs]);
});

test("who was put on a committee's task reads the change alone, and has the task", () => {
  const room = taskScopes([committeeScope(host), "office"], { lead: chi, support: [] });
  const alone = changed(5, { lead: chi, support: [] }, secretary, room);
  const forged = changed(6, { host: other, lead: chi, text: "Việc khác" }, westSecretary);
  expect(taskOf(reduce([]))).toBeUndefined();
  expect(taskOf(reduce([alone, forged]))).toMatchObject({ host, lead: chi, scopes: room, assignedAt: 5 });
});

test("in whatever order entries come, the task is the same", () => {
  const entries = [
    assigned,
    changed(4, { text: "Lần hai" }),
    changed(4, { text: "Lần ba", support: [chi] }, deputy),
    changed(8, { host: other }, westSecretary),
    says(3, author(anh), "doing"),
    says(5, author(binh), "done"),
    says(6, author(chi), "doing", host, "Còn hai hộ"),
    says(6, author(anh), "doing", host, "Còn ba hộ"),
    says(7, secretary, "dropped"),
    says(9, clerk, "done", "office"),
  ];
  const expected = reduce(entries);
  fc.assert(
    fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
      expect(reduce(shuffled)).toEqual(expected);
      expect(taskOf(reduce(shuffled))).toEqual(taskOf(expected));
    }),
    { numRuns: 300 },
  );
  expect(taskOf(expected)).toMatchObject({ text: "Lần ba", state: "dropped", endedAt: 7 });
});

const noon = (day: string) => Date.parse(`${day}T12:00:00+07:00`);
const dueOn = "2026-12-05";
const lastMinute = Date.parse("2026-12-05T23:59:00+07:00");
// biome-ignore format: a table is read by its rows
const standings: readonly (readonly [what: string, task: Parameters<typeof standingOf>[0], now: number, standing: TaskStanding])[] = [
  ["no day", { state: "waiting" }, noon("2027-01-01"), "waiting"],
  ["before its day", { state: "doing", dueOn }, noon("2026-12-04"), "doing"],
  ["the last minute of its day", { state: "waiting", dueOn }, lastMinute, "waiting"],
  ["a minute later", { state: "doing", dueOn }, lastMinute + 60_000, "overdue"],
  ["done the last minute", { state: "done", dueOn, endedAt: lastMinute }, noon("2027-01-01"), "done-in-time"],
  ["done a minute later", { state: "done", dueOn, endedAt: lastMinute + 60_000 }, noon("2027-01-01"), "done-late"],
  ["done, without a day", { state: "done", endedAt: 1 }, noon("2027-01-01"), "done-in-time"],
  ["dropped after its day", { state: "dropped", dueOn, endedAt: noon("2026-12-06") }, noon("2026-12-07"), "dropped"],
];

test.each(standings)("how it stands: %s", (_, task, now, standing) => {
  expect(standingOf(task, now)).toBe(standing);
});
