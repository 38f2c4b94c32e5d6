import "fake-indexeddb/auto";
import { expect, onTestFinished, test } from "vitest";
import { verify } from "../../protocol/keys";
import { browserTimer } from "../browser-ports";
import { createStore } from "../store/open-store";
import { adoptPendingKey, loadSigner, makeKey } from "./device-key";

let databases = 0;
const setUp = async () => {
  databases += 1;
  const store = createStore(`key-${databases}`, browserTimer, () => undefined);
  await store.open();
  onTestFinished(() => store.close());
  return store;
};

test("a key is kept, cannot be read out, and signs after it was adopted", async () => {
  const store = await setUp();
  const made = await makeKey(store, "pending");
  const pair = (await store.mirror.keys.get("pending"))?.pair;
  expect(pair?.privateKey.extractable).toBe(false);
  await adoptPendingKey(store.work);
  expect(await loadSigner(store.mirror, "pending")).toBeUndefined();
  const signer = await loadSigner(store.mirror, "device");
  expect(signer?.id).toBe(made?.id);
  const data = new TextEncoder().encode("x");
  expect(signer && (await verify(signer.key, await signer.sign(data), data))).toBe(true);
});

test("a browser that refuses to keep a key, or loses it in silence, is found out", async () => {
  const store = await setUp();
  // iOS in lockdown mode throws.
  const { put } = store.work.keys;
  store.work.keys.put = (() => Promise.reject(new DOMException("no", "DataCloneError"))) as never;
  expect(await makeKey(store, "pending")).toBeUndefined();
  // Others say yes and read back nothing.
  store.work.keys.put = (() => Promise.resolve("pending")) as never;
  expect(await makeKey(store, "pending")).toBeUndefined();
  store.work.keys.put = put;
  expect(await makeKey(store, "pending")).toBeDefined();
});
