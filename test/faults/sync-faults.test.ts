import { expect, onTestFinished, test } from "vitest";
import type { RunningDevice } from "../../src/device/create-device";
import { phonesOf } from "../../src/device/office/phones-of";
import { getEntries, replaceEntries } from "../../src/device/store/entries";
import { numberedIds } from "../../src/device/store/numbers";
import { countTexts } from "../../src/device/store/texts";
import { readWanted } from "../../src/device/store/wanted";
import { createTestLock, createTestOrigin } from "../../src/device/sync/test-ports";
import type { Clock } from "../../src/domain/clock";
import {
  type DocumentId,
  type EntryId,
  type MeetingId,
  newLocalId,
  type PhotoId,
} from "../../src/domain/ids";
import { meetingPhotographed, photoMedia } from "../../src/domain/meeting-photos";
import { createSeededRandom } from "../../src/domain/random";
import { cellScope, committeeScope, memberScope, type Scope } from "../../src/domain/scope";
import { type Jpeg, readJpeg } from "../../src/protocol/jpeg";
import { pageBytes } from "../../src/protocol/limits";
import type { SignedEntry } from "../../src/protocol/signed-entry";
import { createBlobs } from "../../src/server/blobs/create-blobs";
import { createCoverage } from "../../src/server/coverage/create-coverage";
import { createApp } from "../../src/server/http/app";
import { findRevocation } from "../../src/server/http/find-revocation";
import { createTokenBuckets } from "../../src/server/http/token-bucket";
import { createLog } from "../../src/server/log/create-log";
import { openJournal } from "../../src/server/log/journal";
import { createTestCommune, type TestCommune, type TestPaper } from "../support/commune";
import { lendEmbedded } from "../support/embedded";
import { createFaultyLine } from "../support/faulty-line";
import { smallPage } from "../support/jpeg";
import { freshDatabase, next, offerLink, startPhone, testServer } from "../support/phone";

/*
 * The real phone and the real office in one process, and a line between them that fails where it hurts. What is
 * said at the end of each test: nothing acknowledged is lost, nothing is applied twice, both sides are equal.
 */

/** The office's app over a log of its own; `entries` are in it from the start, as after a restore. */
const openOffice = async (
  commune: TestCommune,
  entries: readonly SignedEntry[],
  texts: readonly string[] = [],
) => {
  const { clock } = commune;
  const { dataDir, database } = await lendEmbedded();
  const journal = await openJournal({ dataDir });
  const blobs = await createBlobs({ dataDir, clock });
  const log = await createLog({ database, journal, blobs, clock, root: commune.root.id });
  onTestFinished(() => log.close());
  const buckets = () => createTokenBuckets({ capacity: 100_000, perSecond: 1000 }, clock);
  const app = createApp({
    log,
    blobs,
    clock,
    say: () => undefined,
    origin: testServer,
    coverage: createCoverage(database.db),
    revocationOf: (key) => findRevocation(database.db, key),
    limits: { device: buckets(), address: buckets(), enrolment: buckets(), idle: 1000 },
  });
  const accept = async (more: readonly SignedEntry[]) => {
    const verdicts = await log.accept(more);
    expect(verdicts.filter(({ is }) => is === "rejected")).toEqual([]);
  };
  const putText = (text: string) => blobs.put(new TextEncoder().encode(text), 1 << 24);
  const issue = async (more: readonly TestPaper[]) => {
    for (const { text } of more) await putText(text);
    await accept(more.map(({ signed }) => signed));
  };
  for (const text of texts) await putText(text);
  await accept(entries);
  return {
    log,
    app,
    accept,
    issue,
    fetch: (request: Request) => app.fetch(request, { address: "10.0.0.1" }),
  };
};
type Office = Awaited<ReturnType<typeof openOffice>>;

const setUp = async (seed = 1) => {
  const commune = await createTestCommune(seed);
  const office = await openOffice(commune, commune.founding);
  let current = office;
  const line = createFaultyLine((request) => current.fetch(request));
  return {
    commune,
    office,
    line,
    /** From now on another server answers at the same address. */
    replaceOffice: (other: Office) => {
      current = other;
    },
  };
};
type World = Awaited<ReturnType<typeof setUp>>;

