import "fake-indexeddb/auto";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { createDatabase } from "./database";

afterEach(() => {
  globalThis.earlyDatabase = undefined;
});

let names = 0;
const newName = () => {
  names += 1;
  return `early-${names}`;
};

/** A database as an earlier visit left it. */
const visited = async (name: string) => {
  const db = createDatabase(name, "relaxed");
  await db.meta.put({ name: "offset", value: 5 });
  db.close();
};

/** What `public/early.js` does. */
const openEarly = (name: string): Promise<IDBDatabase | undefined> =>
  new Promise((resolve) => {
    const opening = indexedDB.open(name);
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = (event) => {
      event.preventDefault();
      resolve(undefined);
    };
  });

const openApp = (name: string) => {
  const db = createDatabase(name, "relaxed");
  onTestFinished(() => db.close());
  return db;
};

test("what was opened early is taken over, once", async () => {
  const name = newName();
  await visited(name);
  globalThis.earlyDatabase = openEarly(name);
  const early = await globalThis.earlyDatabase;
  const open = vi.spyOn(indexedDB, "open");
  const db = openApp(name);
  expect((await db.meta.get("offset"))?.value).toBe(5);
  expect(open).not.toHaveBeenCalled();
  expect(db.backendDB()).toBe(early);
  expect(globalThis.earlyDatabase).toBeUndefined();
  db.close();
  await db.open();
  expect((await db.meta.get("offset"))?.value).toBe(5);
  expect(open).toHaveBeenCalledTimes(1);
  open.mockRestore();
});

test("where there was none, or another, the database is made as always", async () => {
  for (const early of [newName(), "other"]) {
    if (early === "other") await visited(early);
    const name = newName();
    globalThis.earlyDatabase = openEarly(early);
    const db = openApp(name);
    await db.meta.put({ name: "offset", value: 7 });
    expect((await db.meta.get("offset"))?.value).toBe(7);
    expect(db.verno).toBe(6);
  }
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain("early-2");
});

test("one of an older version is closed and upgraded", async () => {
  const name = newName();
  await new Promise<void>((resolve) => {
    const old = indexedDB.open(name, 5);
    old.onsuccess = () => {
      old.result.close();
      resolve();
    };
  });
  globalThis.earlyDatabase = openEarly(name);
  const db = openApp(name);
  await db.meta.put({ name: "offset", value: 9 });
  expect((await db.meta.get("offset"))?.value).toBe(9);
});
