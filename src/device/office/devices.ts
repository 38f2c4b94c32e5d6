import type { DeviceKey, Directory, Member, Org } from "../../domain/directory";
import { deviceRevoked, keyScopes } from "../../domain/enrolment";
import type { KeyId } from "../../domain/ids";
import type { Device } from "../device";
import { type Outcome, submit } from "./verdict";

/** An enrolled machine, whose it is, and since when its signatures no longer count. */
export interface EnrolledDevice {
  readonly key: DeviceKey;
  readonly member: Member | undefined;
  readonly org: Org | undefined;
  readonly revokedSince?: number;
}

/** Every machine this one knows of: the publishing keys, of which there are few, then the newest first. */
export const enrolledDevices = (directory: Directory): EnrolledDevice[] =>
  [...directory.keys.values()]
    .map((key) => {
      const member = directory.members.get(key.member);
      const since = directory.revoked.get(key.id);
      return {
        key,
        member,
        org: member && directory.orgs.get(member.org),
        ...(since !== undefined && { revokedSince: since }),
      };
    })
    .sort((a, b) => Number(b.key.office) - Number(a.key.office) || b.key.enrolledAt - a.key.enrolledAt);

/** A lost or retired machine: from now on nothing it signs counts, and at its next contact it wipes itself. */
export const revokeDevice = async (device: Device, directory: Directory, id: KeyId): Promise<Outcome> => {
  const key = directory.keys.get(id);
  const org = key && directory.members.get(key.member)?.org;
  if (!key || !org) return { is: "refused", code: "not-found" };
  const { outcome } = await submit(device, [
    {
      type: deviceRevoked.type,
      scopes: keyScopes(org, key.office),
      subject: id,
      body: { org, since: Math.round(device.now()) },
    },
  ]);
  return outcome;
};
