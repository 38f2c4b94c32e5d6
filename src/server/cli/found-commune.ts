import { communeFounded } from "../../domain/commune";
import { maxFileBytes, maxTextBytes } from "../../domain/document";
import { type MemberId, newLocalId, type OrgId } from "../../domain/ids";
import { memberListed } from "../../domain/member";
import { organisationFormed } from "../../domain/organisation";
import { cellScope } from "../../domain/scope";
import type { Signer } from "../../protocol/keys";
import { type Draft, signEntry } from "../../protocol/signed-entry";
import { sampleCommune } from "../sample/sample-commune";
import { writeSample } from "../sample/write-sample";
import type { Invited } from "./links";
import type { Office } from "./open-office";

/** The same people and papers in every sample, so that a bug report can be followed. */
const sampleSeed = 67;

/** Writes the sample commune through the front door, as real desks would; returns whom to invite. */
export const foundSample = async (office: Office, root: Signer): Promise<Invited[]> => {
  const { log, blobs, clock, random } = office;
  const keep = async (bytes: Uint8Array, max: number) => {
    const stored = await blobs.put(bytes, max);
    if (!stored.ok) throw new Error("a paper of the sample is too large");
    return stored.value.hash;
  };
  const people = await writeSample(sampleCommune(sampleSeed), {
    accept: log.accept,
    putText: (json) => keep(new TextEncoder().encode(json), maxTextBytes),
    putFile: (bytes) => keep(bytes, maxFileBytes),
    root,
    clock,
    random,
  });
  return [
    { ...people.clerk, role: "office" },
    { ...people.secretary, role: "secretary" },
    { ...people.member, role: "member" },
  ];
};

const firstCell = "Chi bộ Văn phòng Đảng ủy";
const firstDesk = "Văn phòng Đảng ủy";
const firstClerk = "Văn thư";

/**
 * A real, empty commune: its name, the office's own cell and one clerk in it, who enters everything else. The clerk's
 * name can be corrected on the office page.
 */
export const foundEmpty = async (office: Office, root: Signer, name: string): Promise<Invited[]> => {
  const { log, clock, random } = office;
  const [commune, committee, org] = [0, 1, 2].map(() => newLocalId<OrgId>(random)) as [OrgId, OrgId, OrgId];
  const member = newLocalId<MemberId>(random);
  const drafts: Draft[] = [
    { type: communeFounded.type, scopes: ["commune"], subject: commune, body: { name, key: root.key } },
    {
      type: organisationFormed.type,
      scopes: ["commune"],
      subject: committee,
      body: { name, kind: "committee", setting: "office" },
    },
    {
      type: organisationFormed.type,
      scopes: ["commune"],
      subject: org,
      body: { name: firstCell, kind: "cell", setting: "office", parent: committee },
    },
    {
      type: memberListed.type,
      scopes: [cellScope(org), "office"],
      subject: member,
      body: { name: firstClerk, org, kind: "official" },
    },
  ];
  const signed = [];
  for (const draft of drafts) signed.push(await signEntry(root, draft, clock, random));
  for (const verdict of await log.accept(signed))
    if (verdict.is !== "applied") throw new Error("the founding entries were not taken");
  return [{ member, org, name: firstClerk, orgName: firstCell, role: "office", title: firstDesk }];
};
