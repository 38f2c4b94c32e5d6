import { expect, test, vi } from "vitest";
import { createTestCommune } from "../../test/support/commune";
import { freshDatabase, next, offerLink, startPhone } from "../../test/support/phone";
import { cellScope, type Scope } from "../domain/scope";
import { parseEntry, type SignedEntry } from "../protocol/signed-entry";
import type { SyncLine } from "../protocol/sync-line";
import { formatSigned, parseSigned } from "../protocol/sync-request";
import type { Lock, Origin, Timer } from "./sync/ports";
import { createReplay, pageLines, type Replayed, toBody } from "./sync/replay";
import { createTestLock, createTestOrigin, createTestTimer } from "./sync/test-ports";

/** A commune with two papers, and an office that answers one phone of the eastern cell from a script. */
const setUp = async () => {
  const commune = await createTestCommune();
  const papers = [
    await commune.paper({ number: "12-KH/ĐU" }),
    await commune.paper({ body: { urgency: "express" } }),
  ];
  const [member] = commune.east.members;
  const { signed: offer, link } = await offerLink(commune, member);
  const standing = (scope: Scope, more: readonly SignedEntry[] = []) =>
    [...commune.founding, ...papers.map(({ signed }) => signed), offer]
      .filter(({ entry }) => entry.scopes.includes(scope))
      .map((one): SignedEntry => one)
      .concat(more);
  let enrolled: SignedEntry | undefined;
  const scopes = [
    "commune",
    cellScope(commune.east.org),
    `member:${member.member}`,
  ] as const satisfies readonly Scope[];

  const whole = async (asked: Replayed): Promise<string> => {
    const cursors = asked.sync?.hello.cursors ?? {};
    const lines: SyncLine[] = [
      { tag: "hello", hello: { v: 1, now: commune.clock.now(), epoch: "one", scopes: [...scopes] } },
      ...(asked.sync?.push ?? []).map((signed): SyncLine => {
        const entry = parseEntry(signed.payload);
        if (!entry.ok) throw new Error("unreadable push");
        return { tag: "verdict", verdict: { id: entry.value.id, is: "applied" } };
      }),
    ];
    if (!cursors.commune) {
      lines.push(...(await pageLines("commune", standing("commune"))).lines);
      const cell = standing(scopes[1], enrolled ? [enrolled] : []);
      lines.push(...(await pageLines(scopes[1], cell)).lines);
    }
    for (const { textHash, text } of papers) lines.push({ tag: "text", hash: textHash, text });
    lines.push({ tag: "end", more: false });
    return toBody(lines);
  };
  const replay = createReplay((asked) => {
    if (asked.path === "/time") return JSON.stringify({ now: commune.clock.now() });
    if (asked.path.startsWith("/offers/")) return formatSigned(offer);
    if (asked.path === "/enrol") {
      enrolled = parseSigned(asked.body);
      return JSON.stringify({ is: "applied" });
    }
    return whole(asked);
  });
  const database = freshDatabase();
  const start = (ports: { readonly origin?: Origin; readonly lock?: Lock; readonly timer?: Timer } = {}) =>
    startPhone({ transport: replay.transport, clock: commune.clock, database, ...ports });
  return { commune, papers, link, replay, start, member };
};

test("a phone enrols by a link, lists the most urgent first and reads offline after a restart", async () => {
  const { papers, link, start, member } = await setUp();
  const device = start();
  const identity = await device.enrol(link);
  expect(identity).toMatchObject({ ok: true, value: { member: member.member, office: false } });
  await device.sync();
  const list = await next(device.library.list({ show: "all", limit: 10 }));
  expect(list.rows.map(({ id }) => id)).toEqual([papers[1]?.id, papers[0]?.id]);
  expect(list.rows.every(({ hasText }) => hasText)).toBe(true);
  await device.close();

  const again = start();
  await again.opened;
  expect(again.state.getState()).toMatchObject({ phase: "ready", identity: { name: "Đảng viên 1A" } });
  const text = await again.library.text(papers[0]?.textHash as never);
  expect(JSON.stringify(text)).toBe(papers[0]?.text);
});

