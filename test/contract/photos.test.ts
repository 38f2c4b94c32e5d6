import { expect, test as it, onTestFinished } from "vitest";
import type { OutboxItem } from "../../src/device/device";
import type { PhotoRow } from "../../src/device/photos/photos";
import type { Hash, MeetingId, PhotoId } from "../../src/domain/ids";
import { meetingPhotographed, type PhotographedBody } from "../../src/domain/meeting-photos";
import { cellScope, committeeScope } from "../../src/domain/scope";
import { commentSegment, exifSegment, makeJpeg, smallPage } from "../support/jpeg";
import { now, openMeetingMachine, regularMeeting } from "../support/machine";
import { createTestOffice, hashOf, type TestOffice } from "../support/office";

const minute = 60_000;
const fileOf = (bytes: Uint8Array<ArrayBuffer>) => new Blob([bytes]);
const bytesOf = async (blob: Blob | undefined) => blob && new Uint8Array(await blob.arrayBuffer());

/** A secretary's phone and a member's, and one of another cell, all synced; then the signal is gone. */
const village = async () => {
  const office = await createTestOffice();
  const { east, west } = office.commune;
  const secretary = await openMeetingMachine(office, east.secretary.member, east.org, "secretary");
  const member = await openMeetingMachine(office, east.members[0].member, east.org);
  const stranger = await openMeetingMachine(office, west.secretary.member, west.org, "secretary");
  const everyone = [secretary, member, stranger];
  for (const { device } of everyone) await device.sync();
  for (const { line } of everyone) line.up = false;
  const reconnect = async (...machines: readonly (typeof secretary)[]) => {
    for (const machine of machines) machine.line.up = true;
    for (const machine of machines) await machine.device.sync();
  };
  return { office, secretary, member, stranger, reconnect };
};
type Machine = Awaited<ReturnType<typeof openMeetingMachine>>;

/** Photographs two pages for a meeting and saves them. */
const photograph = async ({ meetings }: Machine, id: MeetingId, title = "Danh sách hộ nghèo", from = 1) => {
  const photo = meetings.photos.newName();
  for (const n of [from, from + 1])
    expect(await meetings.photos.addPage(id, photo, fileOf(smallPage(n)))).toMatchObject({ ok: true });
  expect(await meetings.photos.save(id, photo, title)).toEqual({ ok: true, value: undefined });
  return photo;
};
const photosOf = async (
  { meetings }: Machine,
  id: MeetingId,
  until: (rows: readonly PhotoRow[]) => boolean = () => true,
) =>
  (await now(meetings.meeting(id), (detail) => detail !== undefined && until(detail.photos)))?.photos ?? [];
const waiting = ({ device }: Machine, until: (items: readonly OutboxItem[]) => boolean = () => true) =>
  now(device.outbox.items(), until);
const typesIn = async (office: TestOffice, scope: ReturnType<typeof cellScope> | "office") =>
  (await office.log.page(scope, 0)).entries.map(
    ({ payload = "{}" }) => (JSON.parse(payload) as { readonly type?: string }).type,
  );
const pageHashes = [hashOf(smallPage(1)), hashOf(smallPage(2))] as const;

