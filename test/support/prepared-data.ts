import { systemClock } from "../../src/domain/clock";
import { rosterScopes } from "../../src/domain/directory";
import { maxTextBytes } from "../../src/domain/document";
import { keyScopes } from "../../src/domain/enrolment";
import { type DocumentId, type MemberId, newLocalId, type OrgId } from "../../src/domain/ids";
import { cellScope, memberScope, type Scope } from "../../src/domain/scope";
import { type EnrolmentTicket, formatEnrolmentLink } from "../../src/protocol/enrolment-link";
import { proveEnrolment } from "../../src/protocol/enrolment-proof";
import { createSigner, exportPrivateKey, generateKeyPair, type Signer } from "../../src/protocol/keys";
import { type Draft, type SignedEntry, signEntry } from "../../src/protocol/signed-entry";
import type { Cursor } from "../../src/protocol/sync-request";
import { type Office, openOffice, systemRandom } from "../../src/server/cli/open-office";
import type { GeneratedDirective } from "./directives";

/** A phone that is enrolled already and holds everything there is so far. */
export interface PreparedPhone {
  readonly signer: Signer;
  readonly member: MemberId;
  readonly org: OrgId;
  readonly cursors: Readonly<Record<string, Cursor>>;
}

const batchSize = 400;

/** Offers one device to a member: the entry, and what the link will hold. */
export const makeOffer = async (
  root: Signer,
  {
    member,
    org,
    role,
  }: { readonly member: MemberId; readonly org: OrgId; readonly role: "office" | "member" },
) => {
  const pair = await generateKeyPair(true);
  const oneTime = await createSigner(pair);
  const office = role === "office";
  const expires = systemClock.now() + 6 * 24 * 3600_000;
  const signed = await signEntry(
    root,
    {
      type: "enrolment.offered",
      scopes: keyScopes(org, office),
      subject: member,
      body: { member, org, role, ...(office && { title: "Văn phòng" }), key: oneTime.key, expires },
    },
    systemClock,
    systemRandom,
  );
  const key = await exportPrivateKey(pair);
  const ticket: EnrolmentTicket = { offer: signed.entry.id, root: root.id, key };
  return { signed, oneTime, ticket };
};

/** Opens the office on a data folder, founds a commune by hand and closes it again: what benches start from. */
export const prepareData = async (
  dataDir: string,
  {
    directives = [],
    phones = 0,
    guests = 1,
    led = false,
    perCell = 25,
    databaseUrl,
  }: {
    readonly directives?: readonly GeneratedDirective[];
    readonly phones?: number;
    /** Members without a phone yet, and a link for each. */
    readonly guests?: number;
    /** The first of the guests is secretary of their cell. */
    readonly led?: boolean;
    /** Members with a phone in one cell. */
    readonly perCell?: number;
    /** PostgreSQL instead of the embedded database. */
    readonly databaseUrl?: string;
  },
) => {
  const root = await createSigner(await generateKeyPair(true));
  const office = await openOffice({
    settings: { dataDir, databaseUrl },
    root: root.id,
    say: () => {},
  });
  try {
    const founded = await found(office, root, { phones, guests, led, perCell });
    await publish(office, root, directives);
    return { root, ...founded, phones: await withCursors(office, founded.phones) };
  } finally {
    await office.close();
  }
};

/** Hands entries to an open office in batches, and throws unless all were taken. */
export const acceptAll = async (office: Office, signed: readonly SignedEntry[]) => {
  for (let from = 0; from < signed.length; from += batchSize)
    for (const verdict of await office.log.accept(signed.slice(from, from + batchSize)))
      if (verdict.is !== "applied") throw new Error(`not applied: ${JSON.stringify(verdict)}`);
};

