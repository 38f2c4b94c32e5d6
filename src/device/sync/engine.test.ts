import { expect, test } from "vitest";
import type { TestCommune } from "../../../test/support/commune";
import {
  everything,
  helloLine,
  nothingNew,
  type ScriptedPhone,
  setUpPhone,
  verdictLines,
} from "../../../test/support/scripted-office";
import { cellScope } from "../../domain/scope";
import { parseAssertion } from "../../protocol/assertion";
import type { SignedEntry } from "../../protocol/signed-entry";
import { formatSigned } from "../../protocol/sync-request";
import { type Replayed, toBody } from "./replay";

const html = () => new Response("<html>Đăng nhập Wi-Fi</html>", { headers: { "Content-Type": "text/html" } });

const problemOf = ({ device }: ScriptedPhone) => device.state.getState().sync.problem;

test("a captive portal is told apart from no line at all, and neither loses anything", async () => {
  let portal = true;
  const phone = await setUpPhone((_, commune) => {
    if (portal) return html();
    throw new Error(`no line at ${commune.clock.now()}`);
  });
  await phone.device.sync();
  expect(problemOf(phone)).toBe("not-our-server");
  portal = false;
  await phone.device.sync();
  expect(problemOf(phone)).toBe("unreachable");
  expect(phone.device.state.getState().sync.at).toBeUndefined();
});

test("waits longer after each failure, up to five minutes, and starts over after a success", async () => {
  let broken = true;
  const phone = await setUpPhone((_, commune) => {
    if (broken) throw new Error("no line");
    return nothingNew(commune);
  });
  const waits: number[] = [];
  for (let i = 0; i < 12; i += 1) {
    const before = new Set(phone.timer.pending());
    await phone.device.sync();
    waits.push(Math.max(...phone.timer.pending().filter((ms) => ms <= 5 * 60_000 && !before.has(ms)), 0));
  }
  expect(waits[0]).toBeGreaterThanOrEqual(1000);
  expect(waits[0]).toBeLessThanOrEqual(2000);
  expect(Math.max(...waits)).toBeGreaterThan(150_000);
  expect(Math.max(...waits)).toBeLessThanOrEqual(300_000);
  broken = false;
  await phone.device.sync();
  expect(problemOf(phone)).toBeUndefined();
  expect(phone.device.state.getState().sync.running).toBe(false);
});

test("comes again when the server says so, not before", async () => {
  const phone = await setUpPhone(
    () =>
      new Response('{"code":"too-many-requests"}', {
        status: 429,
        headers: { "Retry-After": "120" },
      }),
  );
  await phone.device.sync();
  expect(problemOf(phone)).toBe("busy");
  expect(phone.timer.pending()).toContain(120_000);
  const asked = phone.replay.asked.length;
  phone.timer.advance(119_000);
  expect(phone.replay.asked.length).toBe(asked);
});

test("a clock three days off is set right by the server's, and the request goes through", async () => {
  const threeDays = 3 * 24 * 3600_000;
  const phone = await setUpPhone(async (asked, commune) => {
    const wrong = phoneClockIsWrong(asked, commune);
    return wrong
      ? new Response(JSON.stringify({ code: "wrong-clock", now: commune.clock.now() }), { status: 401 })
      : nothingNew(commune);
  }, threeDays);
  await phone.device.sync();
  expect(problemOf(phone)).toBeUndefined();
  expect(Math.abs(phone.device.now() - phone.commune.clock.now())).toBeLessThan(2000);
  expect(phone.replay.asked.length).toBe(2);
});

const phoneClockIsWrong = ({ authorization }: Replayed, commune: TestCommune) => {
  const parsed = parseAssertion(authorization, { method: "POST", path: "/sync" }, commune.clock);
  return !parsed.ok && parsed.error === "wrong-clock";
};

test("halves what it pushes when it is too much, and loses nothing", async () => {
  let most = 3;
  const taken: string[] = [];
  const phone: ScriptedPhone = await setUpPhone(async (asked, commune) => {
    const push = asked.sync?.push ?? [];
    if (!asked.sync?.hello.cursors.commune) return everything(commune, phone.own);
    if (push.length > most) return new Response('{"code":"too-large"}', { status: 413 });
    taken.push(...push.map(({ payload }) => payload));
    return toBody([
      helloLine(commune),
      ...verdictLines(push, () => ({ is: "applied" })),
      { tag: "end", more: false },
    ]);
  });
  await phone.device.sync();
  const { member, org } = phone.commune.east.members[0];
  const drafts = Array.from({ length: 10 }, (_, i) => ({
    type: "document.read",
    scopes: [`committee:${org}` as const, `member:${member}` as const],
    subject: `00000000000${i}`,
    body: {},
  }));
  await phone.device.write(drafts);
  most = 3;
  await phone.device.sync();
  expect(taken.length).toBe(10);
  expect(new Set(taken).size).toBe(10);
  expect(await phone.device.store.mirror.outbox.where("state").equals("waiting").count()).toBe(0);
});

