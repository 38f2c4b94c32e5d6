import type { Clock } from "../../domain/clock";
import { communeFounded, directoryAttested } from "../../domain/commune";
import type { OfferRole } from "../../domain/directory";
import {
  audienceScopes,
  documentIssued,
  documentRecalled,
  documentSuperseded,
  type IssuedBody,
  type mediaTypes,
} from "../../domain/document";
import { deviceEnrolled, enrolmentOffered, offerLifetime } from "../../domain/enrolment";
import { type Hash, type MemberId, newLocalId, type OrgId } from "../../domain/ids";
import { memberListed, roleGranted } from "../../domain/member";
import { organisationFormed } from "../../domain/organisation";
import type { Random } from "../../domain/random";
import { cellScope, type Scope } from "../../domain/scope";
import { emptyDigest, extendDigest } from "../../protocol/digest";
import { proveEnrolment } from "../../protocol/enrolment-proof";
import { createSigner, generateKeyPair, type Signer } from "../../protocol/keys";
import { type Draft, type SignedEntry, signEntry } from "../../protocol/signed-entry";
import type { Verdict } from "../../protocol/sync-line";
import { desks } from "./desks";
import { documentFile } from "./document-file";
import type { SampleCommune, SampleDocument, SampleMember } from "./sample-commune";

export interface SampleSink {
  /** Takes up to 200 entries at once; every verdict must be `applied`. */
  accept(entries: readonly SignedEntry[]): Promise<readonly Verdict[]>;
  /** Keeps a reading text (JSON) before an entry names it. */
  putText(json: string): Promise<Hash>;
  putFile(bytes: Uint8Array<ArrayBuffer>, media: (typeof mediaTypes)[number]): Promise<Hash>;
  readonly root: Signer;
  /** Entries carry the day of their paper, or this clock's time where that is earlier. */
  readonly clock: Clock;
  readonly random: Random;
}

export interface SamplePerson {
  readonly member: MemberId;
  readonly org: OrgId;
  readonly name: string;
  readonly orgName: string;
}

/** People of the sample for whom a first start makes enrolment links. */
export interface SamplePeople {
  /** Of the office; the root offers him the office role as `title`. */
  readonly clerk: SamplePerson & { readonly title: string };
  readonly secretary: SamplePerson;
  readonly member: SamplePerson;
}

const batchSize = 200;
/** The day before the sample's first paper: 3 August 2026, eight o'clock in Vietnam. */
const founding = Date.UTC(2026, 7, 3, 1);

type TimedDraft = { readonly signer: Signer; readonly draft: Draft; readonly at: number };

/**
 * Signs the whole sample with real keys, through the real chain of trust, and hands it over in batches.
 * The keys of its desks and secretaries are forgotten afterwards: nobody can write in their name.
 */