test("a button pressed twice, in two tabs, enrols once: the key that the server knows stays", async () => {
  const { link, start, replay, member } = await setUp();
  const lock = createTestLock();
  const [one, other] = [start({ lock }), start({ lock })];
  const identities = await Promise.all([one.enrol(link), one.enrol(link), other.enrol(link)]);
  expect(identities).toMatchObject(identities.map(() => ({ ok: true, value: { member: member.member } })));
  const [enrolment, second] = replay.asked.filter(({ path }) => path === "/enrol");
  expect(second).toBeUndefined();
  const { by } = JSON.parse(parseSigned(enrolment?.body ?? "")?.payload ?? "{}");
  await one.close();
  await other.close();
  const again = start();
  await again.opened;
  await again.sync();
  const claims = replay.asked.at(-1)?.authorization?.split(/[ .]/)[2] ?? "";
  expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toMatchObject({ iss: by });
});

test.each(["/time", "/offers/"])(
  "an answer of %s that falls silent or breaks off is no answer, and the link works again",
  async (path) => {
    const { link, replay, commune } = await setUp();
    let ending: "silent" | "broken" | "whole" = "silent";
    let reading = false;
    const body = () =>
      new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new TextEncoder().encode("{")),
        pull: (controller) => {
          reading = true;
          if (ending === "broken") controller.error(new TypeError("no line"));
        },
      });
    const timer = createTestTimer();
    const device = startPhone({
      transport: async (request) =>
        ending !== "whole" && new URL(request.url).pathname.startsWith(path)
          ? new Response(body())
          : replay.transport(request),
      clock: commune.clock,
      timer,
    });
    const silent = device.enrol(link);
    await vi.waitFor(() => expect(reading).toBe(true));
    timer.advance(60_000);
    expect(await silent).toEqual({ ok: false, error: "unreachable" });
    ending = "broken";
    expect(await device.enrol(link)).toEqual({ ok: false, error: "unreachable" });
    ending = "whole";
    expect(await device.enrol(link)).toMatchObject({ ok: true });
  },
);

test("a receipt is in the outbox at once, and acknowledged by the next sync", async () => {
  const { papers, link, start, replay } = await setUp();
  // On a busy machine the receipt would leave by itself before the outbox is looked at.
  const device = start({ timer: createTestTimer() });
  await device.enrol(link);
  await device.sync();
  const id = papers[0]?.id as never;
  await device.library.markRead(id);
  expect((await next(device.outbox.items())).map(({ type, state }) => [type, state])).toEqual([
    ["document.read", "waiting"],
  ]);
  expect((await next(device.library.list({ show: "unread", limit: 10 }))).total).toBe(1);
  await device.sync();
  expect(await next(device.outbox.items())).toEqual([]);
  expect(replay.asked.filter(({ sync }) => sync?.push.length).length).toBe(1);
});

test("the browser is asked to keep the data once there is a paper to keep, and not before", async () => {
  const { link, start } = await setUp();
  const origin = createTestOrigin();
  const device = start({ origin });
  await device.enrol(link);
  expect(origin.asked()).toBe(0);
  await device.sync();
  expect(origin.asked()).toBe(1);
  expect(device.state.getState().persisted).toBe(true);
  await device.sync();
  expect(origin.asked()).toBe(1);
  await device.close();
});

test("a browser that leaves the question to the person holds nothing up", async () => {
  const { link, start } = await setUp();
  const device = start({ origin: { ...createTestOrigin(), persist: () => new Promise(() => undefined) } });
  await device.enrol(link);
  await device.sync();
  await expect
    .poll(() => device.state.getState().sync)
    .toMatchObject({ running: false, at: expect.any(Number) });
  await device.close();
});
