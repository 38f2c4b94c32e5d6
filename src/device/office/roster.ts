import {
  type CellRole,
  type Directory,
  type Member,
  type OrgSetting,
  rosterScopes,
} from "../../domain/directory";
import { type MemberId, newLocalId, type OrgId } from "../../domain/ids";
import { memberLeft, memberListed, memberMoved, mostVouched, roleGranted } from "../../domain/member";
import { organisationFormed } from "../../domain/organisation";
import type { Random } from "../../domain/random";
import { cellScope, memberScope } from "../../domain/scope";
import type { Draft } from "../../protocol/signed-entry";
import type { Device } from "../device";
import type { PastedMember } from "./pasted-names";
import { phonesOf } from "./phones-of";
import { type Outcome, submit } from "./verdict";

/** What the office writes about cells and members; each answers with what the server said. */
const send = async (device: Device, drafts: readonly Draft[]): Promise<Outcome> =>
  (await submit(device, drafts)).outcome;

export interface NewCell {
  readonly name: string;
  readonly setting: OrgSetting;
  readonly parent?: OrgId;
}

export const addCell = async (
  device: Device,
  { name, setting, parent }: NewCell,
  random: Random,
): Promise<Outcome & { readonly id: OrgId }> => {
  const id = newLocalId<OrgId>(random);
  const body = { name: name.trim(), kind: "cell", setting, ...(parent && { parent }) };
  return {
    id,
    ...(await send(device, [{ type: organisationFormed.type, scopes: ["commune"], subject: id, body }])),
  };
};

export const addMembers = (
  device: Device,
  org: OrgId,
  members: readonly PastedMember[],
  random: Random,
): Promise<Outcome> =>
  send(
    device,
    members.map(({ name, kind }) => ({
      type: memberListed.type,
      scopes: rosterScopes(org),
      subject: newLocalId<MemberId>(random),
      body: { name, org, kind },
    })),
  );

/** Corrects the name or the kind of membership. */
export const correctMember = (device: Device, { id, org, name, kind }: Member): Promise<Outcome> =>
  send(device, [
    {
      type: memberListed.type,
      scopes: rosterScopes(org),
      subject: id,
      body: { name: name.trim(), org, kind },
    },
  ]);

/** Moves a member to another cell, and his phones with him. */
export const moveMember = (
  device: Device,
  directory: Directory,
  { id, org, name, kind }: Member,
  to: OrgId,
): Promise<Outcome> =>
  send(device, [
    {
      type: memberMoved.type,
      scopes: [cellScope(org), cellScope(to), memberScope(id), "office"],
      subject: id,
      body: { name, from: org, to, kind, devices: phonesOf(directory, id).slice(0, mostVouched) },
    },
  ]);

export const grantRole = (device: Device, { id, org }: Member, role: CellRole | null): Promise<Outcome> =>
  send(device, [{ type: roleGranted.type, scopes: rosterScopes(org), subject: id, body: { org, role } }]);

/** The member leaves the commune's Party organisation; his machines see nothing new any more. */
export const memberLeaves = (device: Device, { id, org }: Member): Promise<Outcome> =>
  send(device, [
    {
      type: memberLeft.type,
      scopes: [cellScope(org), memberScope(id), "office"],
      subject: id,
      body: { org },
    },
  ]);
