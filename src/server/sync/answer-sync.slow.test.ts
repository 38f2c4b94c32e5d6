import fc from "fast-check";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { createTestCommune, type TestDevice, type TestPaper } from "../../../test/support/commune";
import { shareEmbedded } from "../../../test/support/embedded";
import { temporaryFolder } from "../../../test/support/folder";
import { readAnswer, story, tagged } from "../../../test/support/sync-answer";
import { authorOf, scopesOf } from "../../domain/directory";
import type { DocumentId, Hash } from "../../domain/ids";
import { cellScope, memberScope, type Scope } from "../../domain/scope";
import { emptyDigest, extendDigest } from "../../protocol/digest";
import type { SignedEntry } from "../../protocol/signed-entry";
import type { SyncLine } from "../../protocol/sync-line";
import type { Cursor, SyncHello } from "../../protocol/sync-request";
import { createBlobs } from "../blobs/create-blobs";
import { createLog } from "../log/create-log";
import { openJournal } from "../log/journal";
import { answerSync } from "./answer-sync";

let embedded: Awaited<ReturnType<typeof shareEmbedded>>;
beforeAll(async () => {
  embedded = await shareEmbedded();
}, 60_000);
afterAll(() => embedded?.stop());

type Cursors = Partial<Record<Scope, Cursor>>;

const office = async () => {
  const commune = await createTestCommune();
  const dataDir = temporaryFolder();
  const { clock, root } = commune;
  const blobs = await createBlobs({ dataDir, clock });
  const database = await embedded.empty();
  const log = await createLog({
    database,
    journal: await openJournal({ dataDir }),
    blobs,
    clock,
    root: root.id,
  });
  onTestFinished(() => log.close());
  await log.accept(commune.founding);

  const issue = async (...papers: TestPaper[]) => {
    for (const { text } of papers) await blobs.put(new TextEncoder().encode(text), 1 << 20);
    const verdicts = await log.accept(papers.map(({ signed }) => signed));
    expect(verdicts.every(({ is }) => is === "applied")).toBe(true);
  };
  const stream = async (
    device: TestDevice,
    hello: Partial<SyncHello> = {},
    push: SignedEntry[] = [],
    gzip = true,
  ) => {
    const author = authorOf(await log.directory(), device.signer.id);
    if (!author) throw new Error("nobody");
    const whole = { v: 1, epoch: log.epoch, cursors: {}, want: [], texts: true, ...hello };
    return answerSync(
      { log, blobs, clock },
      { author, scopes: scopesOf(author) },
      { hello: whole, push },
      { gzip },
    );
  };
  const sync = async (...[device, hello, push]: Parameters<typeof stream>) =>
    readAnswer(await stream(device, hello, push));
  return { commune, log, blobs, issue, stream, sync };
};

/** Cursors as a phone would move them; throws where a page does not follow. */
const follow = async (lines: readonly SyncLine[], before: Cursors = {}): Promise<Cursors> => {
  const cursors: Cursors = { ...before };
  let scope: Scope | undefined;
  let at: Cursor = { n: 0, full: 0, digest: emptyDigest };
  for (const line of lines) {
    if (line.tag === "page") {
      scope = line.scope;
      at = cursors[line.scope] ?? { n: 0, full: 0, digest: emptyDigest };
      expect(line.from).toBe(at.n);
    } else if (line.tag === "entry" || line.tag === "same" || line.tag === "withheld") {
      expect(line.n).toBe(at.n + 1);
      const signature = line.tag === "entry" ? line.signed.signature : line.signature;
      at = { n: line.n, full: line.n, digest: await extendDigest(at.digest, signature) };
    } else if (line.tag === "commit") {
      expect(line).toMatchObject({ n: at.n, digest: at.digest });
      if (scope) cursors[scope] = at;
    }
  }
  return cursors;
};

test("a first sync, as a story", async () => {
  const { commune, issue, sync } = await office();
  const { org, secretary, members } = commune.east;
  const normal = await commune.paper();
  const urgent = await commune.paper({ body: { urgency: "urgent" } });
  const elsewhere = await commune.paper({ scopes: [cellScope(commune.west.org), "office"] });
  const recalled = await commune.paper();
  const old = await commune.paper();
  await issue(old, normal, urgent, elsewhere, recalled);
  const superseded = await commune.sign(commune.office.signer, {
    type: "document.superseded",
    scopes: ["commune"],
    subject: old.id,
    body: { by: normal.id },
  });
  const read = await commune.receipt(members[0], normal.id);
  await sync(members[0], {}, [read, await commune.recall(recalled), superseded]);
  const names = new Map<string, string>([
    [cellScope(org), "cell"],
    [`committee:${org}`, "committee"],
    [memberScope(secretary.member), "member"],
    [normal.textHash, "normal"],
    [urgent.textHash, "urgent"],
    [old.textHash, "old"],
  ]);
  const lines = await sync(secretary);
  expect(story(lines, names)).toMatchInlineSnapshot(`
    [
      "hello commune cell committee member",
      "page commune 0 of 12",
      "entry 1 commune.founded",
      "entry 2 organisation.formed",
      "entry 3 organisation.formed",
      "entry 4 organisation.formed",
      "entry 5 enrolment.offered",
      "entry 6 device.enrolled",
      "entry 7 document.issued",
      "entry 8 document.issued",
      "entry 9 document.issued",
      "withheld 10",
      "entry 11 document.recalled",
      "entry 12 document.superseded",
      "commit 12",
      "page cell 0 of 10",
      "entry 1 member.listed",
      "entry 2 role.granted",
      "entry 3 enrolment.offered",
      "entry 4 device.enrolled",
      "entry 5 member.listed",
      "entry 6 member.listed",
      "entry 7 enrolment.offered",
      "entry 8 device.enrolled",
      "entry 9 enrolment.offered",
      "entry 10 device.enrolled",
      "commit 10",
      "page committee 0 of 1",
      "entry 1 document.read",
      "commit 1",
      "text urgent",
      "text normal",
      "text old",
      "end false",
    ]
  `);
  await follow(lines);
});

