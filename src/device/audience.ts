import type { Directory, Org } from "../domain/directory";
import { audienceScopes } from "../domain/document";
import type { OrgId } from "../domain/ids";
import type { Scope } from "../domain/scope";

/** The tree of organisations as one ticks it: branches hold cells, cells are what is ticked. */
export interface OrgNode {
  readonly org: Org;
  readonly children: readonly OrgNode[];
  /** All cells in it, itself included. */
  readonly cells: readonly OrgId[];
}

/** The roots of the tree, in the order they were formed; dissolved organisations are no audience any more. */
export const orgTree = (directory: Directory): OrgNode[] => {
  const standing = [...directory.orgs.values()].filter((org) => !org.until);
  const ids = new Set(standing.map((org) => org.id));
  const build = (org: Org, above: ReadonlySet<OrgId>): OrgNode => {
    const path = new Set([...above, org.id]);
    const children = standing
      .filter((one) => one.parent === org.id && !path.has(one.id))
      .map((one) => build(one, path));
    const own = org.kind === "cell" ? [org.id] : [];
    return { org, children, cells: [...own, ...children.flatMap((child) => child.cells)] };
  };
  return standing.filter((org) => !org.parent || !ids.has(org.parent)).map((org) => build(org, new Set()));
};

export type Tick = "all" | "some" | "none";

export const tickOf = (node: OrgNode, chosen: ReadonlySet<OrgId>): Tick => {
  const ticked = node.cells.filter((cell) => chosen.has(cell)).length;
  return ticked === 0 ? "none" : ticked === node.cells.length ? "all" : "some";
};

/** Ticks a node with all below, or unticks it where all was ticked. */
export const toggle = (node: OrgNode, chosen: ReadonlySet<OrgId>): ReadonlySet<OrgId> => {
  const next = new Set(chosen);
  const remove = tickOf(node, chosen) === "all";
  for (const cell of node.cells)
    if (remove) next.delete(cell);
    else next.add(cell);
  return next;
};

/**
 * The scopes of an audience. Every cell ticked is the whole commune, cells formed later included; the committees
 * alone are always named cell by cell.
 */
export const scopesOfAudience = (
  tree: readonly OrgNode[],
  chosen: ReadonlySet<OrgId>,
  committeesOnly: boolean,
): Scope[] => {
  const cells = tree.flatMap((node) => node.cells).filter((cell) => chosen.has(cell));
  if (committeesOnly) return audienceScopes({ committees: cells });
  return tree.every((node) => tickOf(node, chosen) === "all")
    ? audienceScopes("all")
    : audienceScopes({ cells });
};