const enrolPhone = async (
  { commune, office, line }: World,
  options: { readonly database?: string; readonly clock?: Clock; readonly role?: "office" | "member" } = {},
): Promise<RunningDevice> => {
  const role = options.role ?? "member";
  const who =
    role === "office" ? { member: commune.office.member, org: commune.officeCell } : commune.east.members[0];
  const { signed, link } = await offerLink(commune, who, role);
  await office.accept([signed]);
  const phone = startPhone({
    transport: line.transport,
    clock: options.clock ?? commune.clock,
    database: options.database ?? freshDatabase(),
  });
  expect(await phone.enrol(link)).toMatchObject({ ok: true });
  await phone.sync();
  return phone;
};

const writePapers = (commune: TestCommune, count: number, words = 40): Promise<TestPaper[]> =>
  Array.from({ length: count }).reduce<Promise<TestPaper[]>>(
    async (before, _, i) => [
      ...(await before),
      await commune.paper({ words: `Văn bản số ${i}. `.repeat(words), number: `${i + 1}-KH/ĐU` }),
    ],
    Promise.resolve([]),
  );

/** The phone's copy is the server's: every scope to its head with its digest, every text here, nothing unsent. */
const expectEqual = async (phone: RunningDevice, { log }: Office, scopes: readonly Scope[]) => {
  const { mirror } = phone.store;
  const heads = await log.heads(scopes);
  for (const scope of scopes) {
    const head = heads.get(scope) ?? 0;
    if (head === 0) continue;
    const row = await mirror.scopes.get(scope);
    expect([scope, row?.n, row?.digest]).toEqual([scope, head, await log.digestAt(scope, head)]);
    expect((await numberedIds(mirror, scope)).length).toBe(head);
  }
  expect(await mirror.wanted.toArray()).toEqual([]);
  expect(await mirror.quarantine.toArray()).toEqual([]);
  expect(await mirror.outbox.where("state").anyOf("waiting", "returned").count()).toBe(0);
};
const scopesOfPhone = (commune: TestCommune): readonly Scope[] => [
  "commune",
  cellScope(commune.east.org),
  memberScope(commune.east.members[0].member),
];
const problem = (phone: RunningDevice) => phone.state.getState().sync.problem;

test("cut off at any byte, the first sync goes on where it was and repeats at most a page each time", async () => {
  const world = await setUp();
  const { commune, office, line } = world;
  await office.issue(await writePapers(commune, 300, 30));
  const random = createSeededRandom(20);
  const { signed, link } = await offerLink(commune, commune.east.members[0]);
  await office.accept([signed]);
  const phone = startPhone({ transport: line.transport, clock: commune.clock });
  const syncs = (from: number) => line.heard.slice(from).filter(({ path }) => path === "/sync");

  // How much an undisturbed phone hears is the measure.
  const other = await enrolPhone(world);
  await other.close();
  const [whole] = syncs(0);
  if (!whole) throw new Error("a phone has synced");
  const before = line.heard.length;

  const cuts = 24;
  const after = () => Math.floor(random.next() * 0.2 * whole.bytes);
  for (let i = 0; i < cuts; i += 1) line.next("/sync", { is: "cut", after: after() });
  for (let i = 0; i < cuts + 10 && !(await phone.enrol(link)).ok; i += 1);
  for (let i = 0; i < cuts + 10 && (i === 0 || problem(phone)); i += 1) await phone.sync();
  expect(problem(phone)).toBeUndefined();
  await expectEqual(phone, office, scopesOfPhone(commune));
  expect(await countTexts(phone.store.mirror)).toBe(300);

  const answers = syncs(before);
  expect(answers.length).toBeGreaterThan(cuts);
  const heard = answers.reduce((sum, { text }) => sum + text.length, 0);
  // Each break repeats what was not whole when it broke (a page or a text), and what goes ahead of a long pull.
  const ahead = whole.text.slice(0, whole.text.indexOf("\np ")).length;
  expect(heard).toBeLessThan(whole.text.length + answers.length * (pageBytes + ahead));
  const repeated = new Map<string, number>();
  for (const { text } of answers)
    for (const hash of text.matchAll(/^t (\S{43}) .*\n/gm))
      repeated.set(hash[1] ?? "", (repeated.get(hash[1] ?? "") ?? 0) + 1);
  expect([...repeated.values()].every((times) => times === 1)).toBe(true);
});

