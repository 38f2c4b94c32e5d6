import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { openApplier } from "../../../test/support/applier";
import { createTestCommune, type TestCommune } from "../../../test/support/commune";
import { isRecalled } from "../../domain/document";
import type { Scope } from "../../domain/scope";
import { formatSyncLine, type SyncLine } from "../../protocol/sync-line";
import { countEntries, getEntries } from "../store/entries";
import { numberedIds } from "../store/numbers";
import { countTexts } from "../store/texts";
import { readWanted } from "../store/wanted";
import { pageLines } from "./replay";
import { type AnswerHandler, takeAnswer } from "./take-answer";

/** An opened store and what it takes to apply answers to it. */
const setUp = async (commune: TestCommune) => {
  const { store, applier } = await openApplier(commune);
  const handler: AnswerHandler = {
    ...applier,
    onHello: async () => new Set<Scope>(),
    onVerdicts: async () => true,
    onTexts: () => undefined,
  };
  const hello: SyncLine = {
    tag: "hello",
    hello: { v: 1, now: commune.clock.now(), epoch: "one", scopes: ["commune", "office"] },
  };
  const end: SyncLine = { tag: "end", more: false };
  async function* feed(lines: readonly string[]) {
    for (const line of lines) yield [new TextEncoder().encode(line)];
  }
  const takeRaw = (lines: readonly string[]) => takeAnswer(feed(lines), handler);
  return {
    store,
    handler,
    takeRaw,
    take: (lines: readonly SyncLine[]) => takeRaw([hello, ...lines, end].map(formatSyncLine)),
  };
};
const inCommune = (commune: TestCommune) =>
  commune.founding.filter(({ entry }) => entry.scopes.includes("commune"));

test("a page is applied with its cursor; one whose digest is not right is not, and its scope is named for repair", async () => {
  const commune = await createTestCommune();
  const { store, take } = await setUp(commune);
  const first = await pageLines("commune", inCommune(commune));
  const answer = await take(first.lines);
  expect(answer).toMatchObject({ whole: true, taken: 1 });
  expect(await store.mirror.scopes.get("commune")).toEqual({
    scope: "commune",
    n: first.n,
    digest: first.digest,
    head: first.n,
  });

  const paper = await commune.paper();
  const second = await pageLines("commune", [paper.signed], first);
  const wrong = second.lines.map(
    (line): SyncLine => (line.tag === "commit" ? { ...line, digest: "A".repeat(43) } : line),
  );
  const refused = await take(wrong);
  expect([...refused.repair]).toEqual(["commune"]);
  expect(await store.mirror.documents.count()).toBe(0);
  expect((await store.mirror.scopes.get("commune"))?.n).toBe(first.n);

  expect([...(await take(second.lines)).repair]).toEqual([]);
  expect(await store.mirror.documents.count()).toBe(1);
});

test("what comes after a break is lost, what came whole before it stays", async () => {
  const commune = await createTestCommune();
  const { store, takeRaw } = await setUp(commune);
  const hello = formatSyncLine({
    tag: "hello",
    hello: { v: 1, now: 0, epoch: "one", scopes: ["commune"] },
  });
  const entries = inCommune(commune);
  const first = await pageLines("commune", entries.slice(0, 3));
  const second = await pageLines("commune", entries.slice(3), first);
  const lines = [...first.lines, ...second.lines.slice(0, -1)].map(formatSyncLine);
  const answer = await takeRaw([hello, ...lines]);
  expect(answer.whole).toBe(false);
  expect((await store.mirror.scopes.get("commune"))?.n).toBe(3);
  expect(await countEntries(store.mirror)).toBe(3);
});

test("a portal's page is not ours; a line of no known tag breaks the answer", async () => {
  const commune = await createTestCommune();
  const { takeRaw } = await setUp(commune);
  expect(await takeRaw(["<html><body>Xin mời đăng nhập</body></html>"])).toMatchObject({
    foreign: true,
    hello: undefined,
  });
  const hello = formatSyncLine({ tag: "hello", hello: { v: 1, now: 0, epoch: "one", scopes: [] } });
  expect(await takeRaw([hello, "x what", ". 0"])).toMatchObject({ whole: false, foreign: false });
});