test("the next sync brings only what is new, and nothing where nothing is", async () => {
  const { commune, issue, sync } = await office();
  const device = commune.east.members[0];
  const cursors = await follow(await sync(device));
  expect((await sync(device, { cursors })).map(({ tag }) => tag)).toEqual(["hello", "end"]);
  const paper = await commune.paper();
  await issue(paper);
  const lines = await sync(device, { cursors });
  expect(lines.map(({ tag }) => tag)).toEqual(["hello", "page", "entry", "commit", "text", "end"]);
  expect(tagged(lines, "text")[0]).toMatchObject({ hash: paper.textHash, text: paper.text });
  await follow(lines, cursors);
  const without = await sync(device, { cursors, texts: false });
  expect(without.map(({ tag }) => tag)).toEqual(["hello", "page", "entry", "commit", "end"]);
});

test("what is pushed is answered in order, and comes back in the pages of the same answer", async () => {
  const { commune, sync } = await office();
  const [device] = commune.east.members;
  const cursors = await follow(await sync(device));
  const good = await commune.receipt(device, "paper1" as DocumentId);
  const bad = await commune.receipt(commune.east.members[1], "paper2" as DocumentId);
  const lines = await sync(device, { cursors }, [{ ...bad, signature: good.signature }, good, good]);
  expect(tagged(lines, "verdict").map(({ verdict }) => verdict)).toEqual([
    { id: bad.entry.id, is: "rejected", code: "bad-signature" },
    { id: good.entry.id, is: "applied" },
    { id: good.entry.id, is: "duplicate" },
  ]);
  expect(tagged(lines, "entry").map(({ signed }) => signed.payload)).toEqual([good.payload]);
  await follow(lines, cursors);
});

test("a member who was moved by what was just pushed reads his new scopes at once", async () => {
  const { commune, sync } = await office();
  const clerk = commune.office;
  const moved = await commune.sign(clerk.signer, {
    type: "member.moved",
    scopes: [cellScope(clerk.org), cellScope(commune.east.org), memberScope(clerk.member), "office"],
    subject: clerk.member,
    body: { name: "Phạm Thị Văn Thư", from: clerk.org, to: commune.east.org, kind: "official" },
  });
  const lines = await sync(clerk, {}, [moved]);
  expect(tagged(lines, "verdict")).toMatchObject([{ verdict: { is: "applied" } }]);
  expect(tagged(lines, "hello")[0]?.hello.scopes).toContain(cellScope(commune.east.org));
  expect(tagged(lines, "hello")[0]?.hello.scopes).not.toContain(cellScope(clerk.org));
});

test("a long pull begins with the directory and the newest and urgent heads, and says nothing twice", async () => {
  const { commune, issue, sync } = await office();
  const device = commune.west.secretary;
  const papers: TestPaper[] = [];
  for (let i = 0; i < 210; i += 1)
    papers.push(await commune.paper({ body: { urgency: i === 3 ? "express" : "normal" } }));
  await issue(...papers);
  const lines = await sync(device);
  const firstPage = lines.findIndex(({ tag }) => tag === "page");
  const early = tagged(lines.slice(0, firstPage), "early").map(
    ({ signed }) => JSON.parse(signed.payload) as { id: string; type: string },
  );
  const directory = early.findIndex(({ type }) => type === "document.issued");
  expect(early.slice(directory)).toHaveLength(41);
  expect(early[directory]?.id).toBe(papers[3]?.signed.entry.id);
  expect(early[directory + 1]?.id).toBe(papers.at(-1)?.signed.entry.id);
  expect(new Set(early.map(({ id }) => id)).size).toBe(early.length);
  expect(early.slice(directory).every(({ type }) => type === "document.issued")).toBe(true);
  const bodies = [...tagged(lines, "early"), ...tagged(lines, "entry")].map(({ signed }) => signed.payload);
  expect(new Set(bodies).size).toBe(bodies.length);
  expect(bodies.filter((payload) => payload.includes('"document.issued"'))).toHaveLength(210);
  const texts = tagged(lines, "text").map(({ hash }) => hash);
  const newestFirst = [papers[3], ...papers.filter((_, i) => i !== 3).reverse()];
  expect(texts).toEqual(newestFirst.map((paper) => paper?.textHash));
  const cursors = await follow(lines);
  expect((await sync(device, { cursors })).map(({ tag }) => tag)).toEqual(["hello", "end"]);
});