test("an answer lost after the server committed: applied once, acknowledged at the next contact", async () => {
  const world = await setUp();
  const { commune, office, line } = world;
  const [paper] = await writePapers(commune, 1);
  if (!paper) throw new Error("a paper was written");
  await office.issue([paper]);
  const phone = await enrolPhone(world);
  await phone.library.acknowledge(paper.id);
  line.next("/sync", { is: "answer-lost" });
  await phone.sync();
  expect(problem(phone)).toBe("unreachable");
  expect(await phone.store.mirror.outbox.where("state").equals("waiting").count()).toBe(2);
  await phone.sync();
  expect(await next(phone.outbox.items())).toEqual([]);
  await expectEqual(phone, office, scopesOfPhone(commune));
  const heads = await office.log.heads([committeeScope(commune.east.org)]);
  expect(heads.get(committeeScope(commune.east.org))).toBe(2);
});

test("a question sent twice by the network does nothing twice", async () => {
  const world = await setUp();
  const { commune, office, line } = world;
  const papers = await writePapers(commune, 3);
  await office.issue(papers);
  const phone = await enrolPhone(world);
  for (const { id } of papers) await phone.library.markRead(id);
  line.next("/sync", { is: "twice" });
  await phone.sync();
  await expectEqual(phone, office, scopesOfPhone(commune));
  expect(
    (await office.log.heads([committeeScope(commune.east.org)])).get(committeeScope(commune.east.org)),
  ).toBe(3);
});

test("a portal's page and a dead line lose nothing, and the phone says which it was", async () => {
  const world = await setUp();
  const { commune, office, line } = world;
  const [paper] = await writePapers(commune, 1);
  if (!paper) throw new Error("a paper was written");
  await office.issue([paper]);
  const phone = await enrolPhone(world);
  const scopes = scopesOfPhone(commune);
  const numbered = async () => [...(await office.log.heads(scopes)).values()].reduce((sum, n) => sum + n, 0);
  const before = await numbered();
  await phone.library.markRead(paper.id);
  // What was read asks for a sync by itself, so each answer may be taken by that one or by the next.
  const said: string[] = [];
  const stop = phone.state.subscribe(({ sync: { problem } }) => {
    if (problem && said.at(-1) !== problem) said.push(problem);
  });
  line.next("/sync", { is: "portal" }, { is: "no-line" });
  for (let tries = 0; said.length < 2 && tries < 5; tries += 1) await phone.sync();
  stop();
  expect(said).toEqual(["not-our-server", "unreachable"]);
  await phone.sync();
  expect(problem(phone)).toBeUndefined();
  // The receipt has a number in each of its scopes.
  expect(await numbered()).toBeGreaterThan(before);
  await expectEqual(phone, office, scopes);
});

test("a clock three days ahead while something is written: it is signed anew and arrives", async () => {
  const world = await setUp();
  const { commune, office } = world;
  const [paper] = await writePapers(commune, 1);
  if (!paper) throw new Error("a paper was written");
  await office.issue([paper]);
  let wrongBy = 0;
  const phone = await enrolPhone(world, { clock: { now: () => commune.clock.now() + wrongBy } });
  wrongBy = 3 * 24 * 3600_000;
  await phone.library.markRead(paper.id);
  await phone.sync();
  await phone.sync();
  expect(problem(phone)).toBeUndefined();
  expect(await next(phone.outbox.items())).toEqual([]);
  expect(Math.abs(phone.now() - commune.clock.now())).toBeLessThan(5000);
  await expectEqual(phone, office, scopesOfPhone(commune));
});