it("a paper photographed with no network reaches whoever was called, page for page, and nobody else", async () => {
  const { office, secretary, member, stranger, reconnect } = await village();
  const id = await secretary.meetings.call(regularMeeting(office.clock.now() + 60 * minute));
  await photograph(secretary, id);
  expect(await photosOf(secretary, id, (rows) => rows.length > 0)).toMatchObject([
    { title: "Danh sách hộ nghèo", here: 2, away: 0, unsent: true, declaredBy: "Bí thư Số 1" },
  ]);
  expect(await waiting(secretary)).toMatchObject([
    { type: "meeting.called", state: "waiting" },
    { type: "meeting.photographed", state: "waiting", pages: { sent: 0, of: 2 } },
  ]);
  expect((await secretary.device.storage()).unsent).toBe(2);

  await reconnect(secretary, member, stranger);
  expect(await waiting(secretary)).toEqual([]);
  // Small as they are, the pages of a meeting to come need no asking.
  await expect
    .poll(() => photosOf(member, id), { timeout: 20_000 })
    .toMatchObject([{ here: 2, unsent: false, away: 0 }]);
  const pack = await now((await member.device.collections()).pack(id), (one) => one !== undefined);
  expect(pack).toMatchObject({ here: 1, of: 1, photos: [{ here: 2, pages: 2 }] });
  const seen: number[] = [];
  expect(await member.meetings.photos.fetch(id, (done) => seen.push(done))).toMatchObject({ ok: true });
  expect(seen.at(-1)).toBe(smallPage(1).length + smallPage(2).length);
  expect(await bytesOf(await member.meetings.photos.page(pageHashes[1]))).toEqual(smallPage(2));

  // A secretary of the other cell: neither the fact nor a page of it.
  expect(await now(stranger.meetings.list())).toEqual([]);
  const { signer } = office.commune.west.secretary;
  for (const hash of pageHashes)
    expect((await office.send(signer, "GET", `/blobs/${hash}`)).status).toBe(404);
  const ids = (await office.log.page(cellScope(office.commune.east.org), 0)).entries.map((one) => one.id);
  const given = await office.send(signer, "POST", "/entries", { body: JSON.stringify({ ids }) });
  expect(await given.text()).not.toContain("meeting.photographed");
  expect(
    (await office.send(office.commune.east.members[1].signer, "GET", `/blobs/${pageHashes[0]}`)).status,
  ).toBe(200);
});

it("pages come by themselves, those of the next meeting first, of one past not at all", async () => {
  const { office, secretary, member, reconnect } = await village();
  const later = await secretary.meetings.call(regularMeeting(office.clock.now() + 9 * 24 * 60 * minute));
  const soon = await secretary.meetings.call(regularMeeting(office.clock.now() + 60 * minute));
  const past = await secretary.meetings.call(regularMeeting(office.clock.now() - 24 * 60 * minute));
  await photograph(secretary, later, "Của tháng sau", 1);
  await photograph(secretary, soon, "Của tối nay", 3);
  await photograph(secretary, past, "Của hôm qua", 5);
  await reconnect(secretary, member);
  await expect.poll(async () => (await photosOf(member, later))[0]?.here, { timeout: 20_000 }).toBe(2);
  const fetched = member.line.asked.filter((one) => one.startsWith("GET /blobs/"));
  expect(fetched).toEqual([3, 4, 1, 2].map((n) => `GET /blobs/${hashOf(smallPage(n))}`));
  expect(await photosOf(member, past, (rows) => rows.length > 0)).toMatchObject([{ here: 0 }]);
});

it("a broken upload holds back that entry alone, and goes on where it stopped", async () => {
  const { office, secretary, member, reconnect } = await village();
  const id = await secretary.meetings.call(regularMeeting(office.clock.now() + 60 * minute));
  await photograph(secretary, id);
  await secretary.meetings.note(id, "told", true);
  const second = `/blobs/${pageHashes[1]}`;
  secretary.line.breaks = ({ url, method }) =>
    method === "PUT" && url.endsWith(second) ? "before" : undefined;
  await reconnect(secretary, member);
  expect(await waiting(secretary)).toMatchObject([
    { type: "meeting.photographed", pages: { sent: 1, of: 2 } },
  ]);
  expect(secretary.device.state.getState().sync.problem).toBe("unreachable");
  expect(await typesIn(office, "office")).toContain("meeting.called");
  expect(await typesIn(office, "office")).not.toContain("meeting.photographed");
  expect(await photosOf(member, id)).toEqual([]);

  // The page arrives, its answer does not: it is sent once more, the first one is not.
  secretary.line.breaks = ({ url, method }) =>
    method === "PUT" && url.endsWith(second) ? "after" : undefined;
  await secretary.device.sync();
  secretary.line.breaks = undefined;
  await secretary.device.sync();
  expect(await waiting(secretary)).toEqual([]);
  const puts = secretary.line.asked.filter((one) => one.startsWith("PUT"));
  expect(puts).toEqual([`PUT /blobs/${pageHashes[0]}`, ...[1, 2, 3].map(() => `PUT ${second}`)]);
  await member.device.sync();
  expect(await photosOf(member, id, (rows) => rows.length > 0)).toHaveLength(1);
});

