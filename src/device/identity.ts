import { authorOf, type Directory } from "../domain/directory";
import type { KeyId } from "../domain/ids";
import type { Identity } from "./device";

/** Whose device this is, as the directory says; undefined while it does not know the key or the cell. */
export const identityOf = (directory: Directory, key: KeyId): Identity | undefined => {
  const author = authorOf(directory, key);
  const device = directory.keys.get(key);
  const member = device && directory.members.get(device.member);
  const org = member && directory.orgs.get(member.org);
  if (!author || !member || !org || !directory.commune) return undefined;
  return {
    key,
    member: member.id,
    name: member.name,
    org: org.id,
    orgName: org.name,
    communeName: directory.commune.name,
    role: directory.roles.get(member.id) ?? "member",
    office: author.office,
  };
};
