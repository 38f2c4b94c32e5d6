import { expect, test, vi } from "vitest";
import { next } from "../../../test/support/phone";
import {
  everything,
  helloLine,
  type ScriptedPhone,
  setUpPhone,
  verdictLines,
} from "../../../test/support/scripted-office";
import type { Refusal } from "../../domain/refusal";
import { cellScope } from "../../domain/scope";
import type { SignedEntry } from "../../protocol/signed-entry";
import type { SyncLine } from "../../protocol/sync-line";
import { toBody } from "../sync/replay";

/*
 * A server that was restored to the day before a secretary issued a paper to the cell. This member's phone has the paper and
 * brings it back; the server says no so many times.
 */
const bringBack = async (code: Refusal, times = Number.POSITIVE_INFINITY) => {
  let restored = false;
  let issued: readonly SignedEntry[] = [];
  const asked: SignedEntry[] = [];
  const phone: ScriptedPhone = await setUpPhone(async ({ path, sync, body }, commune) => {
    if (path === "/ids") {
      const { scope } = JSON.parse(body) as { readonly scope: string };
      return commune.founding
        .filter(({ entry }) => (entry.scopes as readonly string[]).includes(scope))
        .map(({ entry, signature }, i) => `${i + 1} ${entry.id} ${signature}\n`)
        .join("");
    }
    if (path !== "/sync") return "";
    if (!sync?.hello.cursors.commune) return everything(commune, phone.own, issued);
    const push = sync.push.filter(({ payload }) => payload.includes('"document.issued"'));
    asked.push(...push);
    const lines: SyncLine[] = verdictLines(sync.push, (n) =>
      push.includes(sync.push[n] as SignedEntry) && asked.length <= times
        ? { is: "rejected", code }
        : { is: "applied" },
    );
    const epoch = restored ? "two" : "one";
    return toBody([helloLine(commune, epoch), ...lines, { tag: "end", more: false }]);
  });
  const { commune, device } = phone;
  const { org, secretary } = commune.east;
  const paper = await commune.paper({ scopes: [cellScope(org), "office"] }, secretary.signer);
  issued = [paper.signed];
  await device.sync();
  const { mirror } = device.store;
  expect((await mirror.documents.get(paper.id))?.view.issued).toBeDefined();
  restored = true;
  await device.sync();
  expect(asked.map(({ signature }) => signature)).toContain(paper.signed.signature);
  return {
    phone,
    asked,
    outbox: async () => (await mirror.outbox.toArray()).map(({ state }) => state),
    shown: async () => (await mirror.documents.get(paper.id))?.view.issued !== undefined,
    /** What the person is shown of it. */
    items: () => next(device.outbox.items()),
  };
};

test("somebody else's entry that a restored server refuses for good leaves, as nobody else shows it", async () => {
  const { outbox, shown } = await bringBack("revoked-key");
  // It is his to mend: it stands neither in this person's outbox nor in the way of what is his.
  expect(await outbox()).toEqual([]);
  expect(await shown()).toBe(false);
});

test.each(["id-reused", "blob-missing"] as const)(
  "one that the server has in other words, or lacks the text of (%s), stays as this phone knows it",
  async (code) => {
    const { outbox, shown } = await bringBack(code);
    expect(await outbox()).toEqual([]);
    expect(await shown()).toBe(true);
  },
);

test.each(["not-allowed", "unknown-author", "wrong-scope"] as const)(
  "one that rests on what this phone brings after it (%s) goes once more in the same run",
  async (code) => {
    const { asked, outbox, shown } = await bringBack(code, 1);
    expect(asked).toHaveLength(2);
    expect(await outbox()).toEqual([]);
    expect(await shown()).toBe(true);
  },
);

test("one that rests on what somebody else has yet to bring stays, and goes again now and then", async () => {
  const { phone, asked, outbox, shown, items } = await bringBack("not-allowed", 2);
  const { commune, device, timer } = phone;
  const later = async (minutes: number) => {
    commune.clock.advance(minutes * 60_000);
    await device.sync();
    timer.advance(30_000);
    await vi.waitFor(async () => expect(device.state.getState().sync.running).toBe(false));
  };
  expect(await outbox()).toEqual(["returnedLater"]);
  expect(await shown()).toBe(true);
  // Somebody else's is nothing that this person wrote.
  expect(await items()).toEqual([]);
  await later(1);
  expect(asked).toHaveLength(2);
  await later(15);
  await vi.waitFor(async () => {
    timer.advance(500);
    expect(await outbox()).toEqual([]);
  });
  expect(asked).toHaveLength(3);
  expect(await shown()).toBe(true);
});

test("an entry that was altered on its way is not refused: it waits, and goes when the line is honest", async () => {
  let altered = true;
  const pushes: number[] = [];
  const phone: ScriptedPhone = await setUpPhone(async ({ path, sync }, commune) => {
    if (path !== "/sync" || !sync) return "";
    if (!sync.hello.cursors.commune) return everything(commune, phone.own, issued);
    pushes.push(sync.push.length);
    return toBody([
      helloLine(commune),
      ...verdictLines(sync.push, () =>
        altered ? { is: "rejected", code: "bad-signature" } : { is: "applied" },
      ),
      { tag: "end", more: false },
    ]);
  });
  const { commune, device } = phone;
  const paper = await commune.paper();
  const issued: readonly SignedEntry[] = [paper.signed];
  await device.sync();
  await device.library.markRead(paper.id);
  await device.sync();
  const states = async () => (await device.store.mirror.outbox.toArray()).map(({ state }) => state);
  expect(await states()).toEqual(["waiting"]);
  expect(device.state.getState().sync.problem).toBe("unreachable");
  // Asked once a run: a line that always alters keeps the phone from nothing else.
  expect(pushes.filter(Boolean).length).toBeLessThanOrEqual(2);
  altered = false;
  await device.sync();
  expect(await states()).toEqual([]);
  expect(device.state.getState().sync.problem).toBeUndefined();
});

test.each(["bad-signature", "id-reused"] as const)(
  "an entry that rotted in the outbox (%s) is mended from its other copy, and goes again",
  async (code) => {
    let spoilt = "";
    const phone: ScriptedPhone = await setUpPhone(async ({ path, sync }, commune) => {
      if (path !== "/sync" || !sync) return "";
      if (!sync.hello.cursors.commune) return everything(commune, phone.own, issued);
      return toBody([
        helloLine(commune),
        ...verdictLines(sync.push, (n) =>
          sync.push[n]?.payload === spoilt ? { is: "rejected", code } : { is: "applied" },
        ),
        { tag: "end", more: false },
      ]);
    });
    const { commune, device, replay } = phone;
    const paper = await commune.paper();
    const issued: readonly SignedEntry[] = [paper.signed];
    await device.sync();
    await device.library.markRead(paper.id);
    const { mirror } = device.store;
    const [row] = await mirror.outbox.toArray();
    spoilt = row?.payload.replace('"body":{', '"body":{ ') ?? "";
    await mirror.outbox.toCollection().modify({ payload: spoilt });
    await device.sync();
    expect(await mirror.outbox.count()).toBe(0);
    expect(device.state.getState().sync.problem).toBeUndefined();
    expect(replay.asked.flatMap(({ sync }) => sync?.push ?? []).at(-1)).toMatchObject({
      payload: row?.payload,
      signature: row?.signature,
    });
    expect(Object.keys((await mirror.documents.get(paper.id))?.view.read ?? {})).toHaveLength(1);
  },
);
