import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { openApplier } from "../../../test/support/applier";
import { createTestCommune, type TestCommune } from "../../../test/support/commune";
import { cellScope, memberScope } from "../../domain/scope";
import type { SignedEntry } from "../../protocol/signed-entry";
import { findEntries } from "../store/entries";
import { type Applier, applyEarly } from "./apply-page";
import { dropScopes } from "./drop-scopes";
import { rejudge } from "./rejudge";
import { retryQuarantine } from "./retry-quarantine";

const openPhone = async (commune: TestCommune): Promise<Applier> => (await openApplier(commune)).applier;

/** What a phone shows after it heard this, a bunch at a time. */
const hear = async (phone: Applier, ...bunches: readonly (readonly SignedEntry[])[]): Promise<void> => {
  for (const bunch of bunches) await applyEarly(phone, bunch);
  await retryQuarantine(phone, false);
  await rejudge(phone);
};
const shown = async ({ db }: Applier) => (await findEntries(db, () => true)).map(({ id }) => id).sort();
const aside = async ({ db }: Applier) => (await db.quarantine.toArray()).map(({ id, code }) => [id, code]);

test("a role that ended before something was signed in it, in whichever order the two are heard", async () => {
  const commune = await createTestCommune();
  const { org, secretary } = commune.east;
  const ended = await commune.sign(commune.office.signer, commune.grant(secretary.member, org, null));
  const issued = (await commune.paper({ scopes: [cellScope(org), "office"] }, secretary.signer)).signed;

  const one = await openPhone(commune);
  await hear(one, commune.founding, [ended], [issued]);
  const other = await openPhone(commune);
  await hear(other, commune.founding, [issued], [ended]);
  expect(await aside(one)).toEqual([[issued.entry.id, "not-allowed"]]);
  expect(await aside(other)).toEqual(await aside(one));
  expect(await shown(other)).toEqual(await shown(one));
  expect(await other.db.documents.count()).toBe(0);
});

test.each(["waiting", "held"] as const)(
  "what is still %s here is for the server to refuse",
  async (state) => {
    const commune = await createTestCommune();
    const { org, secretary } = commune.east;
    const ended = await commune.sign(commune.office.signer, commune.grant(secretary.member, org, null));
    const { signed } = await commune.paper({ scopes: [cellScope(org), "office"] }, secretary.signer);
    const phone = await openPhone(commune);
    await hear(phone, commune.founding, [signed]);
    const { payload, signature, entry } = signed;
    await phone.db.outbox.add({ id: entry.id, payload, signature, state, queuedAt: entry.at, offset: 0 });
    await hear(phone, [ended]);
    expect(await aside(phone)).toEqual([]);
    expect(await shown(phone)).toContain(entry.id);
  },
);

test("a role in a cell that its holder had left by then, in whichever order the two are heard", async () => {
  const commune = await createTestCommune();
  const { org, members } = commune.east;
  const { member } = members[1];
  const to = commune.west.org;
  const moved = await commune.sign(commune.office.signer, {
    type: "member.moved",
    scopes: [cellScope(org), cellScope(to), memberScope(member), "office"],
    subject: member,
    body: { name: "Nguyễn Văn Đi", from: org, to, kind: "official" },
  });
  const granted = await commune.sign(commune.office.signer, commune.grant(member, org, "deputy"));

  const one = await openPhone(commune);
  await hear(one, commune.founding, [moved], [granted]);
  const other = await openPhone(commune);
  await hear(other, commune.founding, [granted], [moved]);
  expect(await aside(one)).toEqual([[granted.entry.id, "not-allowed"]]);
  expect(await aside(other)).toEqual(await aside(one));
  expect(await shown(other)).toEqual(await shown(one));
});

test("a phone lost since yesterday: what was signed with it since is taken back where it was heard before", async () => {
  const commune = await createTestCommune();
  const { org, members } = commune.east;
  const paper = await commune.paper();
  const since = commune.clock.now();
  const read = await commune.receipt(members[1], paper.id);
  const revoked = await commune.sign(commune.office.signer, {
    type: "device.revoked",
    scopes: [cellScope(org), "office"],
    subject: members[1].signer.id,
    body: { org, since },
  });
  const phone = await openPhone(commune);
  await hear(phone, commune.founding, [paper.signed, read]);
  expect(await aside(phone)).toEqual([]);
  await hear(phone, [revoked]);
  expect(await aside(phone)).toEqual([[read.entry.id, "revoked-key"]]);
  expect((await phone.db.documents.toArray())[0]?.view.read).toEqual({});
});

test("what a cell wrote leaves with the cell, numbered or not", async () => {
  const commune = await createTestCommune();
  const room = cellScope(commune.east.org);
  const paper = await commune.paper({ scopes: [room, "office"] });
  const phone = await openPhone(commune);
  await hear(phone, commune.founding, [paper.signed]);
  expect(await phone.db.documents.count()).toBe(1);
  await dropScopes(phone, [room]);
  expect(await phone.db.documents.count()).toBe(0);
  expect(await shown(phone)).not.toContain(paper.signed.entry.id);
});