export const writeSample = async (commune: SampleCommune, sink: SampleSink): Promise<SamplePeople> => {
  const now = sink.clock.now();
  let moment = founding;
  let communeCount = 0;
  let digest = emptyDigest;

  const accept = async (signed: readonly SignedEntry[], scopes: readonly (readonly Scope[])[]) => {
    const verdicts = await sink.accept(signed);
    for (const [i, verdict] of verdicts.entries()) {
      if (verdict.is !== "applied")
        throw new Error(`sample entry not applied: ${verdict.is === "rejected" ? verdict.code : verdict.is}`);
      if (!scopes[i]?.includes("commune")) continue;
      communeCount += 1;
      digest = await extendDigest(digest, signed[i]?.signature ?? "");
    }
  };
  /** Signs in parallel, hands over in order. */
  const write = async (drafts: readonly TimedDraft[]) => {
    const entries = [];
    for (let from = 0; from < drafts.length; from += batchSize) {
      const batch = drafts.slice(from, from + batchSize);
      const signed = await Promise.all(
        batch.map(({ signer, draft, at }) =>
          signEntry(signer, draft, { now: () => Math.min(at, now) }, sink.random),
        ),
      );
      await accept(
        signed,
        batch.map(({ draft }) => draft.scopes),
      );
      entries.push(...signed.map(({ entry }) => entry));
    }
    return entries;
  };
  /** Facts of the founding days: one a second. */
  const writeNow = (signer: Signer, drafts: readonly Draft[]) =>
    write(
      drafts.map((draft) => {
        moment += 1000;
        return { signer, draft, at: moment };
      }),
    );

  /** offer → device, for several people at once. */
  const enrol = async (
    by: Signer,
    people: readonly { readonly member: MemberId; readonly org: OrgId; readonly title?: string }[],
    role: OfferRole,
  ): Promise<Signer[]> => {
    const scopes = (org: OrgId): Scope[] =>
      role === "office" ? ["commune", cellScope(org), "office"] : [cellScope(org), "office"];
    const links = await Promise.all(people.map(async () => createSigner(await generateKeyPair(false))));
    const offers = await writeNow(
      by,
      people.map(({ member, org, title }, i) => ({
        type: enrolmentOffered.type,
        scopes: scopes(org),
        subject: member,
        body: {
          member,
          org,
          role,
          ...(title && { title }),
          key: links[i]?.key,
          expires: Math.min(moment, now) + offerLifetime,
        },
      })),
    );
    const devices = await Promise.all(people.map(async () => createSigner(await generateKeyPair(false))));
    const enrolments = await Promise.all(
      people.map(async ({ member, org }, i) => {
        const [link, offer, device] = [links[i], offers[i], devices[i]];
        if (!link || !offer || !device) throw new Error("an offer is missing");
        const proof = await proveEnrolment(link, offer.id, device.id);
        moment += 1000;
        return {
          signer: device,
          at: moment,
          draft: {
            type: deviceEnrolled.type,
            scopes: scopes(org),
            subject: member,
            body: { offer: offer.id, org, key: device.key, proof },
          },
        };
      }),
    );
    await write(enrolments);
    return devices;
  };

  await writeNow(sink.root, [
    {
      type: communeFounded.type,
      scopes: ["commune"],
      subject: newLocalId<OrgId>(sink.random),
      body: { name: commune.name, key: sink.root.key },
    },
  ]);

  const deskPeople = desks.map((desk) => personOfDesk(commune, desk.cell));
  const deskSigners = await enrol(
    sink.root,
    desks.map(({ title }, i) => ({ ...idsOf(deskPeople[i]), title })),
    "office",
  );
  const [office] = deskSigners;
  if (!office) throw new Error("no desk");

  await writeNow(
    office,
    commune.orgs.map(({ id, ...body }) => draftOf(organisationFormed.type, ["commune"], id, body)),
  );
  await writeNow(
    office,
    commune.members.map(({ id, name, org, kind }) =>
      draftOf(memberListed.type, [cellScope(org), "office"], id, { name, org, kind }),
    ),
  );
  await writeNow(
    office,
    commune.members
      .filter(({ role }) => role)
      .map(({ id, org, role }) => draftOf(roleGranted.type, [cellScope(org), "office"], id, { org, role })),
  );

  const issuingCells = [
    ...new Set(commune.documents.flatMap(({ publisher }) => ("cell" in publisher ? [publisher.cell] : []))),
  ];
  const secretaries = issuingCells.map((org) => secretaryOf(commune, org));
  const secretarySigners = await enrol(office, secretaries.map(idsOf), "secretary");
  const publisherOf = ({ publisher }: SampleDocument): { signer: Signer; name: string } => {
    const i =
      "desk" in publisher
        ? desks.findIndex(({ title }) => title === publisher.desk)
        : issuingCells.indexOf(publisher.cell);
    const signer = ("desk" in publisher ? deskSigners : secretarySigners)[i];
    const person = ("desk" in publisher ? deskPeople : secretaries)[i];
    if (!signer || !person) throw new Error("a document without a publisher");
    return { signer, name: person.name };
  };

  const papers: TimedDraft[] = [];
  for (const document of commune.documents) {
    const { signer, name } = publisherOf(document);
    const scopes = audienceScopes(document.audience);
    const at = momentOf(document.issuedOn, sink.random);
    const body = await issuedBody(document, name, sink);
    papers.push({ signer, at, draft: draftOf(documentIssued.type, scopes, document.id, body) });
    if (document.supersedes) {
      const old = commune.documents.find(({ id }) => id === document.supersedes);
      if (!old) throw new Error("supersedes a document that is not there");
      papers.push({
        signer,
        at: at + 60_000,
        draft: draftOf(documentSuperseded.type, audienceScopes(old.audience), old.id, { by: document.id }),
      });
    }
    if (document.recalled)
      papers.push({
        signer,
        at: momentOf(document.recalled.on, sink.random),
        draft: draftOf(documentRecalled.type, scopes, document.id, { reason: document.recalled.reason }),
      });
  }
  await write(papers.sort((a, b) => a.at - b.at));
  await write([
    {
      signer: office,
      at: now,
      draft: draftOf(directoryAttested.type, ["commune"], office.id, {
        upTo: communeCount,
        digest,
        revoked: [],
      }),
    },
  ]);
  return peopleOf(commune, deskPeople[0]);
};