const found = async (
  office: Office,
  root: Signer,
  {
    phones: count,
    guests,
    led,
    perCell,
  }: {
    readonly phones: number;
    readonly guests: number;
    readonly led: boolean;
    readonly perCell: number;
  },
) => {
  const sign = (signer: Signer, draft: Draft) => signEntry(signer, draft, systemClock, systemRandom);
  const signed: SignedEntry[] = [
    await sign(root, {
      type: "commune.founded",
      scopes: ["commune"],
      subject: newLocalId<OrgId>(systemRandom),
      body: { name: "Đảng bộ xã Đo", key: root.key },
    }),
  ];
  const list = async (org: OrgId, name = "Đồng chí Đo") => {
    const member = newLocalId<MemberId>(systemRandom);
    const body = { name, org, kind: "official" };
    signed.push(
      await sign(root, { type: "member.listed", scopes: [cellScope(org), "office"], subject: member, body }),
    );
    return member;
  };
  const offer = async (member: MemberId, org: OrgId) => {
    const made = await makeOffer(root, { member, org, role: "member" });
    signed.push(made.signed);
    return made;
  };

  const phones: Omit<PreparedPhone, "cursors">[] = [];
  let org = "" as OrgId;
  for (let i = 0; i <= count; i += 1) {
    if (i % perCell === 0) {
      org = newLocalId<OrgId>(systemRandom);
      const body = { name: `Chi bộ số ${i / perCell + 1}`, kind: "cell", setting: "village" };
      signed.push(await sign(root, { type: "organisation.formed", scopes: ["commune"], subject: org, body }));
    }
    if (i === count) break;
    const member = await list(org);
    const { ticket, oneTime } = await offer(member, org);
    const id = ticket.offer;
    const signer = await createSigner(await generateKeyPair(false));
    const proof = await proveEnrolment(oneTime, id, signer.id);
    const body = { offer: id, org, key: signer.key, proof };
    signed.push(
      await sign(signer, {
        type: "device.enrolled",
        scopes: [cellScope(org), "office"],
        subject: member,
        body,
      }),
    );
    phones.push({ signer, member, org });
  }
  const tickets: EnrolmentTicket[] = [];
  const guestsListed: MemberId[] = [];
  for (let i = 0; i < guests; i += 1) {
    const member = await list(org, `Đồng chí Đo ${i + 1}`);
    guestsListed.push(member);
    if (led && i === 0)
      signed.push(
        await sign(root, {
          type: "role.granted",
          scopes: rosterScopes(org),
          subject: member,
          body: { org, role: "secretary" },
        }),
      );
    tickets.push((await offer(member, org)).ticket);
  }
  await acceptAll(office, signed);
  return {
    phones,
    /** The cell of those without a phone. */
    guestOrg: org,
    guests: guestsListed,
    /** Links that are still open, for real browsers. */
    links: (origin: string) => tickets.map((ticket) => formatEnrolmentLink(origin, ticket)),
  };
};

/** Signs one paper for the whole commune; its text must be put before. */
export const issue = (
  signer: Signer,
  paper: GeneratedDirective,
  text: { readonly hash: string; readonly bytes: number },
) => {
  const { kind, number, issuedOn, abstract, issuer, urgency, acknowledgeBy } = paper;
  return signEntry(
    signer,
    {
      type: "document.issued",
      scopes: ["commune"],
      subject: newLocalId<DocumentId>(systemRandom),
      body: {
        kind,
        number,
        issuedOn,
        abstract,
        issuer,
        urgency,
        ...(acknowledgeBy && { acknowledgeBy }),
        text,
        declaredBy: "Đồng chí Đo",
      },
    },
    systemClock,
    systemRandom,
  );
};

const publish = async (office: Office, signer: Signer, directives: readonly GeneratedDirective[]) => {
  const signed: SignedEntry[] = [];
  for (const paper of directives) {
    const stored = await office.blobs.put(new TextEncoder().encode(paper.json), maxTextBytes);
    if (!stored.ok) throw new Error("text too large");
    signed.push(await issue(signer, paper, stored.value));
  }
  await acceptAll(office, signed);
};

/** The phones with the cursors of who holds everything there is so far. */
export const withCursors = async (
  { log }: Office,
  phones: readonly Omit<PreparedPhone, "cursors">[],
): Promise<readonly PreparedPhone[]> => {
  const known = new Map<Scope, Cursor>();
  const cursorOf = async (scope: Scope): Promise<Cursor> => {
    const found = known.get(scope);
    if (found) return found;
    const n = (await log.heads([scope])).get(scope) ?? 0;
    const digest = (await log.digestAt(scope, n)) ?? "A".repeat(43);
    known.set(scope, { n, full: n, digest });
    return { n, full: n, digest };
  };
  const ready: PreparedPhone[] = [];
  for (const phone of phones) {
    const scopes: Scope[] = ["commune", cellScope(phone.org), memberScope(phone.member)];
    const cursors = Object.fromEntries(
      await Promise.all(scopes.map(async (scope) => [scope, await cursorOf(scope)] as const)),
    );
    ready.push({ ...phone, cursors });
  }
  return ready;
};
