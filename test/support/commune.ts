import { createTestClock } from "../../src/domain/clock";
import { type CellRole, type Directory, emptyDirectory, rosterScopes } from "../../src/domain/directory";
import type { IssuedBody } from "../../src/domain/document";
import { receiptScopes } from "../../src/domain/document";
import type { Entry } from "../../src/domain/entry";
import {
  type DocumentId,
  type EntryId,
  type Hash,
  type MemberId,
  newLocalId,
  type OrgId,
} from "../../src/domain/ids";
import { createSeededRandom } from "../../src/domain/random";
import type { ReadingText } from "../../src/domain/reading-text";
import { cellScope, type Scope } from "../../src/domain/scope";
import { admit } from "../../src/protocol/admit";
import { proveEnrolment } from "../../src/protocol/enrolment-proof";
import { createSigner, generateKeyPair, type Signer } from "../../src/protocol/keys";
import { sha256 } from "../../src/protocol/sha256";
import { type Draft, type SignedEntry, signEntry } from "../../src/protocol/signed-entry";

/** One phone or office desk: whose it is and the key it signs with. */
export interface TestDevice {
  readonly signer: Signer;
  readonly member: MemberId;
  readonly org: OrgId;
}

export type Signed = SignedEntry & { readonly entry: Entry };

/** A paper with its reading text, as a publisher would hand it in. */
export interface TestPaper {
  readonly id: DocumentId;
  readonly signed: Signed;
  readonly text: string;
  readonly textHash: Hash;
}

export interface PaperOptions {
  readonly scopes?: readonly Scope[];
  readonly number?: string;
  readonly abstract?: string;
  readonly words?: string;
  /** The whole reading text, in place of one paragraph of `words`. */
  readonly blocks?: ReadingText["blocks"];
  readonly body?: Partial<IssuedBody>;
  readonly id?: DocumentId;
}

export const newSigner = async (): Promise<Signer> => createSigner(await generateKeyPair(true));

/**
 * A tiny commune, every entry really signed: a root, a cell of the office with one publishing desk, two village
 * cells, each with a secretary and two members who have phones. `founding` makes all of it, in order.
 * Names are the same for the same seed; keys and signatures are not.
 */
