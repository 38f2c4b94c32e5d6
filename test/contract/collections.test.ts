import { expect, test as it } from "vitest";
import { browserTimer } from "../../src/device/browser-ports";
import type { RunningDevice } from "../../src/device/create-device";
import type { Files } from "../../src/device/device";
import { createTestSignals } from "../../src/device/sync/test-ports";
import type { DocumentId, Hash, MeetingId, MemberId, OrgId } from "../../src/domain/ids";
import { cellScope } from "../../src/domain/scope";
import type { PaperOptions, TestPaper } from "../support/commune";
import { enrolByLink, now, openMeetingMachine, regularMeeting } from "../support/machine";
import { createTestOffice, hashOf, type TestOffice } from "../support/office";
import { startPhone } from "../support/phone";

const hour = 3_600_000;

/** As much of a PDF as the door of the office looks at; `size` in bytes. */
const pdfOf = (name: string, size: number): Uint8Array<ArrayBuffer> => {
  const head = `%PDF-1.7\n% ${name}\n`;
  const tail = "\nstartxref\n9\n%%EOF\n";
  const bytes = new Uint8Array(size).fill(0x20);
  const encoder = new TextEncoder();
  bytes.set(encoder.encode(head));
  bytes.set(encoder.encode(tail), size - tail.length);
  return bytes;
};

const issue = async (office: TestOffice, options: PaperOptions = {}): Promise<TestPaper> =>
  office.issue(await office.commune.paper(options));

/** A paper with a file; a scan unless told otherwise. */
const issueFile = async (office: TestOffice, name: string, size: number, scanned = true) => {
  const bytes = pdfOf(name, size);
  const put = await office.blobs.put(bytes, 1 << 25);
  if (!put.ok) throw new Error(put.error);
  const file = { hash: hashOf(bytes), bytes: size, media: "application/pdf" as const, name: `${name}.pdf` };
  const paper = await issue(office, { abstract: name, body: { file, scanned } });
  return { paper, file };
};

/** A phone whose own work is done at once: it syncs when something was written, and keeps the papers of meetings. */
const openLivePhone = async (office: TestOffice, member: MemberId, org: OrgId, policy?: "ask" | "always") => {
  const line = { up: true };
  const asked: string[] = [];
  const device = startPhone({
    clock: office.clock,
    transport: async (request) => {
      if (!line.up) throw new TypeError("no network");
      asked.push(new URL(request.url).pathname);
      return office.app.fetch(request, { address: "10.0.0.9" });
    },
    timer: {
      after: (ms, task) =>
        ms <= 1000 || ms === 5000 ? browserTimer.after(Math.min(ms, 5), task) : () => undefined,
    },
    signals: createTestSignals(),
  });
  if (policy) await device.files.setPolicy(policy);
  await enrolByLink(office, device, office.commune.office.signer, member, org, "member");
  return { device, line, asked };
};

const village = async () => {
  const office = await createTestOffice();
  const { east } = office.commune;
  const secretary = await openMeetingMachine(office, east.secretary.member, east.org, "secretary");
  const call = async (papers: readonly DocumentId[], inHours = 48): Promise<MeetingId> => {
    const draft = { ...regularMeeting(office.clock.now() + inHours * hour), papers: [...papers] };
    const id = await secretary.meetings.call(draft);
    await secretary.device.sync();
    return id;
  };
  return { office, east, secretary, call };
};

const packOf = async (device: RunningDevice, id: MeetingId, until: (here: number, of: number) => boolean) =>
  now((await device.collections()).pack(id), (pack) => pack !== undefined && until(pack.here, pack.of));

const whole = async (files: Files, hash: Hash) => (await files.get(hash)) !== undefined;