it("an answer that is lost applies nothing twice; pages that the server lost meanwhile are sent again", async () => {
  const { office, secretary, member, reconnect } = await village();
  const id = await secretary.meetings.call(regularMeeting(office.clock.now() + 60 * minute));
  await photograph(secretary, id);
  // The pages are there; the entry is never heard.
  let syncs = 0;
  secretary.line.breaks = ({ url, method }) => {
    if (method !== "POST" || !url.endsWith("/sync")) return undefined;
    syncs += 1;
    return syncs > 1 ? "before" : undefined;
  };
  await reconnect(secretary);
  expect(await office.blobs.has(pageHashes[0])).toBe(true);
  expect(await waiting(secretary)).toMatchObject([{ type: "meeting.photographed" }]);
  // Nobody names them for more than a day, and the office sweeps.
  for (const hash of pageHashes) await office.blobs.touch(hash);
  office.clock.advance(25 * 60 * minute);
  expect(await office.blobs.sweep(office.log.named)).toBe(2);
  // Now the answer to the entry is lost on its way back, once.
  syncs = 0;
  secretary.line.breaks = ({ url }) => {
    if (!url.endsWith("/sync")) return undefined;
    syncs += 1;
    return syncs === 2 ? "after" : undefined;
  };
  await secretary.device.sync();
  await secretary.device.sync();
  expect(await waiting(secretary)).toEqual([]);
  expect((await typesIn(office, "office")).filter((type) => type === "meeting.photographed")).toHaveLength(1);
  expect(await office.blobs.has(pageHashes[0])).toBe(true);
  await reconnect(member);
  expect(await member.meetings.photos.fetch(id, () => undefined)).toMatchObject({ ok: true });
});

it("what is only on this phone makes no room: neither drafts nor unsent pages are freed, nor those of a meeting to come; later they are, and come again", async () => {
  const { office, secretary, reconnect } = await village();
  const { photos } = secretary.meetings;
  const id = await secretary.meetings.call(regularMeeting(office.clock.now() + 60 * minute));
  await photograph(secretary, id);
  const drafted = photos.newName();
  await photos.addPage(id, drafted, fileOf(smallPage(7)));
  expect(await secretary.device.freeStorage()).toBe(0);
  expect(await bytesOf(await photos.page(pageHashes[0]))).toEqual(smallPage(1));
  await reconnect(secretary);
  expect(await secretary.device.freeStorage()).toBe(0);
  office.clock.advance(4 * 60 * minute);
  expect(await secretary.device.freeStorage()).toBe(smallPage(1).length + smallPage(2).length);
  expect(await photosOf(secretary, id, (rows) => rows[0]?.here === 0)).toMatchObject([{ unsent: false }]);
  expect(await bytesOf(await photos.page(hashOf(smallPage(7))))).toEqual(smallPage(7));
  // Freed pages do not come back by themselves, only when asked for.
  await secretary.device.files.setPolicy("always");
  await secretary.device.sync();
  expect(await photos.page(pageHashes[0])).toBeUndefined();
  expect(await photos.fetch(id, () => undefined)).toMatchObject({ ok: true });
  expect(await bytesOf(await photos.page(pageHashes[0]))).toEqual(smallPage(1));
});