test("an entry of an unknown author waits aside, holds its number, and is let in when the author is known", async () => {
  const commune = await createTestCommune();
  const { store, take } = await setUp(commune);
  const founding = inCommune(commune);
  const enrolled = founding.filter(({ entry }) => entry.type === "device.enrolled");
  const rest = founding.filter(({ entry }) => entry.type !== "device.enrolled");
  const paper = await commune.paper();
  const first = await pageLines("commune", [...rest, paper.signed]);
  await take(first.lines);
  expect((await store.mirror.quarantine.toArray()).map(({ code }) => code)).toEqual(["unknown-author"]);
  expect((await store.mirror.scopes.get("commune"))?.n).toBe(first.n);

  await take((await pageLines("commune", enrolled, first)).lines);
  expect(await store.mirror.quarantine.count()).toBe(0);
  expect((await store.mirror.documents.get(paper.id))?.view.issued?.abstract).toContain(paper.id);
  // Its text is waited for at the number it had all along.
  expect(await readWanted(store.mirror)).toMatchObject([
    { hash: paper.textHash, places: [{ scope: "commune", n: first.n }] },
  ]);
});

test("a forged paper is set aside and shown nowhere", async () => {
  const commune = await createTestCommune();
  const { store, take } = await setUp(commune);
  const paper = await commune.paper();
  const forged = { ...paper.signed, payload: paper.signed.payload.replace("Kế hoạch thử", "Kế hoạch giả") };
  await take((await pageLines("commune", [...inCommune(commune), forged])).lines);
  expect(await store.mirror.documents.count()).toBe(0);
  expect((await store.mirror.quarantine.toArray()).map(({ code }) => code)).toEqual(["bad-signature"]);
});

test("papers come early and are numbered later, by reference", async () => {
  const commune = await createTestCommune();
  const { store, take } = await setUp(commune);
  const paper = await commune.paper();
  const entries = [...inCommune(commune), paper.signed];
  const page = await pageLines("commune", entries);
  const references = page.lines.map((line): SyncLine => {
    if (line.tag !== "entry") return line;
    const { entry } = entries[line.n - 1] as (typeof entries)[number];
    return { tag: "same", n: line.n, id: entry.id, signature: line.signed.signature };
  });
  const early = entries.map((signed): SyncLine => ({ tag: "early", signed }));
  const answer = await take([
    ...early,
    ...references,
    { tag: "text", hash: paper.textHash, text: paper.text },
  ]);
  expect(answer).toMatchObject({ whole: true });
  expect([...answer.repair]).toEqual([]);
  expect((await numberedIds(store.mirror, "commune")).length).toBe(entries.length);
  expect(await countTexts(store.mirror)).toBe(1);
  expect(await store.mirror.wanted.count()).toBe(0);
});

test("a reference to what is not here asks for a repair", async () => {
  const commune = await createTestCommune();
  const { take } = await setUp(commune);
  const [first] = inCommune(commune);
  if (!first) throw new Error("a commune was founded");
  const page = await pageLines("commune", [first]);
  const lines = page.lines.map(
    (line): SyncLine =>
      line.tag === "entry" ? { tag: "same", n: 1, id: first.entry.id, signature: first.signature } : line,
  );
  expect([...(await take(lines)).repair]).toEqual(["commune"]);
});

