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
  /** The cell whose roll the device joins. Unknown where a snapshot is older than this field. */
  readonly org?: OrgId;
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

/**
 * One fact about a member's place, and since when (`at` of its entry). Facts are kept, not only the last:
 * what a secretary signed while in office stays his to sign after he left it. `was` is the cell before a move or
 * a leave, for whoever learns of the member only by it.
 */
export type PlaceFact = CellFact | RoleFact;
interface CellFact {
  readonly from: number;
  readonly org: OrgId | undefined;
  readonly was?: OrgId;
  /** Particulars that came with it. */
  readonly named?: Pick<Member, "name" | "kind">;
}
interface RoleFact {
  readonly from: number;
  readonly of: OrgId;
  readonly role: CellRole | null;
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
  /** Roles of today. */
  readonly roles: Map<MemberId, CellRole>;
  readonly places: Map<MemberId, readonly PlaceFact[]>;
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
  places: new Map(),
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

const latest = <T extends { readonly from: number }>(facts: readonly T[], at: number): T | undefined =>
  facts.reduce<T | undefined>(
    (best, fact) => (fact.from <= at && (!best || fact.from >= best.from) ? fact : best),
    undefined,
  );

const isCellFact = (fact: PlaceFact): fact is CellFact => !("of" in fact);

/**
 * Where a member stood at a moment: the cell and the role in it. Before the first fact, the cell that the first fact
 * speaks of. A role ends with the stay in its cell; coming back does not revive it.
 */
export const placeAt = (
  directory: Directory,
  member: MemberId,
  at: number,
): { readonly org?: OrgId; readonly role?: CellRole } => {
  const facts = directory.places.get(member) ?? [];
  const cells = facts.filter(isCellFact).sort((a, b) => a.from - b.from);
  const now = cells.findLastIndex((fact) => fact.from <= at);
  const org = now < 0 ? (cells[0]?.was ?? cells[0]?.org) : cells[now]?.org;
  if (!org) return {};
  let first = now;
  while (first > 0 && cells[first - 1]?.org === org) first -= 1;
  const since = cells[first]?.from ?? Number.NEGATIVE_INFINITY;
  const role = latest(
    facts.filter((fact): fact is RoleFact => !isCellFact(fact) && fact.of === org && fact.from >= since),
    at,
  )?.role;
  return role ? { org, role } : { org };
};

/** True where the member's place was ever there: it stays so, whatever is heard of him later. */
export const everIn = (directory: Directory, member: MemberId, org: OrgId): boolean =>
  (directory.places.get(member) ?? []).some(
    (fact) => isCellFact(fact) && (fact.org === org || fact.was === org),
  );

/** Adds a fact in whatever order it came, and brings what holds today up to date. */
export const addPlace = (directory: Directory, id: MemberId, fact: PlaceFact) => {
  const facts = [...(directory.places.get(id) ?? []), fact];
  directory.places.set(id, facts);
  const cells = facts.filter(isCellFact);
  const now = latest(cells, Number.POSITIVE_INFINITY);
  const known = latest(
    cells.filter(({ named }) => named),
    Number.POSITIVE_INFINITY,
  );
  const org = now?.org ?? now?.was ?? known?.org;
  if (known?.named && org)
    directory.members.set(id, { id, ...known.named, org, ...(now?.org === undefined && { left: true }) });
  const { role } = placeAt(directory, id, Number.POSITIVE_INFINITY);
  if (role) directory.roles.set(id, role);
  else directory.roles.delete(id);
};

/** The author behind a key at the moment he signed, or undefined where the directory does not know the key. */
export const authorOf = (
  directory: Directory,
  key: KeyId,
  at = Number.POSITIVE_INFINITY,
): Author | undefined => {
  if (directory.commune?.root === key)
    return { key, root: true, office: true, committee: false, secretary: false };
  const device = directory.keys.get(key);
  if (!device) return undefined;
  const { org, role } = placeAt(directory, device.member, at);
  return {
    key,
    root: false,
    office: device.office,
    member: device.member,
    ...(org && { org }),
    committee: role !== undefined,
    secretary: role === "secretary" || role === "deputy",
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
