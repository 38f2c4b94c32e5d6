import { rosterScopes } from "../../../src/domain/directory";
import { keyScopes } from "../../../src/domain/enrolment";
import type { EntryId, MemberId, OrgId } from "../../../src/domain/ids";
import { newLocalId } from "../../../src/domain/ids";
import type { Random } from "../../../src/domain/random";
import { formatEnrolmentLink } from "../../../src/protocol/enrolment-link";
import { createSigner, exportPrivateKey, generateKeyPair, type Signer } from "../../../src/protocol/keys";
import { type Draft, type SignedEntry, signEntry } from "../../../src/protocol/signed-entry";
import { sleep, worldNow } from "../world/loop";
import type { Plan } from "./plan";

/** Somebody who gets a phone at the start. */
export interface Person {
  readonly member: MemberId;
  readonly name: string;
  readonly org: OrgId;
  readonly role: "office" | "secretary" | "member";
  readonly link: string;
}

export interface Founding {
  readonly root: Signer;
  readonly cells: readonly OrgId[];
  readonly people: readonly Person[];
  readonly entries: readonly SignedEntry[];
}

/** A commune as the root key founds it: an office with a desk, cells with a secretary and members, a link for each. */
export const found = async (plan: Plan, random: Random, origin: string): Promise<Founding> => {
  const root = await createSigner(await generateKeyPair(true));
  const entries: SignedEntry[] = [];
  const sign = async (draft: Draft): Promise<EntryId> => {
    await sleep(1000);
    const signed = await signEntry(root, draft, { now: () => Math.floor(worldNow()) }, random);
    entries.push(signed);
    return signed.entry.id as EntryId;
  };
  await sign({
    type: "commune.founded",
    scopes: ["commune"],
    subject: newLocalId(random),
    body: { name: "Đảng bộ xã Thử", key: root.key },
  });
  const cells: OrgId[] = [];
  for (let i = 0; i <= plan.cells; i += 1) {
    const id = newLocalId<OrgId>(random);
    cells.push(id);
    const body = { name: `Chi bộ ${i}`, kind: "cell", setting: i === 0 ? "office" : "village" };
    await sign({ type: "organisation.formed", scopes: ["commune"], subject: id, body });
  }

  const people: Person[] = [];
  for (let i = 0; i <= plan.people; i += 1) {
    const office = i === 0;
    const org = cells[office ? 0 : 1 + ((i - 1) % plan.cells)] as OrgId;
    const member = newLocalId<MemberId>(random);
    const name = office ? "Văn Thư" : `Đảng viên ${i}`;
    await sign({
      type: "member.listed",
      scopes: rosterScopes(org),
      subject: member,
      body: { name, org, kind: "official" },
    });
    // The first of each cell is its secretary, the second sits on its committee.
    const rank = Math.floor((i - 1) / plan.cells);
    const granted = office ? undefined : (["secretary", "deputy"] as const)[rank];
    if (granted)
      await sign({
        type: "role.granted",
        scopes: rosterScopes(org),
        subject: member,
        body: { org, role: granted },
      });
    const role = office ? "office" : granted ? "secretary" : "member";
    const pair = await generateKeyPair(true);
    const key = await exportPrivateKey(pair);
    const offer = await sign({
      type: "enrolment.offered",
      scopes: keyScopes(org, office),
      subject: member,
      body: {
        member,
        org,
        role,
        ...(office && { title: "Văn phòng Đảng ủy" }),
        key: { x: key.x, y: key.y },
        expires: Math.floor(worldNow()) + 6 * 24 * 3600_000,
      },
    });
    people.push({
      member,
      name,
      org,
      role,
      link: formatEnrolmentLink(origin, { offer, root: root.id, key }),
    });
  }
  return { root, cells, people, entries };
};
