import * as v from "valibot";
import { addPlace, cellRoles, type Directory, membershipKinds, placeAt } from "./directory";
import type { Author, Entry, EntryDefinition } from "./entry";
import { entryId, keyId, type MemberId, orgId } from "./ids";
import { publicKey } from "./public-key";
import type { Refusal } from "./refusal";
import { cellScope, memberScope, type Scope, sameScopes } from "./scope";
import { line } from "./text-field";

/** A fact about a member goes to the cells it concerns and to the office, never to the whole commune. */
const byOffice = (author: Author, entry: Entry, scopes: readonly Scope[]): Refusal | undefined => {
  if (!author.office) return "not-allowed";
  return sameScopes(entry.scopes, scopes) ? undefined : "wrong-scope";
};

const listedBody = v.object({ name: line(80), org: orgId, kind: v.picklist(membershipKinds) });

/**
 * A member of a cell, by name and kind of membership: all that the app ever knows of a person
 * (domain.md 2.10). Listing again corrects the name or the kind.
 */
export const memberListed: EntryDefinition<"member.listed", v.InferOutput<typeof listedBody>, Directory> = {
  type: "member.listed",
  view: "directory",
  body: listedBody,
  mayWrite: (author, entry, directory) => {
    // From one cell to another he is moved, so that both learn of it.
    const { org = entry.body.org } = placeAt(directory, entry.subject as MemberId, entry.at);
    if (org !== entry.body.org) return "wrong-scope";
    return byOffice(author, entry, [cellScope(entry.body.org), "office"]);
  },
  reduce: (directory, entry) => {
    const { org, name, kind } = entry.body;
    addPlace(directory, entry.subject as MemberId, { from: entry.at, org, named: { name, kind } });
    return directory;
  },
};

/** So many phones in one word of the office; whoever has more is vouched for in several. */
export const mostVouched = 20;

/** A member's phones: their enrolment stands in the scope of the cell that he was in, which another cell does not read. */
const vouchedDevices = v.pipe(
  v.array(v.object({ id: keyId, key: publicKey, offer: entryId, enrolledAt: v.number() })),
  v.maxLength(mostVouched),
);

const makeKnown = (
  directory: Directory,
  member: MemberId,
  devices: v.InferOutput<typeof vouchedDevices> = [],
): Directory => {
  for (const device of devices)
    if (!directory.keys.has(device.id)) directory.keys.set(device.id, { ...device, member, office: false });
  return directory;
};

const movedBody = v.object({
  name: line(80),
  from: orgId,
  to: orgId,
  kind: v.picklist(membershipKinds),
  devices: v.optional(vouchedDevices),
});

/**
 * A transfer between cells: both cells learn of it, the member's phones change scopes, the old role ends. The office
 * vouches for the phones that go along.
 */
export const memberMoved: EntryDefinition<"member.moved", v.InferOutput<typeof movedBody>, Directory> = {
  type: "member.moved",
  view: "directory",
  body: movedBody,
  mayWrite: (author, entry) =>
    byOffice(author, entry, [
      cellScope(entry.body.from),
      cellScope(entry.body.to),
      memberScope(entry.subject as MemberId),
      "office",
    ]),
  reduce: (directory, entry) => {
    const { name, from, to, kind } = entry.body;
    addPlace(directory, entry.subject as MemberId, {
      from: entry.at,
      org: to,
      was: from,
      named: { name, kind },
    });
    return makeKnown(directory, entry.subject as MemberId, entry.body.devices);
  },
};

const vouchedBody = v.object({ org: orgId, devices: vouchedDevices });

/** A phone that enrolled in the old cell after the office had moved its member: the office makes it known to the new one. */
export const deviceVouched: EntryDefinition<
  "device.vouched",
  v.InferOutput<typeof vouchedBody>,
  Directory
> = {
  type: "device.vouched",
  view: "directory",
  body: vouchedBody,
  mayWrite: (author, entry) => byOffice(author, entry, [cellScope(entry.body.org), "office"]),
  reduce: (directory, entry) => makeKnown(directory, entry.subject as MemberId, entry.body.devices),
};

const leftBody = v.object({ org: orgId });

export const memberLeft: EntryDefinition<"member.left", v.InferOutput<typeof leftBody>, Directory> = {
  type: "member.left",
  view: "directory",
  body: leftBody,
  mayWrite: (author, entry) =>
    byOffice(author, entry, [cellScope(entry.body.org), memberScope(entry.subject as MemberId), "office"]),
  reduce: (directory, entry) => {
    addPlace(directory, entry.subject as MemberId, {
      from: entry.at,
      org: undefined,
      was: entry.body.org,
    });
    return directory;
  },
};

const roleBody = v.object({ org: orgId, role: v.nullable(v.picklist(cellRoles)) });

/** Secretary, deputy or committee member of a cell; `null` ends the role. The office grants it. */
export const roleGranted: EntryDefinition<"role.granted", v.InferOutput<typeof roleBody>, Directory> = {
  type: "role.granted",
  view: "directory",
  body: roleBody,
  mayWrite: (author, entry, directory) => {
    const { org } = placeAt(directory, entry.subject as MemberId, entry.at);
    if (org !== entry.body.org) return "not-allowed";
    return byOffice(author, entry, [cellScope(entry.body.org), "office"]);
  },
  reduce: (directory, entry) => {
    const id = entry.subject as MemberId;
    addPlace(directory, id, { from: entry.at, of: entry.body.org, role: entry.body.role });
    return directory;
  },
};
