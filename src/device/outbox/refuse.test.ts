import { expect, test } from "vitest";
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
 * brings it back; the server says no.
 */
const bringBack = async (code: Refusal) => {
  let restored = false;
  let issued: readonly SignedEntry[] = [];
  const refused: SignedEntry[] = [];
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
    refused.push(...push);
    const lines: SyncLine[] = verdictLines(sync.push, (n) =>
      push.includes(sync.push[n] as SignedEntry) ? { is: "rejected", code } : { is: "applied" },
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
  expect(refused.map(({ signature }) => signature)).toContain(paper.signed.signature);
  // Whatever comes of it, it is his to mend: it stands neither in this person's outbox nor in the way of what is his.
  expect(await mirror.outbox.count()).toBe(0);
  return mirror.documents.get(paper.id);
};

test.each(["not-allowed", "revoked-key"] as const)(
  "somebody else's entry that a restored server refuses (%s) leaves, as nobody else shows it",
  async (code) => {
    expect(await bringBack(code)).toBeUndefined();
  },
);

test.each(["id-reused", "blob-missing"] as const)(
  "one that the server has in other words, or lacks the text of (%s), stays as this phone knows it",
  async (code) => {
    expect((await bringBack(code))?.view.issued).toBeDefined();
  },
);

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
