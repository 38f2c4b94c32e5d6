import "fake-indexeddb/auto";
import Dexie from "dexie";
import { expect, onTestFinished, test } from "vitest";
import { browserTimer } from "../browser-ports";
import { createTestTimer } from "../sync/test-ports";
import { createStore, type StoreLoss } from "./open-store";
import { isQuotaError } from "./quota";
import { createWatch } from "./watch";

let databases = 0;
const setUp = (timer = browserTimer) => {
  databases += 1;
  const losses: StoreLoss[] = [];
  const store = createStore(`store-${databases}`, timer, (why) => losses.push(why));
  onTestFinished(() => store.close());
  return { store, losses };
};

test("what the person writes goes through a strict connection, what was pulled through a relaxed one", () => {
  const { store } = setUp();
  const durability = (db: Dexie) =>
    (db as unknown as { _options: { chromeTransactionDurability: string } })._options
      .chromeTransactionDurability;
  expect([durability(store.work), durability(store.mirror)]).toEqual(["strict", "relaxed"]);
});

test("makes way for a newer app in another tab, and says so", async () => {
  const { store, losses } = setUp();
  await store.open();
  const newer = new Dexie(store.name);
  newer.version(1000).stores({ meta: "name", more: "id" });
  await newer.open();
  newer.close();
  expect(losses).toEqual(["outdated"]);
  expect(await store.probe()).toBe(false);
});

test("a wipe in another tab is told apart from a newer app", async () => {
  const { store, losses } = setUp();
  await store.open();
  await Dexie.delete(store.name);
  expect(losses).toEqual(["deleted"]);
});

test("a dead connection is dropped and opened once more", async () => {
  const { store, losses } = setUp();
  await store.open();
  await store.mirror.meta.put({ name: "policy", value: "wifi" });
  // As Safari does after sleep: the handle is closed under the app.
  store.mirror.backendDB().close();
  expect(await store.probe()).toBe(true);
  expect(await store.mirror.meta.get("policy")).toMatchObject({ value: "wifi" });
  expect(losses).toEqual([]);
});

test("a database that never answers is given up", async () => {
  const timer = createTestTimer();
  const { store, losses } = setUp(timer);
  // An old tab whose connection does not make way.
  const blocker = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open(store.name, 5);
    opening.onsuccess = () => resolve(opening.result);
  });
  const opened = store.open();
  await new Promise((resolve) => setTimeout(resolve, 50));
  timer.advance(20_000);
  expect(await opened).toBe(false);
  expect(losses).toEqual(["lost"]);
  blocker.close();
});

test("knows a full disk however it is wrapped", () => {
  expect(isQuotaError(new DOMException("full", "QuotaExceededError"))).toBe(true);
  expect(isQuotaError({ name: "AbortError", inner: { name: "QuotaExceededError" } })).toBe(true);
  expect(isQuotaError({ name: "BulkError", failures: [{ name: "QuotaExceededError" }] })).toBe(true);
  expect(isQuotaError(new Error("else"))).toBe(false);
  expect(isQuotaError(undefined)).toBe(false);
});

test("a watch reads at once, then as rarely as changes come in bunches, and always the last one", async () => {
  const timer = createTestTimer();
  const { store } = setUp();
  await store.open();
  let reads = 0;
  const values: number[] = [];
  const stop = createWatch({
    store,
    timer,
    ready: Promise.resolve(),
    tables: ["texts"],
    query: () => {
      reads += 1;
      return store.mirror.texts.count();
    },
  }).subscribe((value) => values.push(value));
  const settle = () => new Promise((resolve) => setTimeout(resolve, 20));
  await settle();
  for (let i = 0; i < 20; i += 1)
    await store.mirror.texts.add({ hashes: [], ends: [], data: new Uint8Array() });
  await settle();
  expect(reads).toBe(1);
  timer.advance(300);
  await settle();
  expect(values).toEqual([0, 20]);
  stop();
  await store.mirror.texts.clear();
  timer.advance(300);
  await settle();
  expect(reads).toBe(2);
});