it("the papers of a meeting come as soon as it is called, scans and small files without asking, the large one when asked", async () => {
  const { office, east, call } = await village();
  const plain = await issue(office, { abstract: "Kế hoạch" });
  const scan = await issueFile(office, "Bản quét", 40_000);
  const attached = await issueFile(office, "Có tệp", 30_000, false);
  const large = await issueFile(office, "Bản quét nặng", 1_200_000);
  const later = await issueFile(office, "Tệp của cuộc họp sau", 20_000, false);
  const [first] = east.members;
  const { device } = await openLivePhone(office, first.member, east.org, "ask");
  const ids = [plain, scan.paper, attached.paper, large.paper].map(({ id }) => id);
  const meeting = await call(ids);
  await call([later.paper.id], 24 * 40);
  await device.sync();

  const before = await packOf(device, meeting, (here) => here === 3);
  expect(before).toMatchObject({ here: 3, of: 4 });
  expect(before?.papers.map(({ lacks }) => lacks)).toEqual([undefined, undefined, undefined, "file"]);
  await expect.poll(() => whole(device.files, attached.file.hash)).toBe(true);
  // Over a megabyte the person's own policy holds; of later meetings the scans alone come.
  expect(await whole(device.files, large.file.hash)).toBe(false);
  expect(await whole(device.files, later.file.hash)).toBe(false);

  const collections = await device.collections();
  const progress: (readonly [number, number])[] = [];
  const fetched = await collections.fetchPack(meeting, (done, of) => progress.push([done, of]));
  expect(fetched.left).toEqual([]);
  expect(progress.at(-1)).toEqual([1_200_000, 1_200_000]);
  expect(progress.map(([done]) => done)).toEqual([...progress.map(([done]) => done)].sort((a, b) => a - b));
  expect(await packOf(device, meeting, (here) => here === 4)).toMatchObject({ here: 4, of: 4 });
  expect(await now(collections.nextPack(), (pack) => pack?.here === 4)).toMatchObject({
    meeting: { id: meeting },
  });
});

it("what is full is counted by the bytes that lie there: a text or a file that rotted is missing, and is fetched again", async () => {
  const { office, east, call } = await village();
  const plain = await issue(office, { words: "Nội dung đúng." });
  const scan = await issueFile(office, "Bản quét", 300_000);
  const meeting = await call([plain.id, scan.paper.id]);
  const [first] = east.members;
  const { device, line } = await openLivePhone(office, first.member, east.org);
  await packOf(device, meeting, (here) => here === 2);

  // Started anew, with other bytes under the same names.
  line.up = false;
  const { mirror } = device.store;
  const row = await mirror.texts.where("hashes").equals(plain.textHash).first();
  if (!row) throw new Error("the text was here");
  row.data.set([0x7b], row.data.length - 1);
  await mirror.texts.put(row);
  const chunk = await mirror.chunks.get([scan.file.hash, 1]);
  if (!chunk) throw new Error("the file was here");
  chunk.data[5] = 0x21;
  await mirror.chunks.put(chunk);
  const again = await reopened(device, office, line);
  expect((await packOf(again, meeting, () => true))?.papers.map(({ lacks }) => lacks)).toEqual([
    "text",
    "file",
  ]);

  const collections = await again.collections();
  const away = await collections.fetchPack(meeting, () => undefined);
  expect(away.left).toEqual([
    { id: plain.id, why: "unreachable" },
    { id: scan.paper.id, why: "unreachable" },
  ]);
  line.up = true;
  expect(await collections.fetchPack(meeting, () => undefined)).toEqual({ left: [] });
  expect(await packOf(again, meeting, (here) => here === 2)).toMatchObject({ here: 2, of: 2 });
});

it("fetches a text that the phone lost and does not know to be missing", async () => {
  const { office, east, call } = await village();
  const plain = await issue(office);
  const meeting = await call([plain.id]);
  const [first] = east.members;
  const { device, line } = await openLivePhone(office, first.member, east.org);
  await packOf(device, meeting, (here, of) => here === 1 && of === 1);
  await device.store.mirror.texts.clear();
  const again = await reopened(device, office, line);
  const collections = await again.collections();
  expect(await collections.fetchPack(meeting, () => undefined)).toEqual({ left: [] });
  expect(await packOf(again, meeting, (here) => here === 1)).toMatchObject({ here: 1, of: 1 });
});

/** The same phone, its app started again: nothing that was known in memory is left. It keeps no papers by itself. */
const reopened = async (device: RunningDevice, office: TestOffice, line: { readonly up: boolean }) => {
  const { name } = device.store;
  await device.close();
  return startPhone({
    clock: office.clock,
    database: name,
    transport: async (request) => {
      if (!line.up) throw new TypeError("no network");
      return office.app.fetch(request, { address: "10.0.0.9" });
    },
    timer: { after: (ms, task) => (ms < 50 ? browserTimer.after(ms, task) : () => undefined) },
  });
};

