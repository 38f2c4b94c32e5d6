import { join } from "node:path";
import { renderUnicodeCompact } from "uqr";
import * as v from "valibot";
import type { Clock } from "../../domain/clock";
import { type Directory, offerRoles } from "../../domain/directory";
import { enrolmentOffered, offerLifetime } from "../../domain/enrolment";
import { entryId, keyId, type MemberId, memberId, type OrgId, orgId } from "../../domain/ids";
import { publicKey } from "../../domain/public-key";
import type { Random } from "../../domain/random";
import { cellScope, type Scope } from "../../domain/scope";
import { formatEnrolmentLink } from "../../protocol/enrolment-link";
import { createSigner, exportPrivateKey, generateKeyPair, type Signer } from "../../protocol/keys";
import { type SignedEntry, signEntry } from "../../protocol/signed-entry";
import { readPrivateFile, writePrivateFile } from "./private-file";

/** Whom a link is for. */
export interface Invited {
  readonly member: MemberId;
  readonly org: OrgId;
  readonly name: string;
  readonly orgName: string;
  readonly role: (typeof offerRoles)[number];
  /** How the office signs; of the office role. */
  readonly title?: string | undefined;
}

/** A link that was made, with its private half: kept only so that it can be shown again until it is used. */
const madeLink = v.object({
  member: memberId,
  org: orgId,
  name: v.string(),
  orgName: v.string(),
  role: v.picklist(offerRoles),
  title: v.optional(v.string()),
  expires: v.number(),
  ticket: v.object({ offer: entryId, root: keyId, key: v.object({ ...publicKey.entries, d: v.string() }) }),
});
export type MadeLink = v.InferOutput<typeof madeLink>;

const path = (dataDir: string) => join(dataDir, "links.json");

export const readLinks = (dataDir: string): MadeLink[] => {
  const text = readPrivateFile(path(dataDir));
  return text === undefined ? [] : v.parse(v.array(madeLink), JSON.parse(text));
};
export const saveLinks = (dataDir: string, links: readonly MadeLink[]) =>
  writePrivateFile(path(dataDir), `${JSON.stringify(links, undefined, 2)}\n`);

/** Signs an offer with the root key; the link works once the entry is in the log. */
export const makeLink = async (
  invited: Invited,
  root: Signer,
  clock: Clock,
  random: Random,
): Promise<{ readonly signed: SignedEntry; readonly link: MadeLink }> => {
  const { member, org, role, title } = invited;
  const pair = await generateKeyPair(true);
  const expires = clock.now() + offerLifetime;
  const scopes: Scope[] = [...(role === "office" ? (["commune"] as const) : []), cellScope(org), "office"];
  const body = { member, org, role, ...(title && { title }), key: (await createSigner(pair)).key, expires };
  const signed = await signEntry(
    root,
    { type: enrolmentOffered.type, scopes, subject: member, body },
    clock,
    random,
  );
  const ticket = { offer: signed.entry.id, root: root.id, key: await exportPrivateKey(pair) };
  return { signed, link: { ...invited, expires, ticket } };
};

export const isOpen = (link: MadeLink, directory: Directory, now: number): boolean => {
  const offer = directory.offers.get(link.ticket.offer);
  return offer !== undefined && offer.takenBy === undefined && offer.expires > now;
};

const roleNames = { office: "Office clerk", secretary: "Cell secretary", member: "Member" } as const;

/** A link as the terminal shows it: for whom, the link itself, and its code for a phone's camera. */
export const showLink = (link: MadeLink, origin: string): string => {
  const url = formatEnrolmentLink(origin, link.ticket);
  const until = new Date(link.expires).toISOString().slice(0, 16).replace("T", " ");
  return [
    "",
    `${roleNames[link.role]}: ${link.name}, ${link.orgName}`,
    `One device, until ${until} UTC. Whoever opens it first enrols.`,
    url,
    "",
    renderUnicodeCompact(url, { ecc: "L", border: 2 }),
  ].join("\n");
};
