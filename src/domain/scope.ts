import * as v from "valibot";
import type { MemberId, OrgId } from "./ids";

/**
 * Who may see an entry. The scopes are the tree of organisations and the rooms in it:
 * the commune, each cell, each cell's committee (chi ủy), the office, each member alone.
 */
export type Scope = "commune" | "office" | `cell:${OrgId}` | `committee:${OrgId}` | `member:${MemberId}`;

const pattern = /^(?:commune|office|(?:cell|committee|member):[0-9a-hjkmnp-tv-z]{12})$/;

export const scope = v.pipe(
  v.string(),
  v.regex(pattern),
  v.transform((text) => text as Scope),
);

export const cellScope = (org: OrgId): Scope => `cell:${org}`;
export const committeeScope = (org: OrgId): Scope => `committee:${org}`;
export const memberScope = (member: MemberId): Scope => `member:${member}`;

/** The organisation whose room this is; undefined for the commune, the office and a member's own scope. */
export const orgOfScope = (name: Scope): OrgId | undefined =>
  name.startsWith("cell:") || name.startsWith("committee:")
    ? (name.slice(name.indexOf(":") + 1) as OrgId)
    : undefined;

/** True where both lists hold the same scopes, in whatever order. */
export const sameScopes = (a: readonly Scope[], b: readonly Scope[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));