test("a recall takes text, words and content off the phone; the number stays", async () => {
  const commune = await createTestCommune();
  const { store, take } = await setUp(commune);
  const paper = await commune.paper();
  const first = await pageLines("commune", [...inCommune(commune), paper.signed]);
  await take([...first.lines, { tag: "text", hash: paper.textHash, text: paper.text }]);
  expect(await countTexts(store.mirror)).toBe(1);
  expect(await store.mirror.searchSegments.count()).toBe(1);

  await take((await pageLines("commune", [await commune.recall(paper)], first)).lines);
  const record = await store.mirror.documents.get(paper.id);
  expect(record).toMatchObject({ gone: "recalled" });
  expect(record && isRecalled(record.view)).toBe(false);
  expect(await countTexts(store.mirror)).toBe(0);
  const kept = (await getEntries(store.mirror, [paper.signed.entry.id])).get(paper.signed.entry.id);
  expect(kept?.signature).toBe(paper.signed.signature);
  expect(JSON.stringify(await store.mirror.entries.toArray())).not.toContain(`Kế hoạch thử ${paper.id}`);
  expect((await numberedIds(store.mirror, "commune")).at(first.n - 1)).toBe(paper.signed.entry.id);
});

test("a recall that comes before its paper counts, too", async () => {
  const commune = await createTestCommune();
  const { store, take } = await setUp(commune);
  const paper = await commune.paper();
  const recall = await commune.recall(paper);
  await take((await pageLines("commune", [...inCommune(commune), recall, paper.signed])).lines);
  expect(await store.mirror.documents.get(paper.id)).toMatchObject({ gone: "recalled" });
  expect(await store.mirror.documents.where("sort").above("").count()).toBe(0);
  expect(await store.mirror.wanted.count()).toBe(0);
});

test("after a verdict that cannot be true the others are heard all the same, and the answer is not whole", async () => {
  const commune = await createTestCommune();
  const { handler } = await setUp(commune);
  const paper = await commune.paper();
  const { id } = paper.signed.entry;
  const verdict: SyncLine = { tag: "verdict", verdict: { id, is: "applied" } };
  const hello: SyncLine = { tag: "hello", hello: { v: 1, now: 0, epoch: "one", scopes: ["commune"] } };
  const page = await pageLines("commune", inCommune(commune));
  const lines = [hello, verdict, ...page.lines, verdict, { tag: "end", more: false } as const];
  async function* feed() {
    yield lines.map((line) => new TextEncoder().encode(formatSyncLine(line)));
  }
  let heard = 0;
  const onVerdicts = async () => {
    heard += 1;
    return heard > 1;
  };
  expect(await takeAnswer(feed(), { ...handler, onVerdicts })).toMatchObject({ whole: false });
  expect(heard).toBe(2);
});

test("what was withheld is taken once its content is given out after all", async () => {
  const commune = await createTestCommune();
  const { store, take } = await setUp(commune);
  const paper = await commune.paper();
  const { id } = paper.signed.entry;
  const page = await pageLines("commune", [...inCommune(commune), paper.signed]);
  const withheld = page.lines.map(
    (line): SyncLine =>
      line.tag === "entry" && line.signed.signature === paper.signed.signature
        ? { tag: "withheld", n: line.n, id, signature: paper.signed.signature }
        : line,
  );
  await take(withheld);
  expect(await store.mirror.documents.count()).toBe(0);

  await take((await pageLines("office", [paper.signed])).lines);
  expect(await store.mirror.documents.count()).toBe(1);
  const rows = (await store.mirror.entries.toArray()).flatMap((pack) => pack.rows);
  expect(rows.filter((row) => row.id === id)).toMatchObject([{ payload: paper.signed.payload }]);
});

test("a text that nobody named, or that is not what its name says, is not kept", async () => {
  const commune = await createTestCommune();
  const { store, take } = await setUp(commune);
  const paper = await commune.paper();
  const stranger = await commune.paper();
  const page = await pageLines("commune", [...inCommune(commune), paper.signed]);
  await take([
    ...page.lines,
    { tag: "text", hash: stranger.textHash, text: stranger.text },
    { tag: "text", hash: paper.textHash, text: `${paper.text} ` },
  ]);
  expect(await countTexts(store.mirror)).toBe(0);
  expect(await store.mirror.wanted.count()).toBe(1);
});