it("a phone without room says so and keeps what it has", async () => {
  const { office, secretary } = await village();
  const { photos } = secretary.meetings;
  const id = await secretary.meetings.call(regularMeeting(office.clock.now() + 60 * minute));
  const photo = photos.newName();
  expect(await photos.addPage(id, photo, fileOf(smallPage(1)))).toMatchObject({ ok: true });
  const full = () => {
    throw new DOMException("no room", "QuotaExceededError");
  };
  const { chunks } = secretary.device.store.work;
  chunks.hook("creating", full);
  onTestFinished(() => chunks.hook("creating").unsubscribe(full));
  expect(await photos.addPage(id, photo, fileOf(smallPage(2)))).toEqual({ ok: false, error: "storage-full" });
  chunks.hook("creating").unsubscribe(full);
  const [draft] = await now(photos.drafts(id), (drafts) => drafts.length > 0);
  expect(draft?.pages.map(({ hash }) => hash)).toEqual([pageHashes[0]]);
  expect(await photos.addPage(id, photo, fileOf(smallPage(2)))).toMatchObject({ ok: true });
  expect(await photos.addPage(id, photo, fileOf(smallPage(2)))).toEqual({ ok: false, error: "same-page" });
});

it("pages are put in order, left out and put back; the paper is found again after the app was closed", async () => {
  const { office, secretary } = await village();
  const { photos } = secretary.meetings;
  const id = await secretary.meetings.call(regularMeeting(office.clock.now() + 60 * minute));
  const photo = photos.newName();
  for (const n of [1, 2, 3]) await photos.addPage(id, photo, fileOf(smallPage(n)));
  const [one, two, three] = [1, 2, 3].map((n) => hashOf(smallPage(n))) as [Hash, Hash, Hash];
  await photos.arrange(photo, [three, one]);
  await photos.arrange(photo, [three, one, two]);
  await photos.arrange(photo, [three, one]);
  await photos.name(photo, "Tờ trình");
  const [draft] = await now(photos.drafts(id), (drafts) => drafts[0]?.title === "Tờ trình");
  expect(draft?.pages.map(({ hash }) => hash)).toEqual([three, one]);
  expect(await photos.save(id, photo, "  ")).toEqual({ ok: false, error: "no-title" });
  expect(await photos.save(id, photo, "Nghị quyết (MẬT)")).toEqual({ ok: false, error: "secret-mark" });
  expect(await photos.save(id, photo, "Bổ nhiệm cán bộ")).toEqual({ ok: false, error: "personnel-work" });
  expect(await photos.save(id, photo, "Tờ trình")).toMatchObject({ ok: true });
  const [row] = await photosOf(secretary, id, (rows) => rows.length > 0);
  expect(row?.pages.map(({ hash }) => hash)).toEqual([three, one]);
  expect(await now(photos.drafts(id))).toEqual([]);
});

it("papers photographed while a meeting is being called are written with the call, or with no call at all", async () => {
  const { office, secretary, member, reconnect } = await village();
  const { photos } = secretary.meetings;
  const photo = photos.newName();
  await photos.addPage("call:", photo, fileOf(smallPage(1)));
  expect(await photos.declare(photo, "Danh sách hộ nghèo")).toMatchObject({ ok: true });
  // Another page: whoever declared the paper has not seen it.
  await photos.addPage("call:", photo, fileOf(smallPage(2)));
  expect((await now(photos.drafts("call:")))[0]?.declaredBy).toBeUndefined();
  await photos.declare(photo, "Danh sách hộ nghèo");

  // A page that is not there any more: then neither the paper nor the meeting is written.
  const { files } = secretary.device.store.work;
  const row = await files.get(pageHashes[0]);
  await files.delete(pageHashes[0]);
  const draft = regularMeeting(office.clock.now() + 60 * minute);
  await expect(secretary.meetings.call(draft, undefined, "call:")).rejects.toThrow();
  expect(await now(secretary.meetings.list())).toEqual([]);
  expect(await waiting(secretary)).toEqual([]);
  if (row) await files.put(row);

  const id = await secretary.meetings.call(draft, undefined, "call:");
  expect(await now(photos.drafts("call:"))).toEqual([]);
  await reconnect(secretary, member);
  expect(await photosOf(member, id, (rows) => rows.length > 0)).toMatchObject([
    { title: "Danh sách hộ nghèo" },
  ]);
});