test("a poisoned entry does not hold up the others, and stays in the open", async () => {
  const world = await setUp();
  const { commune, office } = world;
  const papers = await writePapers(commune, 5);
  await office.issue(papers);
  const phone = await enrolPhone(world);
  for (const { id } of papers) await phone.library.markRead(id);
  const { mirror } = phone.store;
  // A bit turned over in the phone's memory before it was written down: both copies of the third are not what was signed.
  const rows = await mirror.outbox.where("state").equals("waiting").sortBy("order");
  const third = rows[2];
  if (!third) throw new Error("five receipts wait");
  const payload = third.payload.replace('"body":{}', '"body":{ }');
  await mirror.outbox.put({ ...third, payload });
  const shown = (await getEntries(mirror, [third.id])).get(third.id);
  if (!shown) throw new Error("it is shown");
  await mirror.transaction("rw", [mirror.entries], () => replaceEntries(mirror, [{ ...shown, payload }]));
  await phone.sync();
  expect(problem(phone)).toBeUndefined();
  expect(await next(phone.outbox.items())).toMatchObject([
    { id: third.id, state: "refused", code: "bad-signature", about: expect.stringContaining("Kế hoạch thử") },
  ]);
  const committee = committeeScope(commune.east.org);
  expect((await office.log.heads([committee])).get(committee)).toBe(4);
  // Its effect is undone, so that the list tells the truth; signed anew it goes through.
  const unread = async () => (await next(phone.library.list({ show: "unread", limit: 10 }))).total;
  expect(await unread()).toBe(1);
  await phone.outbox.retry(third.id);
  await phone.sync();
  expect(await next(phone.outbox.items())).toEqual([]);
  expect(await unread()).toBe(0);
  expect((await office.log.heads([committee])).get(committee)).toBe(5);
});

test("moved to another cell: the old cell leaves the phone, the new one comes, nothing unsent is lost", async () => {
  const world = await setUp();
  const { commune, office } = world;
  const papers = await writePapers(commune, 2);
  await office.issue(papers);
  const { member, org } = commune.east.members[0];
  const ofCell = await commune.paper({ scopes: [cellScope(org), "office"], abstract: "Riêng thôn Đông" });
  await office.issue([ofCell]);
  const phone = await enrolPhone(world);
  expect(await countTexts(phone.store.mirror)).toBe(3);
  for (const { id } of papers) await phone.library.markRead(id);
  await office.accept([
    await commune.sign(commune.office.signer, {
      type: "member.moved",
      scopes: [cellScope(org), cellScope(commune.west.org), memberScope(member), "office"],
      subject: member,
      body: { name: "Đảng viên 1A", from: org, to: commune.west.org, kind: "official" },
    }),
  ]);
  await phone.sync();
  await phone.sync();
  // Written before the move, the receipts stand.
  expect(await next(phone.outbox.items())).toEqual([]);
  const { mirror } = phone.store;
  expect((await mirror.scopes.toArray()).map(({ scope }) => scope).sort()).toEqual(
    ["commune", cellScope(commune.west.org), memberScope(member)].sort(),
  );
  expect(phone.state.getState().identity).toMatchObject({ org: commune.west.org, member });
  const { members } = await next(phone.directory());
  expect([...members.values()].map(({ name }) => name)).not.toContain("Đảng viên 1B");
  expect(await mirror.documents.get(ofCell.id)).toBeUndefined();
  expect(await countTexts(mirror)).toBe(2);
  expect(JSON.stringify(await mirror.entries.toArray())).not.toContain("Riêng thôn Đông");
  const finding = await phone.library.finding();
  const found = await next(finding.find({ words: "riêng thôn", filter: { show: "all" } }, 5));
  expect(found.papers.map(({ row }) => row.id)).not.toContain(ofCell.id);
});

test("a revoked phone wipes itself at its next contact, unsent work or not", async () => {
  const world = await setUp();
  const { commune, office } = world;
  const phone = await enrolPhone(world);
  const { name } = phone.store;
  const key = phone.state.getState().identity?.key;
  const { org } = commune.east.members[0];
  await office.accept([
    await commune.sign(commune.office.signer, {
      type: "device.revoked",
      scopes: [cellScope(org), "office"],
      subject: key as string,
      body: { org, since: commune.clock.now() },
    }),
  ]);
  await phone.sync();
  expect(phone.state.getState().phase).toBe("wiped");
  expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(name);
});

