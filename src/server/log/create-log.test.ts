import { expect, test } from "vitest";
import { createMemoryBlobs } from "../../../test/sim/world/blobs";
import { createMemoryDatabase } from "../../../test/sim/world/database";
import { createTestCommune } from "../../../test/support/commune";
import { cellScope, memberScope } from "../../domain/scope";
import { createLog } from "./create-log";
import type { Journal } from "./journal";

/** A journal that takes its time once `hold` was called. */
const slowJournal = () => {
  let held: Promise<void> | undefined;
  let writing: Promise<void> | undefined;
  let appended = 0;
  const journal: Journal = {
    epoch: "one",
    count: 0,
    lastSeq: 0,
    begin: () => undefined,
    append: async () => {
      appended += 1;
      writing = held;
      await held;
    },
    settled: async () => writing,
    records: async function* () {},
    reopen: async () => undefined,
    close: async () => undefined,
  };
  const hold = () => {
    let release = () => {};
    held = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  };
  return { journal, hold, appended: () => appended };
};

test("whoever is moved to another cell is judged by it as soon as pages show it, however long the journal takes", async () => {
  const commune = await createTestCommune();
  const { journal, hold, appended } = slowJournal();
  const { database } = createMemoryDatabase().connect("pglite");
  const log = await createLog({
    database,
    journal,
    blobs: createMemoryBlobs(),
    clock: commune.clock,
    root: commune.root.id,
  });
  await log.accept(commune.founding);
  const { member, org } = commune.east.members[0];
  const to = commune.west.org;
  const moved = await commune.sign(commune.office.signer, {
    type: "member.moved",
    scopes: [cellScope(org), cellScope(to), memberScope(member), "office"],
    subject: member,
    body: { name: "Đảng viên 1A", from: org, to, kind: "official", devices: [] },
  });
  const before = appended();
  const release = hold();
  const moving = log.accept([moved]);
  await expect.poll(appended).toBe(before + 1);
  expect((await log.directory()).members.get(member)?.org).toBe(to);
  release();
  expect(await moving).toMatchObject([{ is: "applied" }]);
});
