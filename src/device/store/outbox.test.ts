import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { EntryId } from "../../domain/ids";
import { createDatabase, type Database } from "./database";
import { outboxRows, removeFromOutbox } from "./outbox";
import type { OutboxState } from "./rows";

let db: Database;
beforeEach(() => {
  db = createDatabase("outbox", "relaxed");
});
afterEach(() => db.delete());

const add = (states: readonly OutboxState[]) =>
  db.outbox.bulkAdd(
    states.map((state, i) => ({
      id: `entry ${i}` as EntryId,
      signature: "",
      payload: "",
      state,
      queuedAt: 0,
      offset: 0,
    })),
  );
const ids = async (states: readonly OutboxState[]) => (await outboxRows(db, states)).map(({ id }) => id);

test("rows of several states stand in the order they were written", async () => {
  await add(["waiting", "refused", "returned", "waiting"]);
  expect(await ids(["waiting", "returned"])).toEqual(["entry 0", "entry 2", "entry 3"]);
  expect(await ids(["refused"])).toEqual(["entry 1"]);
});

test("what is settled goes in runs, and what lies between stays", async () => {
  await add(["waiting", "waiting", "refused", "waiting", "waiting", "waiting"]);
  const [first, second, fourth] = await outboxRows(db, ["waiting"]);
  await removeFromOutbox(
    db,
    [first, second, fourth].flatMap((row) => row ?? []),
  );
  expect(await ids(["waiting", "refused"])).toEqual(["entry 2", "entry 4", "entry 5"]);
  await removeFromOutbox(db, []);
  expect(await db.outbox.count()).toBe(3);
});