test("a server restored from a backup gets back what it lost, and gives everyone the same again", async () => {
  const world = await setUp();
  const { commune, office, replaceOffice } = world;
  const papers = await writePapers(commune, 12);
  await office.issue(papers.slice(0, 6));
  const phone = await enrolPhone(world);
  const saved: SignedEntry[] = [];
  for (const scope of ["commune", "office", ...scopesOfPhone(commune)] as const)
    for await (const { id } of office.log.ids(scope))
      saved.push(...(await office.log.entries([id as EntryId], [scope])));
  // After the backup: more papers, and the phone reads.
  await office.issue(papers.slice(6));
  await phone.sync();
  for (const { id } of papers) await phone.library.markRead(id as DocumentId);
  await phone.sync();
  await expectEqual(phone, office, scopesOfPhone(commune));

  const unique = [...new Map(saved.map((one) => [one.signature, one])).values()];
  unique.sort((a, b) => (a.payload.slice(7, 43) < b.payload.slice(7, 43) ? -1 : 1));
  const restored = await openOffice(
    commune,
    unique,
    papers.map(({ text }) => text),
  );
  replaceOffice(restored);
  await phone.sync();
  await phone.sync();
  expect(problem(phone)).toBeUndefined();
  await expectEqual(phone, restored, scopesOfPhone(commune));
  const heads = await restored.log.heads(["commune", memberScope(commune.east.members[0].member)]);
  expect(heads.get(memberScope(commune.east.members[0].member))).toBe(12);
  // Sent again as the person's own, not as what somebody else had lost: taken twice, remembered twice.
  const acked = await phone.store.mirror.acked.toArray();
  expect(acked.map(({ ids }) => ids.length)).toEqual([12, 12]);
  expect(await phone.store.mirror.documents.where("sort").above("").count()).toBe(12);
});

test("a restored server that knows a phone by a move alone gets its enrolment back: the link stays used", async () => {
  const world = await setUp();
  const { commune, office, line, replaceOffice } = world;
  const { member, org } = commune.east.members[0];
  const { signed: offer, link } = await offerLink(commune, commune.east.members[0]);
  await office.accept([offer]);
  const phone = startPhone({ transport: line.transport, clock: commune.clock });
  expect(await phone.enrol(link)).toMatchObject({ ok: true });
  const directory = await office.log.directory();
  const moved = await commune.sign(commune.office.signer, {
    type: "member.moved",
    scopes: [cellScope(org), cellScope(commune.west.org), memberScope(member), "office"],
    subject: member,
    body: {
      name: "Đảng viên 1A",
      from: org,
      to: commune.west.org,
      kind: "official",
      devices: phonesOf(directory, member),
    },
  });
  await office.accept([moved]);
  await phone.sync();
  await phone.sync();

  // The backup is older than the enrolment; the desk has brought back the move.
  replaceOffice(await openOffice(commune, [...commune.founding, offer, moved]));
  await phone.sync();
  await phone.sync();
  expect(problem(phone)).toBeUndefined();
  const stranger = startPhone({ transport: line.transport, clock: commune.clock });
  expect(await stranger.enrol(link)).toEqual({ ok: false, error: "offer-used" });
});

/** What the whole commune reads, the desks' keys among it: a backup. */
const communeOf = async ({ log }: Office): Promise<SignedEntry[]> => {
  const entries: SignedEntry[] = [];
  for await (const { id } of log.ids("commune"))
    entries.push(...(await log.entries([id as EntryId], ["commune"])));
  return entries;
};

test("a desk brings a restored server the texts of what it lost, also where the line breaks over them", async () => {
  const world = await setUp();
  const { commune, office, line, replaceOffice } = world;
  const desk = await enrolPhone(world, { role: "office" });
  const before = await communeOf(office);
  const papers = await writePapers(commune, 2);
  await office.issue(papers);
  await desk.sync();
  expect(await countTexts(desk.store.mirror)).toBe(2);

  const restored = await openOffice(commune, [...commune.founding, ...before]);
  replaceOffice(restored);
  for (const { textHash } of papers) line.next(`/blobs/${textHash}`, { is: "no-line" });
  for (let tries = 0; tries < 4; tries += 1) await desk.sync();
  expect(problem(desk)).toBeUndefined();
  expect(await next(desk.outbox.items())).toEqual([]);
  const ids = new Set<string>();
  for await (const { id } of restored.log.ids("commune")) ids.add(id);
  expect(papers.filter(({ signed }) => !ids.has(signed.entry.id))).toEqual([]);
});

