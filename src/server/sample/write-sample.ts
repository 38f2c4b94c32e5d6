import type { Clock } from "../../domain/clock";
import { communeFounded, directoryAttested } from "../../domain/commune";
import { rosterScopes } from "../../domain/directory";
import type { mediaTypes } from "../../domain/document";
import { type Hash, type MemberId, newLocalId, type OrgId } from "../../domain/ids";
import { memberListed, roleGranted } from "../../domain/member";
import { organisationFormed } from "../../domain/organisation";
import type { Random } from "../../domain/random";
import type { Scope } from "../../domain/scope";
import type { Signer } from "../../protocol/keys";
import type { Draft, SignedEntry } from "../../protocol/signed-entry";
import type { Verdict } from "../../protocol/sync-line";
import { desks } from "./desks";
import { enrolPeople } from "./enrol-people";
import { paperDrafts } from "./paper-drafts";
import type { SampleCommune, SampleDocument, SampleMember } from "./sample-commune";
import { createSampleWriter } from "./sample-writer";

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

/**
 * Signs the whole sample with real keys, through the real chain of trust, and hands it over in batches.
 * The keys of its desks and secretaries are forgotten afterwards: nobody can write in their name.
 */
export const writeSample = async (commune: SampleCommune, sink: SampleSink): Promise<SamplePeople> => {
  const writer = createSampleWriter(sink);
  const { root } = sink;
  await writer.writeNow(root, [
    draftOf(communeFounded.type, ["commune"], newLocalId<OrgId>(sink.random), {
      name: commune.name,
      key: root.key,
    }),
  ]);
  const deskPeople = desks.map(({ cell }) => personOfDesk(commune, cell));
  const titled = desks.map(({ title }, i) => ({ ...idsOf(deskPeople[i]), title }));
  const deskSigners = await enrolPeople(writer, root, titled, "office");
  const [office] = deskSigners;
  if (!office) throw new Error("no desk");

  const { orgs, members, documents } = commune;
  await writer.writeNow(
    office,
    orgs.map(({ id, ...body }) => draftOf(organisationFormed.type, ["commune"], id, body)),
  );
  await writer.writeNow(
    office,
    members.map(({ id, name, org, kind }) =>
      draftOf(memberListed.type, rosterScopes(org), id, { name, org, kind }),
    ),
  );
  await writer.writeNow(
    office,
    members
      .filter(({ role }) => role)
      .map(({ id, org, role }) => draftOf(roleGranted.type, rosterScopes(org), id, { org, role })),
  );

  const issuing = [
    ...new Set(documents.flatMap(({ publisher }) => ("cell" in publisher ? [publisher.cell] : []))),
  ];
  const secretaries = issuing.map((org) => secretaryOf(commune, org));
  const secretarySigners = await enrolPeople(writer, office, secretaries.map(idsOf), "secretary");
  const publisherOf = ({ publisher }: SampleDocument) => {
    const desk = "desk" in publisher;
    const i = desk
      ? desks.findIndex(({ title }) => title === publisher.desk)
      : issuing.indexOf(publisher.cell);
    const signer = (desk ? deskSigners : secretarySigners)[i];
    const person = (desk ? deskPeople : secretaries)[i];
    if (!signer || !person) throw new Error("a document without a publisher");
    return { signer, name: person.name };
  };
  await writer.write(await paperDrafts(documents, publisherOf, sink));
  const vouched = { ...writer.communeScope(), revoked: [] };
  const draft = draftOf(directoryAttested.type, ["commune"], office.id, vouched);
  await writer.write([{ signer: office, at: writer.now, draft }]);
  return peopleOf(commune, deskPeople[0]);
};

const draftOf = (type: string, scopes: readonly Scope[], subject: string, body: unknown): Draft => ({
  type,
  scopes,
  subject,
  body,
});

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
