import "fake-indexeddb/auto";
import { expect, onTestFinished, test } from "vitest";
import type { EntryId } from "../../domain/ids";
import { createDatabase } from "./database";
import { addEntries, countEntries, findEntries, getEntries, removeEntries, replaceEntries } from "./entries";
import type { EntryRow } from "./rows";

const row = (n: number, payload = `số ${n}`): EntryRow => ({
  id: `0190-${String(n).padStart(4, "0")}` as EntryId,
  signature: `s${n}`,
  payload,
});
const id = (n: number) => row(n).id;

test.each([3, 40])("of %i entries in bunches each is found, changed and removed by itself", async (each) => {
  const db = createDatabase(`entries-${each}`, "relaxed");
  onTestFinished(() => db.close());
  const numbers = Array.from({ length: each * 2 }, (_, i) => i);
  await addEntries(db, []);
  // Woven into each other, as entries of two scopes are.
  await addEntries(
    db,
    numbers.filter((n) => n % 2 === 0).map((n) => row(n)),
  );
  await addEntries(
    db,
    numbers.filter((n) => n % 2 === 1).map((n) => row(n)),
  );
  expect(await db.entries.count()).toBe(2);
  expect(await countEntries(db)).toBe(each * 2);

  const asked = [...numbers.slice(1).map(id), id(9999)];
  expect([...(await getEntries(db, asked)).keys()].sort()).toEqual(numbers.slice(1).map(id));
  expect(await getEntries(db, [])).toEqual(new Map());

  const { payload: _, ...stub } = row(2);
  await replaceEntries(db, [stub, row(9999)]);
  expect((await getEntries(db, [id(2), id(4)])).get(id(2))).toEqual(stub);
  expect(await findEntries(db, ({ payload }) => payload === undefined)).toEqual([stub]);

  await removeEntries(db, [id(0), id(1), id(9999)]);
  expect((await getEntries(db, numbers.map(id))).size).toBe(each * 2 - 2);
  await removeEntries(db, numbers.map(id));
  expect(await db.entries.count()).toBe(0);
});