test("a desk brings a restored server the file of what it lost; one without it keeps the paper to read", async () => {
  const world = await setUp();
  const { commune, office, replaceOffice } = world;
  const bare = await enrolPhone(world, { role: "office" });
  const full = await enrolPhone(world, { role: "office" });
  const before = await communeOf(office);
  const media = "application/pdf";
  const file = new Blob(["%PDF-1.4 một trang"], { type: media });
  const uploaded = await full.files.upload(file);
  if (!uploaded.ok) throw new Error(uploaded.error);
  const { value: hash } = uploaded;
  await full.files.keep(hash, file);
  const paper = await commune.paper({ body: { file: { hash, bytes: file.size, media, name: "giay.pdf" } } });
  await office.issue([paper]);
  for (const desk of [bare, full]) await desk.sync();

  const restored = await openOffice(commune, [...commune.founding, ...before]);
  replaceOffice(restored);
  const isBack = async () =>
    (await restored.log.entries([paper.signed.entry.id as EntryId], ["commune"])).length;
  for (let tries = 0; tries < 3; tries += 1) await bare.sync();
  expect(await isBack()).toBe(0);
  expect(await next(bare.outbox.items())).toEqual([]);
  expect(await countTexts(bare.store.mirror)).toBe(1);
  for (let tries = 0; tries < 3; tries += 1) await full.sync();
  expect(await isBack()).toBe(1);
  await bare.sync();
  for (const desk of [bare, full]) expect(problem(desk)).toBeUndefined();
});

test("a photographed paper that a restored server lost leaves a desk that lacks its pages, and comes back from one that has them", async () => {
  const world = await setUp();
  const { commune, office, replaceOffice } = world;
  const [bare, full] = [
    await enrolPhone(world, { role: "office" }),
    await enrolPhone(world, { role: "office" }),
  ];
  const before = await communeOf(office);
  const { org, secretary } = commune.east;
  const picture = smallPage(1);
  const uploaded = await full.files.upload(new Blob([picture]));
  if (!uploaded.ok) throw new Error(uploaded.error);
  await full.files.keep(uploaded.value, new Blob([picture], { type: photoMedia }));
  const { width = 0, height = 0 } = readJpeg(picture) as Jpeg;
  const page = { hash: uploaded.value, bytes: picture.length, media: photoMedia, width, height } as const;
  const [subject, photo] = [newLocalId<MeetingId>(commune.random), newLocalId<PhotoId>(commune.random)];
  const signed = await commune.sign(secretary.signer, {
    type: meetingPhotographed.type,
    scopes: [cellScope(org), "office"],
    subject,
    body: { host: org, photo, title: "Danh sách hộ nghèo", pages: [page], declaredBy: "Bí thư" },
  });
  await office.accept([signed]);
  for (const desk of [bare, full]) await desk.sync();

  const restored = await openOffice(commune, [...commune.founding, ...before]);
  replaceOffice(restored);
  const { id } = signed.entry;
  for (let tries = 0; tries < 3; tries += 1) await bare.sync();
  expect((await getEntries(bare.store.mirror, [id])).size).toBe(0);
  for (let tries = 0; tries < 3; tries += 1) await full.sync();
  await bare.sync();
  for (const desk of [bare, full]) {
    expect((await getEntries(desk.store.mirror, [id])).get(id)?.type).toBe(signed.entry.type);
    expect(problem(desk)).toBeUndefined();
  }
});

