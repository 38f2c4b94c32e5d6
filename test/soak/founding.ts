import type { Clock } from "../../src/domain/clock";
import { type CellRole, rosterScopes } from "../../src/domain/directory";
import { deviceEnrolled } from "../../src/domain/enrolment";
import { type MemberId, newLocalId, type OrgId } from "../../src/domain/ids";
import { createSeededRandom } from "../../src/domain/random";
import type { EnrolmentTicket } from "../../src/protocol/enrolment-link";
import { proveEnrolment } from "../../src/protocol/enrolment-proof";
import { createSigner, generateKeyPair, type Signer } from "../../src/protocol/keys";
import { type Draft, type SignedEntry, signEntry } from "../../src/protocol/signed-entry";
import { openOffice, systemRandom } from "../../src/server/cli/open-office";
import { personName } from "../../src/server/sample/people";
import { acceptAll, makeOffer, withCursors } from "../support/prepared-data";
import type { LightPhone } from "./light-phone";
import type { Plan } from "./plan";

export interface Person {
  readonly member: MemberId;
  readonly name: string;
  readonly phone: LightPhone;
  readonly role?: CellRole;
}

/** A cell; its secretary is the first of its people. */
export interface Cell {
  readonly org: OrgId;
  readonly name: string;
  readonly people: readonly [Person, ...Person[]];
}

export interface Commune {
  readonly cells: readonly Cell[];
  /** Every member's. */
  readonly phones: readonly LightPhone[];
  /** The office's publishing desk; its clerk belongs to the first cell. */
  readonly desk: LightPhone;
  /** Open links: for another desk, for a secretary's and for a member's other phone. */
  readonly tickets: readonly EnrolmentTicket[];
  /** All that the log holds. */
  readonly entries: readonly SignedEntry[];
}

/** A secretary, a deputy, and a committee in cells that are large enough to elect one. */
const roleAt = (place: number, size: number): CellRole | undefined => {
  if (place === 0) return "secretary";
  if (place === 1 && size >= 6) return "deputy";
  return size >= 14 && place < (size >= 26 ? 5 : 3) ? "committee" : undefined;
};

/** Cells differ: the largest has about three times as many members as the smallest. */
const sizesOf = ({ cells, members, seed }: Plan): readonly number[] => {
  const random = createSeededRandom(seed);
  const weights = Array.from({ length: cells }, () => 0.5 + random.next());
  const sum = weights.reduce((a, b) => a + b, 0);
  const ends = weights.map((_, i) =>
    Math.round((weights.slice(0, i + 1).reduce((a, b) => a + b, 0) / sum) * members),
  );
  return ends.map((end, i) => end - (ends[i - 1] ?? 0));
};

/** Founds a commune in which everyone has a phone already, on a data folder that no server has open. */
export const foundCommune = async (
  plan: Plan,
  settings: { readonly dataDir: string; readonly databaseUrl: string | undefined },
  clock: Clock,
): Promise<Commune> => {
  const root = await createSigner(await generateKeyPair(true));
  const random = createSeededRandom(plan.seed);
  const entries: SignedEntry[] = [];
  const sign = async (signer: Signer, draft: Draft) => {
    entries.push(await signEntry(signer, draft, clock, systemRandom));
  };
  const offer = async (member: MemberId, org: OrgId, role: "office" | "member") => {
    const made = await makeOffer(root, { member, org, role });
    entries.push(made.signed);
    return made;
  };
  const enrol = async (member: MemberId, org: OrgId, role: "office" | "member"): Promise<Signer> => {
    const { signed, oneTime } = await offer(member, org, role);
    const signer = await createSigner(await generateKeyPair(false));
    const { id, scopes } = signed.entry;
    const proof = await proveEnrolment(oneTime, id, signer.id);
    const body = { offer: id, org, key: signer.key, proof };
    await sign(signer, { type: deviceEnrolled.type, scopes, subject: member, body });
    return signer;
  };
  const phoneOf = (signer: Signer, member: MemberId, org: OrgId): LightPhone => ({
    signer,
    member,
    org,
    cursors: {},
    epoch: null,
    outbox: [],
    unread: [],
  });

  await sign(root, {
    type: "commune.founded",
    scopes: ["commune"],
    subject: newLocalId<OrgId>(systemRandom),
    body: { name: "Đảng bộ xã Bền", key: root.key },
  });
  const person = async (org: OrgId, role: CellRole | undefined): Promise<Person> => {
    const member = newLocalId<MemberId>(systemRandom);
    const name = personName(random);
    const scopes = rosterScopes(org);
    await sign(root, {
      type: "member.listed",
      scopes,
      subject: member,
      body: { name, org, kind: "official" },
    });
    if (role) await sign(root, { type: "role.granted", scopes, subject: member, body: { org, role } });
    const phone = phoneOf(await enrol(member, org, "member"), member, org);
    return { member, name, phone, ...(role && { role }) };
  };
  const cells: Cell[] = [];
  for (const [i, size] of sizesOf(plan).entries()) {
    const org = newLocalId<OrgId>(systemRandom);
    const name = `Chi bộ số ${i + 1}`;
    const body = { name, kind: "cell", setting: i === 0 ? "office" : "village" };
    await sign(root, { type: "organisation.formed", scopes: ["commune"], subject: org, body });
    const secretary = await person(org, "secretary");
    const others: Person[] = [];
    for (let place = 1; place < size; place += 1) others.push(await person(org, roleAt(place, size)));
    cells.push({ org, name, people: [secretary, ...others] });
  }
  const [first] = cells;
  const last = cells.at(-1);
  const clerk = first?.people.at(-1);
  const member = last?.people.at(-1);
  if (!first || !last || !clerk || !member) throw new Error("a commune has cells, and they have members");
  const desk = phoneOf(await enrol(clerk.member, first.org, "office"), clerk.member, first.org);
  const tickets = [
    (await offer(clerk.member, first.org, "office")).ticket,
    (await offer(last.people[0].member, last.org, "member")).ticket,
    (await offer(member.member, last.org, "member")).ticket,
  ];

  const office = await openOffice({ settings, root: root.id, say: () => undefined });
  try {
    await acceptAll(office, entries);
    const phones = cells.flatMap(({ people }) => people.map(({ phone }) => phone));
    // They hold all of it: a year begins with phones that are in use.
    const ready = await withCursors(office, phones);
    for (const [i, phone] of phones.entries()) phone.cursors = { ...ready[i]?.cursors };
    return { cells, phones, desk, tickets, entries };
  } finally {
    await office.close();
  }
};