const draftOf = (type: string, scopes: readonly Scope[], subject: string, body: unknown): Draft => ({
  type,
  scopes,
  subject,
  body,
});

/** Between eight and five o'clock of that day in Vietnam. */
const momentOf = (day: string, random: Random): number => {
  const [a = 0, b = 0] = random.bytes(2);
  return Date.parse(`${day}T01:00:00Z`) + Math.floor(((a * 256 + b) / 65536) * 9 * 60 * 60 * 1000);
};

const issuedBody = async (
  document: SampleDocument,
  declaredBy: string,
  sink: SampleSink,
): Promise<IssuedBody> => {
  const { kind, number, issuedOn, abstract, issuer, urgency, acknowledgeBy, expiresOn, supersedes } =
    document;
  const json = JSON.stringify(document.text);
  const file = document.withFile ? await documentFile(document) : undefined;
  return {
    kind,
    ...(number && { number }),
    issuedOn,
    abstract,
    issuer,
    urgency,
    ...(acknowledgeBy && { acknowledgeBy }),
    ...(expiresOn && { expiresOn }),
    ...(supersedes && { supersedes: [supersedes] }),
    text: { hash: await sink.putText(json), bytes: new TextEncoder().encode(json).length },
    ...(file && {
      file: {
        hash: await sink.putFile(file.bytes, file.media),
        bytes: file.bytes.length,
        media: file.media,
        name: file.name,
      },
    }),
    declaredBy,
  };
};

const idsOf = (person: SampleMember | undefined) => {
  if (!person) throw new Error("a person of the sample is missing");
  return { member: person.id, org: person.org };
};

const secretaryOf = (commune: SampleCommune, org: OrgId): SampleMember => {
  const found = commune.members.find((member) => member.org === org && member.role === "secretary");
  if (!found) throw new Error("a cell without a secretary");
  return found;
};

/** The desk's clerk is the deputy of its cell: the secretary is its head and does not file papers. */
const personOfDesk = (commune: SampleCommune, cell: string): SampleMember => {
  const org = commune.orgs.find(({ name }) => name === cell)?.id;
  const found = commune.members.find((member) => member.org === org && member.role === "deputy");
  if (!found) throw new Error("a desk without a clerk");
  return found;
};

const peopleOf = (commune: SampleCommune, clerk: SampleMember | undefined): SamplePeople => {
  const village = commune.orgs.find(({ setting }) => setting === "village")?.id;
  const inVillage = commune.members.filter(({ org }) => org === village);
  const person = (member: SampleMember | undefined): SamplePerson => ({
    ...idsOf(member),
    name: member?.name ?? "",
    orgName: commune.orgs.find(({ id }) => id === member?.org)?.name ?? "",
  });
  return {
    clerk: { ...person(clerk), title: desks[0].title },
    secretary: person(inVillage.find(({ role }) => role === "secretary")),
    member: person(inVillage.find(({ role, kind }) => !role && kind === "official")),
  };
};