test("a page damaged on its way: what does not hold is asked for once more", async () => {
  const world = await setUp();
  const { commune, office, replaceOffice } = world;
  const phone = await enrolPhone(world);
  const papers = await writePapers(commune, 2);
  await office.issue(papers);
  const id = papers[1]?.signed.entry.id ?? "";
  let damaged = false;
  replaceOffice({
    ...office,
    fetch: async (request) => {
      if (damaged || new URL(request.url).pathname !== "/sync") return office.fetch(request);
      damaged = true;
      const plain = new Request(request);
      plain.headers.delete("Accept-Encoding");
      const text = await (await office.fetch(plain)).text();
      // The author of one and the id of the other: the digest of a page covers neither.
      const wrong = text.replace(/"by":"../, '"by":"__').replaceAll(id, `${id.slice(0, -3)}000`);
      return new Response(wrong, { headers: { "Content-Type": "text/plain" } });
    },
  });
  await phone.sync();
  await phone.sync();
  expect(damaged).toBe(true);
  expect(problem(phone)).toBeUndefined();
  await expectEqual(phone, office, scopesOfPhone(commune));
  expect(await phone.store.mirror.documents.where("sort").above("").count()).toBe(2);
});

test("a line in hostile hands: what was rewritten twice is asked for again at the next start", async () => {
  const world = await setUp();
  const { commune, office, line, replaceOffice } = world;
  const database = freshDatabase();
  const phone = await enrolPhone(world, { database });
  await office.issue(await writePapers(commune, 2));
  let rewritten = 0;
  replaceOffice({
    ...office,
    fetch: async (request) => {
      const plain = new Request(request);
      plain.headers.delete("Accept-Encoding");
      const text = await (await office.fetch(plain)).text();
      rewritten += Number(text.includes('"abstract":"'));
      return new Response(text.replaceAll('"abstract":"', '"abstract":"Giả: '), {
        headers: { "Content-Type": "text/plain" },
      });
    },
  });
  await phone.sync();
  await phone.sync();
  // Both papers in one page, and both again when they were asked for by their ids.
  expect(rewritten).toBe(2);
  expect(await phone.store.mirror.quarantine.count()).toBe(2);
  await phone.close();

  replaceOffice(office);
  const again = startPhone({ transport: line.transport, clock: commune.clock, database });
  await again.sync();
  await again.sync();
  await expectEqual(again, office, scopesOfPhone(commune));
  expect(await again.store.mirror.documents.where("sort").above("").count()).toBe(2);
});

test("a clock that jumps takes no paper with a last day off the phone", async () => {
  const world = await setUp();
  const { commune, office } = world;
  const tomorrow = new Date(commune.clock.now() + 24 * 3600_000).toISOString().slice(0, 10);
  const paper = await commune.paper({ body: { expiresOn: tomorrow } });
  await office.issue([paper]);
  let wrongBy = 0;
  const phone = await enrolPhone(world, { clock: { now: () => commune.clock.now() + wrongBy } });
  expect(await countTexts(phone.store.mirror)).toBe(1);
  wrongBy = 5 * 24 * 3600_000;
  await phone.library.markRead(paper.id);
  wrongBy = 0;
  await phone.sync();
  expect(await countTexts(phone.store.mirror)).toBe(1);
  expect((await phone.store.mirror.documents.get(paper.id))?.gone).toBeUndefined();
});

test("a full disk stops the pull and never the outbox", async () => {
  const world = await setUp();
  const { commune, office } = world;
  const papers = await writePapers(commune, 5);
  await office.issue(papers.slice(0, 1));
  const phone = await enrolPhone(world);
  await office.issue(papers.slice(1));
  const { mirror } = phone.store;
  const { bulkAdd } = mirror.texts;
  mirror.texts.bulkAdd = (() => Promise.reject(new DOMException("full", "QuotaExceededError"))) as never;
  const [first] = papers;
  if (!first) throw new Error("papers were written");
  await phone.library.markRead(first.id);
  await phone.sync();
  expect(problem(phone)).toBe("storage-full");
  expect(await next(phone.outbox.items())).toEqual([]);
  expect(await mirror.documents.where("sort").above("").count()).toBe(5);
  mirror.texts.bulkAdd = bulkAdd;
  await phone.freeStorage();
  await phone.sync();
  expect(problem(phone)).toBeUndefined();
  expect((await readWanted(mirror)).filter(({ state }) => state === "missing")).toEqual([]);
});

/** Papers of this phone that hold the words of every test paper's subject. */
const found = async (phone: RunningDevice) =>
  (await phone.library.search("kế hoạch thử", 50)).filter(({ near }) => !near).length;

test("a full disk while the index is written loses neither text nor paper", async () => {
  const world = await setUp();
  const { commune, office } = world;
  const phone = await enrolPhone(world);
  await office.issue(await writePapers(commune, 5));
  const { mirror } = phone.store;
  const { add } = mirror.searchSegments;
  mirror.searchSegments.add = (() => Promise.reject(new DOMException("full", "QuotaExceededError"))) as never;
  await phone.sync();
  expect(problem(phone)).toBe("storage-full");
  // Their heads are here, and are found by them.
  expect(await found(phone)).toBe(5);
  mirror.searchSegments.add = add;
  await phone.freeStorage();
  await phone.sync();
  expect(problem(phone)).toBeUndefined();
  expect((await readWanted(mirror)).filter(({ state }) => state === "missing")).toEqual([]);
  expect(await countTexts(mirror)).toBe(5);
  expect(await found(phone)).toBe(5);
});

test("a paper that replaces another with the very same text is found like any other", async () => {
  const world = await setUp();
  const { commune, office } = world;
  const phone = await enrolPhone(world);
  for (const papers of [await writePapers(commune, 3), await writePapers(commune, 3)]) {
    await office.issue(papers);
    await phone.sync();
  }
  expect(await countTexts(phone.store.mirror)).toBe(3);
  expect(await found(phone)).toBe(6);
});

test("damaged pieces of the index are found out, thrown away and built anew", async () => {
  const world = await setUp();
  const { commune, office } = world;
  const phone = await enrolPhone(world);
  for (const papers of [await writePapers(commune, 3), await writePapers(commune, 3, 41)]) {
    await office.issue(papers);
    await phone.sync();
  }
  const { mirror } = phone.store;
  const [first, second] = await mirror.searchSegments.toArray();
  if (!first || !second) throw new Error("two pieces were written");
  // A byte in the middle, where nothing but a sum can see it; the other piece is of another form altogether.
  const flipped = first.bytes.slice();
  flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] ?? 0) ^ 0x10;
  await mirror.searchSegments.put({ ...first, bytes: flipped });
  await mirror.searchSegments.put({ ...second, bytes: new Uint8Array(7) });

  expect(await found(phone)).toBe(0);
  expect(phone.state.getState().index).toBe("rebuilding");
  await expect.poll(() => phone.state.getState().index).toBe("rebuilt");
  expect(await found(phone)).toBe(6);
  expect(await countTexts(mirror)).toBe(6);
});

