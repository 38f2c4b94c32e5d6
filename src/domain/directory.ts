import type { Author } from "./entry";
import type { EntryId, KeyId, MemberId, OrgId } from "./ids";
import type { PublicKey } from "./public-key";
import { cellScope, committeeScope, memberScope, type Scope } from "./scope";

export interface Org {
  readonly id: OrgId;
  readonly name: string;
  /** Only a `cell` has members; the others are branches of the tree. */
  readonly kind: OrgKind;
  /** What sort of place it works in: decides the agenda template. */
  readonly setting: OrgSetting;
  readonly parent?: OrgId;
  /** Set when it was dissolved or merged; a day, `YYYY-MM-DD`. */
  readonly until?: string;
  readonly successor?: OrgId;
}
export const orgKinds = ["committee", "branch", "cell"] as const;
export type OrgKind = (typeof orgKinds)[number];
export const orgSettings = ["village", "office", "school", "health", "police", "army", "business"] as const;
export type OrgSetting = (typeof orgSettings)[number];

/** Kinds of membership as the vote counts them (domain.md 2.6). */
export const membershipKinds = ["official", "probationary", "temporary", "exempt"] as const;
export type MembershipKind = (typeof membershipKinds)[number];

export interface Member {
  readonly id: MemberId;
  readonly name: string;
  readonly org: OrgId;
  readonly kind: MembershipKind;
  readonly left?: boolean;
}

/** Roles within a cell; the office role is not granted to a member but to a key, by the root. */
export const cellRoles = ["secretary", "deputy", "committee"] as const;
export type CellRole = (typeof cellRoles)[number];

/** What an enrolment link offers. */
export const offerRoles = ["office", "secretary", "member"] as const;
export type OfferRole = (typeof offerRoles)[number];

export interface Offer {
  readonly id: EntryId;
  readonly member: MemberId;
  readonly role: OfferRole;
  /** How the office signs, e.g. "Văn phòng Đảng ủy": on offers of the office role. */
  readonly title?: string;
  /** Public half of the one-time key in the link. */
  readonly key: PublicKey;
  /** Milliseconds; the device must enrol before. */
  readonly expires: number;
  readonly byRoot: boolean;
  /** The device that took it up. */
  readonly takenBy?: KeyId;
}

export interface DeviceKey {
  readonly id: KeyId;
  readonly key: PublicKey;
  readonly member: MemberId;
  readonly offer: EntryId;
  /** Certified by the root: may publish for the commune. */
  readonly office: boolean;
  readonly title?: string;
  readonly enrolledAt: number;
}

export interface Attestation {
  /** When the office signed it, milliseconds. */
  readonly at: number;
  /** The commune scope's running digest after this many entries. */
  readonly upTo: number;
  readonly digest: string;
}

/**
 * Who is who, as far as this device may know: built only by reducing signed entries, on the phone
 * from the scopes it reads, on the server from all of them.
 */
export interface Directory {
  commune?: { readonly id: string; readonly name: string; readonly root: KeyId; readonly key: PublicKey };
  readonly orgs: Map<OrgId, Org>;
  readonly members: Map<MemberId, Member>;
  readonly roles: Map<MemberId, CellRole>;
  readonly offers: Map<EntryId, Offer>;
  readonly keys: Map<KeyId, DeviceKey>;
  /** Key → the moment (`at`) from which its signatures no longer count. */
  readonly revoked: Map<KeyId, number>;
  attestation?: Attestation;
}

export const emptyDirectory = (): Directory => ({
  orgs: new Map(),
  members: new Map(),
  roles: new Map(),
  offers: new Map(),
  keys: new Map(),
  revoked: new Map(),
});

/** A directory as plain JSON and back, for a quick start from disk. */
export const directoryToJson = (directory: Directory): unknown =>
  Object.fromEntries(
    Object.entries(directory).map(([name, value]) => [name, value instanceof Map ? [...value] : value]),
  );
export const directoryFromJson = (json: unknown): Directory =>
  Object.fromEntries(
    Object.entries(json as Record<string, unknown>).map(([name, value]) => [
      name,
      Array.isArray(value) ? new Map(value as [unknown, unknown][]) : value,
    ]),
  ) as unknown as Directory;

/** The author behind a key, or undefined where the directory does not know the key. */
export const authorOf = (directory: Directory, key: KeyId): Author | undefined => {
  if (directory.commune?.root === key)
    return { key, root: true, office: true, committee: false, secretary: false };
  const device = directory.keys.get(key);
  if (!device) return undefined;
  const member = directory.members.get(device.member);
  const role = directory.roles.get(device.member);
  const active = member && !member.left;
  return {
    key,
    root: false,
    office: device.office,
    member: device.member,
    ...(active && { org: member.org }),
    committee: Boolean(active && role),
    secretary: Boolean(active && (role === "secretary" || role === "deputy")),
  };
};

/** The public key of a signer: the root's or a device's. */
export const publicKeyOf = (directory: Directory, key: KeyId): PublicKey | undefined =>
  directory.commune?.root === key ? directory.commune.key : directory.keys.get(key)?.key;

/**
 * True where the key's signature under an entry of that moment counts. A revoked key keeps what it
 * signed before, or every directive of a retired clerk would turn invalid.
 */
export const keyCountsAt = (directory: Directory, key: KeyId, at: number): boolean => {
  const since = directory.revoked.get(key);
  return since === undefined || at < since;
};

/** The scopes that an author's devices read, the widest first: this order is the order of pulling. */
export const scopesOf = (author: Author): Scope[] => {
  if (author.root) return ["commune", "office"];
  const scopes: Scope[] = ["commune"];
  if (author.office) scopes.push("office");
  if (author.org) scopes.push(cellScope(author.org));
  if (author.org && author.committee) scopes.push(committeeScope(author.org));
  if (author.member) scopes.push(memberScope(author.member));
  return scopes;
};

/** Where facts about a member's place in a cell belong. */
export const rosterScopes = (org: OrgId): Scope[] => [cellScope(org), "office"];

/** Members of a cell who have not left it. */
export const membersOf = (directory: Directory, org: OrgId): Member[] =>
  [...directory.members.values()].filter((member) => member.org === org && !member.left);

/** Cells that exist today, in the order they were formed. */
export const cellsOf = (directory: Directory): Org[] =>
  [...directory.orgs.values()].filter((org) => org.kind === "cell" && !org.until);