test("one refused entry does not stop the others; its effect is undone, its text stays", async () => {
  const phone: ScriptedPhone = await setUpPhone(async (asked, commune) => {
    if (!asked.sync?.hello.cursors.commune) return everything(commune, phone.own);
    return toBody([
      helloLine(commune),
      ...verdictLines(asked.sync.push, (n) =>
        n === 0 ? { is: "rejected", code: "wrong-scope" } : { is: "applied" },
      ),
      { tag: "end", more: false },
    ]);
  });
  await phone.device.sync();
  const { member, org } = phone.commune.east.members[0];
  const scopes = [`committee:${org}` as const, `member:${member}` as const];
  const draft = (subject: string) => ({ type: "document.read", scopes, subject, body: {} });
  const [bad] = await phone.device.write([draft("aaaaaaaaaaaa"), draft("bbbbbbbbbbbb")]);
  await phone.device.sync();
  const { mirror } = phone.device.store;
  expect(await mirror.outbox.where("state").equals("refused").toArray()).toMatchObject([
    { id: bad, code: "wrong-scope" },
  ]);
  expect(await mirror.documents.get("aaaaaaaaaaaa" as never)).toBeUndefined();
  expect((await mirror.documents.get("bbbbbbbbbbbb" as never))?.view.read).toHaveProperty(member);
  expect(await (await phone.device.outbox.exportFile()).text()).toContain("aaaaaaaaaaaa");
});

test("a revoked phone wipes itself, but only on an entry that it can check", async () => {
  let line = "";
  const phone: ScriptedPhone = await setUpPhone(async (asked, commune) =>
    asked.sync?.hello.cursors.commune
      ? new Response(JSON.stringify({ code: "revoked-key", entry: line }), { status: 403 })
      : everything(commune, phone.own),
  );
  await phone.device.sync();
  const { commune, signer, device } = phone;
  const [{ org, member }] = commune.east.members;
  const draft = {
    type: "device.revoked",
    scopes: [cellScope(org), "office" as const],
    subject: signer.id as string,
    body: { org, since: commune.clock.now() },
  };
  // By another member, who may not; then about another phone; then signed by the office.
  line = formatSigned(await commune.sign(commune.west.members[0].signer, draft));
  await device.sync();
  expect(device.state.getState().phase).toBe("ready");
  const other = { ...draft, subject: commune.east.members[1].signer.id as string };
  line = formatSigned(await commune.sign(commune.office.signer, other));
  await device.sync();
  expect(device.state.getState().phase).toBe("ready");
  expect(member).toBe(device.state.getState().identity?.member);

  line = formatSigned(await commune.sign(commune.office.signer, draft));
  await device.sync();
  expect(device.state.getState().phase).toBe("wiped");
  expect(phone.origin.cleared()).toBe(1);
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(device.store.name);
});

test("triggers: coming online syncs; a write waits a moment for others", async () => {
  const phone: ScriptedPhone = await setUpPhone(async (asked, commune) =>
    asked.sync?.hello.cursors.commune ? nothingNew(commune) : everything(commune, phone.own),
  );
  const settled = () => phone.device.sync();
  await settled();
  const before = phone.replay.asked.length;
  phone.signals.online();
  await settled();
  expect(phone.replay.asked.length).toBe(before + 2);
});

test("what a first sync let in before it heard of a lost phone is taken back in the quiet after it", async () => {
  let more: readonly SignedEntry[] = [];
  const phone: ScriptedPhone = await setUpPhone(async (asked, commune) =>
    asked.sync?.hello.cursors.commune ? nothingNew(commune) : everything(commune, phone.own, more),
  );
  const { commune, device } = phone;
  const { org, secretary } = commune.east;
  const scopes = [cellScope(org), "office"] as const;
  const since = commune.clock.now();
  const paper = await commune.paper({ scopes }, secretary.signer);
  const lost = await commune.sign(commune.office.signer, {
    type: "device.revoked",
    scopes,
    subject: secretary.signer.id,
    body: { org, since },
  });
  more = [paper.signed, lost];
  // The sync of every start, out of the way.
  phone.timer.advance(1_000);
  await device.sync();
  const { mirror } = device.store;
  expect((await mirror.documents.get(paper.id))?.view.issued).toBeDefined();
  phone.timer.advance(20_000);
  await expect
    .poll(async () => (await mirror.quarantine.toArray()).map(({ id, code }) => [id, code]))
    .toEqual([[paper.signed.entry.id, "revoked-key"]]);
  expect(await mirror.documents.get(paper.id)).toBeUndefined();
});
