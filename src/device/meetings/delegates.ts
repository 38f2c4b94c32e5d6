import { type Directory, membersOf } from "../../domain/directory";
import type { OrgId } from "../../domain/ids";
import type { RollRow } from "../../domain/meeting-roll";
import type { Meeting } from "../../domain/meeting-view";
import { compareNames } from "../../domain/member-name";
import { cellScope, committeeScope } from "../../domain/scope";
import type { CellDelegates } from "./meetings";

/** Whom a conference calls from a cell: everyone, its committee, or nobody (undefined). */
const calledFrom = (directory: Directory, org: OrgId, { scopes }: Meeting) => {
  const members = membersOf(directory, org);
  if (scopes.includes("commune") || scopes.includes(cellScope(org))) return members;
  return scopes.includes(committeeScope(org))
    ? members.filter(({ id }) => directory.roles.has(id))
    : undefined;
};

/**
 * The cells of a conference with who is called from each and who came. Who came from a cell that was not called, or is not of
 * those called from it, stands with his cell all the same.
 */
export const delegatesOf = (
  directory: Directory,
  meeting: Meeting,
  roll: readonly RollRow[],
): readonly CellDelegates[] =>
  [...directory.orgs.values()]
    .filter(({ kind }) => kind === "cell")
    .flatMap(({ id: org, name, until }) => {
      const came = roll.filter(({ member }) => directory.members.get(member)?.org === org);
      const called = until ? undefined : calledFrom(directory, org, meeting);
      if (!called && came.length === 0) return [];
      const people = [...(called ?? [])]
        .sort((a, b) => compareNames(a.name, b.name))
        .map(({ id: member, name }) => ({ member, name }));
      return [{ org, name, called: people, roll: came }];
    });