it("says what cannot be had: recalled papers are not counted, and one that nobody sent here is named", async () => {
  const { office, east, call } = await village();
  const recalled = await issue(office);
  const others = await issue(office, { scopes: [cellScope(office.commune.west.org), "office"] });
  const plain = await issue(office);
  await office.log.accept([await office.commune.recall(recalled)]);
  const meeting = await call([recalled.id, others.id, plain.id]);
  const [first] = east.members;
  const { device } = await openLivePhone(office, first.member, east.org);
  const pack = await packOf(device, meeting, (here, of) => here === 1 && of === 2);
  expect(pack?.papers.map(({ withdrawn, lacks }) => [withdrawn, lacks])).toEqual([
    [true, undefined],
    [false, "paper"],
    [false, undefined],
  ]);
  const collections = await device.collections();
  expect(await collections.fetchPack(meeting, () => undefined)).toEqual({
    left: [{ id: others.id, why: "not-sent" }],
  });
});

it("freeing room takes what is old, and never what the next meeting needs or what was saved", async () => {
  const { office, east, call } = await village();
  const needed = await issueFile(office, "Cho cuộc họp", 30_000);
  const saved = await issue(office);
  const old = await issueFile(office, "Cũ", 30_000);
  const meeting = await call([needed.paper.id]);
  const [first] = east.members;
  const { device } = await openLivePhone(office, first.member, east.org);
  await packOf(device, meeting, (here) => here === 1);
  const collections = await device.collections();
  await collections.save(saved.id);
  for (const { id } of [needed.paper, saved, old.paper]) await device.library.markRead(id);
  const got = await device.files.fetch(old.file.hash, old.file.bytes, old.file.media, () => undefined);
  expect(got.ok).toBe(true);

  expect(await device.freeStorage()).toBeGreaterThan(30_000);
  expect(await whole(device.files, old.file.hash)).toBe(false);
  expect(await device.library.text(saved.textHash)).toBeDefined();
  expect(await packOf(device, meeting, () => true)).toMatchObject({ here: 1, of: 1 });
  // When the meeting is over it makes room like any other.
  office.clock.advance(60 * hour);
  await device.freeStorage();
  expect(await whole(device.files, needed.file.hash)).toBe(false);
});

it("papers to acknowledge stand by their day, and saved ones stay on this phone alone", async () => {
  const { office, east } = await village();
  const due = async (day: string) =>
    issue(office, { body: { acknowledgeBy: day }, abstract: `Trước ${day}` });
  const papers = [await due("2026-12-10"), await due("2026-11-01"), await due("2026-11-30")];
  const [first] = east.members;
  const { device } = await openLivePhone(office, first.member, east.org);
  const collections = await device.collections();
  const rows = await now(collections.due(), ({ length }) => length === 3);
  expect(rows.map(({ acknowledgeBy }) => acknowledgeBy)).toEqual(["2026-11-01", "2026-11-30", "2026-12-10"]);

  const [one, other] = papers;
  if (!one || !other) throw new Error("three were made");
  await collections.save(one.id);
  office.clock.advance(1000);
  await collections.label(other.id, [" mưa  lũ ", "mưa lũ", ""]);
  const saved = await now(collections.saved(), ({ length }) => length === 2);
  expect(saved.map(({ row, labels }) => [row.id, labels])).toEqual([
    [other.id, ["mưa lũ"]],
    [one.id, []],
  ]);
  expect(await now(device.outbox.items())).toEqual([]);
  const putBack = await collections.unsave(other.id);
  expect(await now(collections.isSaved(other.id))).toBe(false);
  await putBack();
  expect((await now(collections.saved(), ({ length }) => length === 2))[0]?.labels).toEqual(["mưa lũ"]);
  expect((await now(collections.topics(), ([top]) => top?.key.is === "label"))[0]).toMatchObject({
    papers: 1,
  });
  expect(
    await now(collections.topic({ is: "label", label: "mưa lũ" }), ({ length }) => length === 1),
  ).toHaveLength(1);
});