it("one taken back before it was sent was never there; one taken back later leaves every phone and the server", async () => {
  const { office, secretary, member, reconnect } = await village();
  const id = await secretary.meetings.call(regularMeeting(office.clock.now() + 60 * minute));
  const unsent = await photograph(secretary, id, "Chụp nhầm", 5);
  await secretary.meetings.photos.takeBack(id, unsent);
  expect(await photosOf(secretary, id, (rows) => rows.length === 0)).toEqual([]);
  expect(await waiting(secretary)).toMatchObject([{ type: "meeting.called" }]);
  expect(await secretary.meetings.photos.page(hashOf(smallPage(5)))).toBeUndefined();

  const sent = await photograph(secretary, id);
  await reconnect(secretary, member);
  await member.meetings.photos.fetch(id, () => undefined);
  expect(secretary.line.asked.some((one) => one.includes(hashOf(smallPage(5))))).toBe(false);

  await secretary.meetings.photos.takeBack(id, sent);
  // Nobody heard of it yet, so that a refusal finds it as it was.
  expect(await photosOf(secretary, id, (rows) => rows[0]?.leaving === true)).toMatchObject([{ here: 2 }]);
  await reconnect(secretary, member);
  expect(await secretary.meetings.photos.page(pageHashes[0])).toBeUndefined();
  expect(await photosOf(member, id, (rows) => rows.length === 0)).toEqual([]);
  expect(await member.meetings.photos.page(pageHashes[0])).toBeUndefined();
  const kept = await member.device.store.mirror.entries.toArray();
  expect(JSON.stringify(kept)).not.toContain("Danh sách hộ nghèo");
  // Nobody is given it any more, and the sweep takes the bytes.
  for (const { signer } of [office.commune.east.secretary, office.commune.office])
    expect((await office.send(signer, "GET", `/blobs/${pageHashes[0]}`)).status).toBe(404);
  await office.blobs.touch(pageHashes[0]);
  office.clock.advance(25 * 60 * minute);
  await office.blobs.sweep(office.log.named);
  expect(await office.blobs.has(pageHashes[0])).toBe(false);
  // Copies are still equal: a further sync finds nothing to repair.
  const before = member.line.asked.length;
  await member.device.sync();
  expect(member.line.asked.slice(before)).toEqual(["POST /sync"]);
});

it("whoever moves to another cell keeps no page of the one he left", async () => {
  const { office, secretary, member, reconnect } = await village();
  const id = await secretary.meetings.call(regularMeeting(office.clock.now() + 60 * minute));
  await photograph(secretary, id);
  await reconnect(secretary, member);
  await member.meetings.photos.fetch(id, () => undefined);
  const { commune } = office;
  const move = await commune.sign(commune.office.signer, {
    type: "member.moved",
    scopes: [cellScope(commune.east.org), cellScope(commune.west.org), `member:${member.member}`, "office"],
    subject: member.member,
    body: { name: "Đảng viên 1A", from: commune.east.org, to: commune.west.org, kind: "official" },
  });
  expect(await office.log.accept([move])).toMatchObject([{ is: "applied" }]);
  for (const _ of [1, 2]) await member.device.sync();
  expect(await member.meetings.photos.page(pageHashes[0])).toBeUndefined();
  expect(await member.device.store.mirror.chunks.count()).toBe(0);
});