test("two tabs of one phone never sync at once, and both know what came", async () => {
  const world = await setUp();
  const { commune, office, line } = world;
  const papers = await writePapers(commune, 20);
  await office.issue(papers.slice(0, 10));
  const database = freshDatabase();
  const lock = createTestLock();
  const one = await enrolPhone(world, { database });
  await one.close();
  const tabs = [0, 1].map(() =>
    startPhone({
      transport: line.transport,
      clock: commune.clock,
      database,
      lock,
      origin: createTestOrigin(),
    }),
  );
  let open = 0;
  let most = 0;
  for (const tab of tabs) {
    await tab.opened;
    tab.state.subscribe(({ sync }, before) => {
      if (sync.running !== before.sync.running) open += sync.running ? 1 : -1;
      most = Math.max(most, open);
    });
  }
  await office.issue(papers.slice(10));
  await Promise.all([
    ...papers.slice(0, 10).map(({ id }, i) => tabs[i % 2]?.library.markRead(id)),
    ...tabs.map((tab) => tab.sync()),
  ]);
  await Promise.all(tabs.map((tab) => tab.sync()));
  expect(lock.most()).toBe(1);
  const [first] = tabs;
  if (!first) throw new Error("two tabs");
  await expectEqual(first, office, scopesOfPhone(commune));
  expect(
    (await office.log.heads([committeeScope(commune.east.org)])).get(committeeScope(commune.east.org)),
  ).toBe(10);
  for (const tab of tabs) expect((await next(tab.library.list({ show: "all", limit: 50 }))).total).toBe(20);
});

test("the office vouches for the directory, and a phone's copy agrees", async () => {
  const world = await setUp();
  const { office } = world;
  const desk = await enrolPhone(world, { role: "office" });
  await desk.sync();
  const phone = await enrolPhone(world);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(phone.state.getState().directory).toMatchObject({ agrees: true });
  const before = (await office.log.heads(["commune"])).get("commune");
  await desk.sync();
  expect((await office.log.heads(["commune"])).get("commune")).toBe(before);
});