test("from whatever number a phone comes, the pages lead it to the same place", async () => {
  const { commune, log, issue, sync } = await office();
  const device = commune.east.members[1];
  const papers: TestPaper[] = [];
  for (let i = 0; i < 120; i += 1) papers.push(await commune.paper());
  await issue(...papers);
  const end = await follow(await sync(device));
  const scopes = Object.keys(end) as Scope[];
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(...scopes.map((scope) => fc.integer({ min: 0, max: end[scope]?.n ?? 0 }))),
      async (numbers) => {
        const cursors: Cursors = {};
        for (const [i, scope] of scopes.entries()) {
          const n = numbers[i] ?? 0;
          cursors[scope] = { n, full: n, digest: (await log.digestAt(scope, n)) ?? "" };
        }
        const lines = await sync(device, { cursors });
        const reached = await follow(lines, cursors);
        for (const scope of scopes) expect(reached[scope]).toMatchObject({ n: end[scope]?.n });
      },
    ),
    { numRuns: 25 },
  );
});

test("a copy that differs is told so; after a restore the phone finds out by itself", async () => {
  const { commune, sync } = await office();
  const device = commune.east.members[0];
  const cursors = await follow(await sync(device));
  const cell = cellScope(device.org);
  const { n = 0, digest = "" } = cursors[cell] ?? {};
  const wrong = { ...cursors, [cell]: { n, full: n, digest: emptyDigest } };
  const beyond = { ...cursors, [cell]: { n: n + 1, full: n, digest } };
  for (const each of [wrong, beyond]) {
    const lines = await sync(device, { cursors: each });
    expect(lines.map(({ tag }) => tag)).toEqual(["hello", "differs", "end"]);
    const restored = await sync(device, { cursors: each, epoch: "another" });
    expect(restored.map(({ tag }) => tag)).toEqual(["hello", "end"]);
  }
});

test("wanted texts come first, and the phone hears of those that it cannot have", async () => {
  const { commune, issue, sync, log } = await office();
  const device = commune.east.members[0];
  const known = await commune.paper();
  const recalled = await commune.paper();
  const foreign = await commune.paper({ scopes: [cellScope(commune.west.org), "office"] });
  await issue(known, recalled, foreign);
  await log.accept([await commune.recall(recalled)]);
  const cursors = await follow(await sync(device));
  const fresh = await commune.paper();
  await issue(fresh);
  const never = emptyDigest as string as Hash;
  const want = [foreign.textHash, known.textHash, recalled.textHash, never];
  const lines = await sync(device, { cursors, want });
  expect(tagged(lines, "text").map(({ hash }) => hash)).toEqual([known.textHash, fresh.textHash]);
  expect(tagged(lines, "gone").map(({ hash }) => hash)).toEqual([foreign.textHash, recalled.textHash, never]);
  const again = await sync(device, { cursors, want: [fresh.textHash] });
  expect(tagged(again, "text")).toHaveLength(1);
});

test("texts that vanish while they are being sent do not spoil the stream", async () => {
  const { commune, issue, sync, blobs } = await office();
  const papers: TestPaper[] = [];
  for (let i = 0; i < 30; i += 1)
    papers.push(await commune.paper({ words: `Điều ${i} giống nhau. `.repeat(20) }));
  await issue(...papers);
  const device = commune.east.members[0];
  await sync(device);
  for (const i of [4, 5, 17, 29]) await blobs.remove(papers[i]?.textHash as Hash);
  const lines = await sync(device);
  const expected = papers.filter((_, i) => ![4, 5, 17, 29].includes(i)).reverse();
  expect(tagged(lines, "text").map(({ text }) => text)).toEqual(expected.map(({ text }) => text));
});

test("without gzip the lines are the same", async () => {
  const { commune, issue, stream, sync } = await office();
  await issue(await commune.paper(), await commune.paper());
  const device = commune.west.members[0];
  expect(await readAnswer(await stream(device, {}, [], false), false)).toEqual(await sync(device));
});

test("an answer that nobody reads on ends without a trace", async () => {
  const { commune, issue, stream, sync } = await office();
  const papers: TestPaper[] = [];
  for (let i = 0; i < 12; i += 1) {
    const words = Array.from({ length: 3000 }, () => commune.random.next().toString(36)).join(" ");
    papers.push(await commune.paper({ words }));
  }
  await issue(...papers);
  const reader = (await stream(commune.east.members[0])).getReader();
  expect((await reader.read()).done).toBe(false);
  await reader.cancel();
  expect(tagged(await sync(commune.east.members[0]), "text")).toHaveLength(12);
});