it("the office's door looks at every page by its bytes, and at the title", async () => {
  const office = await createTestOffice();
  const { commune } = office;
  const { secretary, org } = commune.east;
  const say = async (
    pages: readonly Uint8Array<ArrayBuffer>[],
    change: Partial<PhotographedBody> = {},
    put = true,
  ) => {
    if (put) for (const page of pages) await office.blobs.put(page, 1 << 22);
    const named = pages.map((page) => ({
      hash: hashOf(page),
      bytes: page.length,
      media: "image/jpeg" as const,
      width: 64,
      height: 96,
    }));
    const body: PhotographedBody = {
      host: org,
      photo: "0ph0t0000001" as PhotoId,
      title: "Danh sách hộ nghèo",
      pages: named,
      declaredBy: "Bí thư",
      ...change,
    };
    const signed = await commune.sign(secretary.signer, {
      type: meetingPhotographed.type,
      scopes: [cellScope(org), "office"],
      subject: "0meet0000001",
      body,
    });
    const [verdict] = await office.log.accept([signed]);
    return verdict?.is === "rejected" ? verdict.code : verdict?.is;
  };
  const located = makeJpeg({ width: 64, height: 96, noise: 3, segments: [exifSegment(1)] });
  const told = makeJpeg({ width: 64, height: 96, noise: 4, segments: [commentSegment("21.03 N")] });
  const wide = makeJpeg({ width: 128, height: 96, noise: 5 });
  const torn = makeJpeg({ width: 64, height: 96, noise: 6 }).slice(0, -40);
  const refused: [string, () => Promise<unknown>][] = [
    ["blob-missing", () => say([smallPage(41)], {}, false)],
    ["malformed", () => say([located])],
    ["malformed", () => say([told])],
    ["malformed", () => say([wide])],
    ["damaged-file", () => say([torn])],
    ["damaged-file", () => say([new TextEncoder().encode("Danh sách hộ nghèo")])],
    ["damaged-file", () => say([smallPage(42), torn])],
    ["secret-mark", () => say([smallPage(43)], { title: "TỐI MẬT" })],
    ["personnel-work", () => say([smallPage(44)], { title: "Danh sách nhân sự bổ nhiệm" })],
  ];
  for (const [code, said] of refused) expect(await said()).toBe(code);
  for (const page of [located, told, wide, torn, smallPage(42), smallPage(43)])
    expect(await office.blobs.has(hashOf(page))).toBe(false);
  expect(office.lines.filter((line) => /Danh|MẬT|21/.test(line))).toEqual([]);
  expect(await say([smallPage(45), smallPage(46)])).toBe("applied");
});

it("a committee member may send pages and nothing else; a page may not be larger than a page", async () => {
  const office = await createTestOffice();
  const { commune } = office;
  const [first] = commune.east.members;
  const put = (signer: typeof first.signer, data: Uint8Array<ArrayBuffer>) =>
    office.send(signer, "PUT", `/blobs/${hashOf(data)}`, { body: data }).then(({ status }) => status);
  expect(await put(first.signer, smallPage(1))).toBe(403);
  const role = await commune.sign(
    commune.office.signer,
    commune.grant(first.member, commune.east.org, "committee"),
  );
  await office.log.accept([role]);
  expect(await put(first.signer, smallPage(1))).toBe(204);
  expect(await put(first.signer, new TextEncoder().encode('{"v":1,"blocks":[]}'))).toBe(403);
  const huge = makeJpeg({ width: 1200, height: 1200, noise: 1 });
  expect(huge.length).toBeGreaterThan(1_500_000);
  expect(await put(first.signer, huge)).toBe(413);
  expect(await put(commune.east.secretary.signer, huge)).toBe(413);
  // A meeting of the committee is the committee's: the cell's members are not given its pages.
  const signed = await commune.sign(first.signer, {
    type: meetingPhotographed.type,
    scopes: [committeeScope(commune.east.org), "office"],
    subject: "0meet0000001",
    body: {
      host: commune.east.org,
      photo: "0ph0t0000001",
      title: "Dự thảo",
      pages: [
        {
          hash: hashOf(smallPage(1)),
          bytes: smallPage(1).length,
          media: "image/jpeg",
          width: 64,
          height: 96,
        },
      ],
      declaredBy: "Chi ủy viên",
    },
  });
  expect(await office.log.accept([signed])).toMatchObject([{ is: "applied" }]);
  const get = (signer: typeof first.signer) =>
    office.send(signer, "GET", `/blobs/${hashOf(smallPage(1))}`).then(({ status }) => status);
  expect([
    await get(first.signer),
    await get(commune.east.members[1].signer),
    await get(commune.west.secretary.signer),
  ]).toEqual([200, 404, 404]);
});