export const createTestCommune = async (seed = 1) => {
  const clock = createTestClock();
  const random = createSeededRandom(seed);
  const founding: Signed[] = [];

  /** Signs a fact a second after the one before. */
  const sign = async (signer: Signer, draft: Draft): Promise<Signed> => {
    clock.advance(1000);
    return signEntry(signer, draft, clock, random);
  };
  const found = async (signer: Signer, draft: Draft): Promise<Signed> => {
    const signed = await sign(signer, draft);
    founding.push(signed);
    return signed;
  };

  const root = await newSigner();
  const communeId = newLocalId(random);
  await found(root, {
    type: "commune.founded",
    scopes: ["commune"],
    subject: communeId,
    body: { name: "Đảng bộ xã Thử", key: root.key },
  });

  const formOrg = async (name: string, setting: string): Promise<OrgId> => {
    const id = newLocalId<OrgId>(random);
    const body = { name, kind: "cell", setting };
    await found(root, { type: "organisation.formed", scopes: ["commune"], subject: id, body });
    return id;
  };
  const officeCell = await formOrg("Chi bộ Cơ quan", "office");
  const cells = [await formOrg("Chi bộ thôn Đông", "village"), await formOrg("Chi bộ thôn Đoài", "village")];

  const listMember = async (name: string, org: OrgId, by: Signer = root): Promise<MemberId> => {
    const id = newLocalId<MemberId>(random);
    const body = { name, org, kind: "official" };
    await found(by, { type: "member.listed", scopes: rosterScopes(org), subject: id, body });
    return id;
  };

  /** An offer and the private half of its link. */
  const offer = async (
    by: Signer,
    member: MemberId,
    org: OrgId,
    role: "office" | "secretary" | "member",
  ): Promise<{ readonly signed: Signed; readonly oneTime: Signer }> => {
    const oneTime = await newSigner();
    const scopes: Scope[] =
      role === "office" ? ["commune", cellScope(org), "office"] : [cellScope(org), "office"];
    const signed = await sign(by, {
      type: "enrolment.offered",
      scopes,
      subject: member,
      body: {
        member,
        org,
        role,
        ...(role === "office" && { title: "Văn phòng Đảng ủy" }),
        key: oneTime.key,
        expires: clock.now() + 6 * 24 * 3600_000,
      },
    });
    return { signed, oneTime };
  };

  /** A new device takes up an offer: its key, and the entry that brings it. */
  const takeUp = async (
    taken: { readonly signed: Signed; readonly oneTime: Signer },
    signer?: Signer,
  ): Promise<{ readonly device: TestDevice; readonly signed: Signed }> => {
    const device = signer ?? (await newSigner());
    const { member, org } = taken.signed.entry.body as { member: MemberId; org: OrgId };
    const id = taken.signed.entry.id as EntryId;
    const signed = await sign(device, {
      type: "device.enrolled",
      scopes: taken.signed.entry.scopes,
      subject: member,
      body: { offer: id, org, key: device.key, proof: await proveEnrolment(taken.oneTime, id, device.id) },
    });
    return { device: { signer: device, member, org }, signed };
  };

  /** Offer and enrolment at once: the new device and both entries. */
  const enrol = async (
    by: Signer,
    member: MemberId,
    org: OrgId,
    role: "office" | "secretary" | "member",
  ): Promise<{ readonly device: TestDevice; readonly entries: readonly [Signed, Signed] }> => {
    const offered = await offer(by, member, org, role);
    const { device, signed } = await takeUp(offered);
    return { device, entries: [offered.signed, signed] };
  };
  const foundDevice = async (...args: Parameters<typeof enrol>): Promise<TestDevice> => {
    const { device, entries } = await enrol(...args);
    founding.push(...entries);
    return device;
  };

  const grant = (member: MemberId, org: OrgId, role: CellRole | null): Draft => ({
    type: "role.granted",
    scopes: rosterScopes(org),
    subject: member,
    body: { org, role },
  });

  const clerk = await listMember("Phạm Thị Văn Thư", officeCell);
  const office = await foundDevice(root, clerk, officeCell, "office");

  const villages: { org: OrgId; secretary: TestDevice; members: [TestDevice, TestDevice] }[] = [];
  for (const [i, org] of cells.entries()) {
    const chief = await listMember(`Bí thư Số ${i + 1}`, org, office.signer);
    await found(office.signer, grant(chief, org, "secretary"));
    const secretary = await foundDevice(office.signer, chief, org, "secretary");
    const first = await listMember(`Đảng viên ${i + 1}A`, org, office.signer);
    const second = await listMember(`Đảng viên ${i + 1}B`, org, office.signer);
    villages.push({
      org,
      secretary,
      members: [
        await foundDevice(secretary.signer, first, org, "member"),
        await foundDevice(office.signer, second, org, "member"),
      ],
    });
  }
  const [east, west] = villages;
  if (!east || !west) throw new Error("two villages were just made");

  /** A paper of the office to the whole commune, unless told otherwise. Its text must be put before the entry is pushed. */
  const paper = async (options: PaperOptions = {}, by: Signer = office.signer): Promise<TestPaper> => {
    const id = options.id ?? newLocalId<DocumentId>(random);
    const blocks = options.blocks ?? [{ k: "p", r: [options.words ?? `Nội dung của văn bản ${id}.`] }];
    const text = JSON.stringify({ v: 1, blocks } satisfies ReadingText);
    const textHash = await sha256(text);
    const body: IssuedBody = {
      kind: "ke_hoach",
      ...(options.number && { number: options.number }),
      issuedOn: "2026-11-20",
      abstract: options.abstract ?? `Kế hoạch thử ${id}`,
      issuer: "Đảng ủy xã Thử",
      urgency: "normal",
      text: { hash: textHash, bytes: new TextEncoder().encode(text).length },
      declaredBy: "Phạm Thị Văn Thư",
      ...options.body,
    };
    const scopes = options.scopes ?? ["commune"];
    const signed = await sign(by, { type: "document.issued", scopes, subject: id, body });
    return { id, signed, text, textHash };
  };

  const recall = (of: TestPaper, by: Signer = office.signer): Promise<Signed> =>
    sign(by, {
      type: "document.recalled",
      scopes: of.signed.entry.scopes,
      subject: of.id,
      body: { reason: "Phát hành nhầm" },
    });

  /** `document.read` or `document.acknowledged` by a member's device. */
  const receipt = (device: TestDevice, document: DocumentId, type = "document.read"): Promise<Signed> =>
    sign(device.signer, {
      type,
      scopes: receiptScopes(device.org, device.member),
      subject: document,
      body: {},
    });

  return {
    clock,
    random,
    root,
    officeCell,
    office,
    east,
    west,
    founding: founding as readonly Signed[],
    sign,
    newMember: (name: string, org: OrgId) => {
      const id = newLocalId<MemberId>(random);
      const body = { name, org, kind: "official" };
      return sign(office.signer, { type: "member.listed", scopes: rosterScopes(org), subject: id, body });
    },
    offer,
    takeUp,
    enrol,
    grant,
    paper,
    recall,
    receipt,
  };
};
export type TestCommune = Awaited<ReturnType<typeof createTestCommune>>;

/** Admits entries in order into a directory, as any receiver does; throws at the first refusal. */
export const admitAll = async (
  entries: readonly SignedEntry[],
  root: Signer["id"],
  directory: Directory = emptyDirectory(),
): Promise<Directory> => {
  for (const signed of entries) {
    const admitted = await admit(signed, directory, { root });
    if (!admitted.ok) throw new Error(`refused: ${admitted.error} ${signed.payload}`);
    const { definition, entry, author } = admitted.value;
    if (definition.view === "directory") definition.reduce(directory, entry, author);
  }
  return directory;
};
