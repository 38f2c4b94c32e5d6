import { expect, test } from "vitest";
import { createTestCommune, type Signed } from "../../../test/support/commune";
import { next, offerLink, startPhone } from "../../../test/support/phone";
import { cellScope, type Scope } from "../../domain/scope";
import { parseEntry, type SignedEntry } from "../../protocol/signed-entry";
import type { SyncLine } from "../../protocol/sync-line";
import { formatSigned, parseSigned } from "../../protocol/sync-request";
import { createReplay, pageLines, type Replayed, toBody } from "../sync/replay";
import type { NoteDraft } from "./reading";

/** A phone with three papers that name each other, and an office that has more to say at the next sync. */
const setUp = async () => {
  const commune = await createTestCommune();
  const resolution = await commune.paper({
    number: "57-NQ/TW",
    body: { kind: "nghi_quyet", issuedOn: "2024-12-22" },
  });
  const regulation = await commune.paper({
    number: "105-QĐ/ĐU",
    words: "Thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 và Chỉ thị số 9-CT/TW.",
    body: { kind: "quy_dinh" },
  });
  const older = await commune.paper({
    number: "105-QĐ/ĐU",
    body: { kind: "quyet_dinh", issuedOn: "2021-03-01" },
  });
  const amending = await commune.paper({
    number: "12-QĐ/ĐU",
    abstract: "Sửa đổi, bổ sung Quy định số 105-QĐ/ĐU, ngày 20/11/2026",
    body: { kind: "quy_dinh", supersedes: [resolution.id] },
  });
  const papers = [resolution, regulation, older, amending];
  const [member] = commune.east.members;
  const { signed: offer, link } = await offerLink(commune, member);
  const scopes: Scope[] = ["commune", cellScope(commune.east.org), `member:${member.member}`];
  const all = [...commune.founding, ...papers.map(({ signed }) => signed), offer];
  const standing = (scope: Scope, more: readonly SignedEntry[] = []) =>
    [...all.filter(({ entry }) => entry.scopes.includes(scope)), ...more] as readonly SignedEntry[];
  const later: Signed[] = [];
  let enrolled: SignedEntry | undefined;

  const answer = async ({ sync }: Replayed): Promise<string> => {
    const hello = { v: 1 as const, now: commune.clock.now(), epoch: "one", scopes };
    const lines: SyncLine[] = [{ tag: "hello", hello }];
    for (const signed of sync?.push ?? []) {
      const entry = parseEntry(signed.payload);
      if (entry.ok) lines.push({ tag: "verdict", verdict: { id: entry.value.id, is: "applied" } });
    }
    const first = await pageLines("commune", standing("commune"));
    if (!sync?.hello.cursors.commune) {
      lines.push(...first.lines);
      const cell = standing(scopes[1] as Scope, enrolled ? [enrolled] : []);
      lines.push(...(await pageLines(scopes[1] as Scope, cell)).lines);
      for (const { textHash, text } of papers) lines.push({ tag: "text", hash: textHash, text });
    } else if (later.length > 0) lines.push(...(await pageLines("commune", later.splice(0), first)).lines);
    return toBody([...lines, { tag: "end", more: false }]);
  };
  const replay = createReplay((asked) => {
    if (asked.path === "/time") return JSON.stringify({ now: commune.clock.now() });
    if (asked.path.startsWith("/offers/")) return formatSigned(offer);
    if (asked.path !== "/enrol") return answer(asked);
    enrolled = parseSigned(asked.body);
    return JSON.stringify({ is: "applied" });
  });
  const device = startPhone({ transport: replay.transport, clock: commune.clock });
  await device.enrol(link);
  await device.sync();
  const reading = await device.reading();
  return { commune, device, reading, replay, later, resolution, regulation, older, amending };
};

const number = (serial: number, symbol: string, organ: string) => ({
  form: "party" as const,
  serial,
  symbol,
  organ,
});

test("papers are found by the name that a text gives them: kind and day decide where they are said", async () => {
  const { reading, regulation, older } = await setUp();
  const paper = number(105, "QĐ", "ĐU");
  const found = await reading.papersNamed([
    { number: paper },
    { number: paper, kind: "quy_dinh" },
    { number: paper, issuedOn: "2021-03-01" },
    { number: paper, issuedOn: "2020-01-01" },
    { number: number(7, "QĐ", "ĐU") },
  ]);
  expect(found.map((rows) => rows.map(({ id }) => id))).toEqual([
    [regulation.id, older.id],
    [regulation.id],
    [older.id],
    [],
    [],
  ]);
});

test("what belongs to a paper: what it names, replaces and amends, and who names it", async () => {
  const { reading, resolution, regulation, amending } = await setUp();
  const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
  const ofRegulation = await reading.related(regulation.id);
  expect(ids(ofRegulation.cites)).toEqual([resolution.id]);
  expect(ids(ofRegulation.citedBy)).toEqual([amending.id]);
  const ofAmending = await reading.related(amending.id);
  expect(ids(ofAmending.supersedes)).toEqual([resolution.id]);
  expect(ids(ofAmending.amends)).toEqual([regulation.id]);
  expect(ids((await reading.related(resolution.id)).citedBy)).toEqual([regulation.id]);
});

test("notes stay through syncs and freed texts, are sent nowhere, and go with their paper", async () => {
  const { commune, device, reading, replay, later, regulation, resolution } = await setUp();
  const draft = (document: NoteDraft["document"]): NoteDraft => ({
    document,
    kind: "mark",
    words: "Hỏi lại chi ủy",
    block: 0,
    from: 0,
    endBlock: 0,
    to: 9,
    quote: "Thực hiện",
    before: "",
    after: "",
  });
  const kept = await reading.keepNote(draft(regulation.id));
  await reading.keepNote(draft(resolution.id));
  await device.library.markRead(regulation.id);
  await device.sync();
  await device.freeStorage();
  expect((await next(reading.notes(regulation.id))).map(({ id, words }) => [id, words])).toEqual([
    [kept.id, "Hỏi lại chi ủy"],
  ]);
  expect(JSON.stringify(replay.asked)).not.toContain("Hỏi lại");

  await reading.removeNote(kept.id);
  expect(await next(reading.notes(regulation.id))).toEqual([]);
  await reading.keepNote(kept);
  expect((await next(reading.allNotes())).map(({ paper, notes }) => [paper.id, notes.length])).toEqual(
    expect.arrayContaining([
      [regulation.id, 1],
      [resolution.id, 1],
    ]),
  );

  expect(await reading.recalled(regulation.id)).toBeUndefined();
  later.push(await commune.recall(regulation));
  await device.sync();
  // Whoever had it is told why; nothing else of it is left.
  expect(await reading.recalled(regulation.id)).toMatchObject({ reason: "Phát hành nhầm" });
  expect(await device.store.mirror.notes.toArray()).toMatchObject([{ document: resolution.id }]);
});
