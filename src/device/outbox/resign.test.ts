import { expect, onTestFinished, test, vi } from "vitest";
import {
  everything,
  helloLine,
  type ScriptedPhone,
  setUpPhone,
  verdictLines,
} from "../../../test/support/scripted-office";
import { receiptScopes } from "../../domain/document";
import type { Refusal } from "../../domain/refusal";
import { memberScope } from "../../domain/scope";
import type { SignedEntry } from "../../protocol/signed-entry";
import { pageLines, toBody } from "../sync/replay";

/** A phone whose receipt the server refuses the first time; `bring`: the server has it then, from somebody else. */
const refuseOnce = async (code: Refusal) => {
  let brought: readonly SignedEntry[] = [];
  const pushed: SignedEntry[] = [];
  const phone: ScriptedPhone = await setUpPhone(async ({ sync }, commune) => {
    const own = memberScope(commune.east.members[0].member);
    if (!sync?.hello.cursors.commune) return everything(commune, phone.own);
    const first = pushed.length === 0;
    pushed.push(...sync.push);
    const fresh = sync.hello.cursors[own] ? [] : brought;
    return toBody([
      helloLine(commune),
      ...verdictLines(sync.push, () => (first ? { is: "rejected", code } : { is: "applied" })),
      ...(fresh.length > 0 ? (await pageLines(own, fresh)).lines : []),
      { tag: "end", more: false },
    ]);
  });
  const { device, commune } = phone;
  const { member, org } = commune.east.members[0];
  await device.sync();
  const [id] = await device.write([
    { type: "document.read", scopes: receiptScopes(org, member), subject: "aaaaaaaaaaaa", body: {} },
  ]);
  if (!id) throw new Error("one was written");
  const { mirror } = device.store;
  const rows = async () => (await mirror.outbox.toArray()).map(({ id, state }) => ({ id, state }));
  /** How many entries make up what this phone knows of the paper. */
  const entries = async () => (await mirror.documents.get("aaaaaaaaaaaa" as never))?.entries.length ?? 0;
  const bring = () => {
    brought = pushed.slice(0, 1);
  };
  return { phone, device, id, rows, entries, pushed, bring };
};

test("what was refused is signed anew in place of the old one", async () => {
  const { device, id, rows, entries, pushed } = await refuseOnce("wrong-scope");
  await device.sync();
  expect(await rows()).toEqual([{ id, state: "refused" }]);
  expect(await entries()).toBe(0);
  await device.outbox.retry(id);
  expect(await rows()).toEqual([{ id: expect.not.stringMatching(id), state: "waiting" }]);
  expect(await entries()).toBe(1);
  await device.sync();
  expect(await rows()).toEqual([]);
  expect(pushed.length).toBe(2);
});

test("one refused for a clock that was wrong is signed anew by itself", async () => {
  const { phone, device, rows, pushed, id } = await refuseOnce("clock-ahead");
  phone.skew.ms = -3 * 24 * 3600_000;
  await device.sync();
  expect(await rows()).toEqual([]);
  expect(pushed.map(({ payload }) => JSON.parse(payload).id)).toEqual([id, expect.not.stringMatching(id)]);
});

test("what somebody else brought to the server meanwhile is not signed a second time", async () => {
  const { device, id, rows, entries, bring, pushed } = await refuseOnce("not-allowed");
  await device.sync();
  bring();
  await device.sync();
  expect(await entries()).toBe(1);
  await device.outbox.retry(id);
  await device.sync();
  expect(await rows()).toEqual([]);
  expect(await entries()).toBe(1);
  expect(pushed.length).toBe(1);
});

test("nor is what comes, in another tab, while it is being signed", async () => {
  const { phone, device, id, rows, entries, bring, pushed } = await refuseOnce("not-allowed");
  await device.sync();
  bring();
  const other = await phone.openTab();
  const { sign } = crypto.subtle;
  const signing = vi.spyOn(crypto.subtle, "sign").mockImplementationOnce(async (...args) => {
    await other.sync();
    return sign.apply(crypto.subtle, args);
  });
  onTestFinished(() => signing.mockRestore());
  await device.outbox.retry(id);
  expect(signing).toHaveBeenCalled();
  await device.sync();
  expect(await rows()).toEqual([]);
  expect(await entries()).toBe(1);
  expect(pushed.length).toBe(1);
});

test("a button pressed twice signs once", async () => {
  const { device, id, rows, entries, pushed } = await refuseOnce("wrong-scope");
  await device.sync();
  await Promise.all([device.outbox.retry(id), device.outbox.retry(id)]);
  expect((await rows()).length).toBe(1);
  await device.sync();
  expect(await entries()).toBe(1);
  expect(pushed.length).toBe(2);
});
