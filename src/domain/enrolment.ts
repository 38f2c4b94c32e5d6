import * as v from "valibot";
import { revoke } from "./commune";
import { type Directory, everIn, offerRoles, placeAt } from "./directory";
import type { Author, Entry, EntryDefinition } from "./entry";
import { type EntryId, entryId, type KeyId, keyId, type MemberId, memberId, orgId } from "./ids";
import { publicKey } from "./public-key";
import type { Refusal } from "./refusal";
import { cellScope, type Scope, sameScopes } from "./scope";
import { line } from "./text-field";

/** A link works for seven days and one device (design.md §2). */
export const offerLifetime = 7 * 24 * 60 * 60 * 1000;

/** A publishing key must be known to every phone; a cell's devices only to the cell and the office. */
export const keyScopes = (org: Parameters<typeof cellScope>[0], office: boolean): Scope[] =>
  office ? ["commune", cellScope(org), "office"] : [cellScope(org), "office"];

const offeredBody = v.object({
  member: memberId,
  org: orgId,
  role: v.picklist(offerRoles),
  title: v.optional(line(80)),
  key: publicKey,
  expires: v.pipe(v.number(), v.safeInteger()),
});
type OfferedBody = v.InferOutput<typeof offeredBody>;

/** A one-time offer: whoever holds the private half of `key` may enrol one device for `member`. Its id is the entry's id. */
export const enrolmentOffered: EntryDefinition<"enrolment.offered", OfferedBody, Directory> = {
  type: "enrolment.offered",
  view: "directory",
  body: offeredBody,
  mayWrite: (author, entry, directory) => {
    const { role, org, member } = entry.body;
    const allowed = offerAllowed(author, entry, directory);
    if (allowed) return allowed;
    if (entry.subject !== member) return "malformed";
    if (entry.body.expires > entry.at + offerLifetime) return "malformed";
    return sameScopes(entry.scopes, keyScopes(org, role === "office")) ? undefined : "wrong-scope";
  },
  reduce: (directory, entry, author) => {
    const { member, org, role, title, key, expires } = entry.body;
    directory.offers.set(entry.id, {
      id: entry.id,
      member,
      org,
      role,
      key,
      expires,
      byRoot: author.root,
      ...(title && { title }),
    });
    return directory;
  },
};

/** The root offers the office role; the office any other; a secretary the member role in his own cell. */
const offerAllowed = (
  author: Author,
  entry: Entry<string, OfferedBody>,
  directory: Directory,
): Refusal | undefined => {
  const { role, org, member } = entry.body;
  if (role === "office") return author.root ? undefined : "not-allowed";
  // One desk may have moved the member already while another one, or its line, does not know of it.
  const his = author.office
    ? everIn(directory, member, org)
    : author.secretary &&
      author.org === org &&
      role === "member" &&
      placeAt(directory, member, entry.at).org === org;
  return his ? undefined : "not-allowed";
};

const enrolledBody = v.object({
  offer: entryId,
  org: orgId,
  key: publicKey,
  /** The one-time key's signature over this device's key: see `protocol/enrolment-proof`. */
  proof: v.pipe(v.string(), v.length(86)),
});

/** A device takes up an offer. It signs with the very key it brings; the proof ties that key to the offer. */
export const deviceEnrolled: EntryDefinition<
  "device.enrolled",
  v.InferOutput<typeof enrolledBody>,
  Directory
> = {
  type: "device.enrolled",
  view: "directory",
  body: enrolledBody,
  introduces: (body) => body.key,
  claims: (entry) => [`offer:${entry.body.offer}`, `key:${entry.by}`],
  mayWrite: (_author, entry, directory) => {
    const offer = directory.offers.get(entry.body.offer);
    if (!offer) return "offer-unknown";
    if (entry.subject !== offer.member) return "malformed";
    if (entry.at >= offer.expires) return "offer-expired";
    if (offer.takenBy && offer.takenBy !== entry.by) return "offer-used";
    // Nobody brings his device into another cell's roll. Where he stands by now is not asked: a desk that moved him without a line
    // would refuse for good what everybody else let in. His new cell hears of the device by `device.vouched`.
    const { org = entry.body.org } = offer;
    if (org !== entry.body.org) return "wrong-scope";
    return sameScopes(entry.scopes, keyScopes(entry.body.org, offer.role === "office"))
      ? undefined
      : "wrong-scope";
  },
  reduce: (directory, entry) => {
    const offer = directory.offers.get(entry.body.offer);
    if (!offer) return directory;
    directory.offers.set(offer.id, { ...offer, takenBy: entry.by });
    directory.keys.set(entry.by, {
      id: entry.by,
      key: entry.body.key,
      member: offer.member,
      offer: offer.id,
      office: offer.role === "office" && offer.byRoot,
      enrolledAt: entry.at,
      ...(offer.title && { title: offer.title }),
    });
    return directory;
  },
};

const revokedBody = v.object({
  org: orgId,
  /** Signatures of the key from this moment on do not count, in milliseconds. */
  since: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});

/** A lost or retired device. Its subject is the key; at its next contact the device wipes itself. */
export const deviceRevoked: EntryDefinition<
  "device.revoked",
  v.InferOutput<typeof revokedBody>,
  Directory
> = {
  type: "device.revoked",
  view: "directory",
  body: revokedBody,
  mayWrite: (author, entry, directory) => {
    if (!v.is(keyId, entry.subject)) return "malformed";
    const device = directory.keys.get(entry.subject as KeyId);
    if (!device) return "not-allowed";
    const { org } = placeAt(directory, device.member, entry.at);
    const own = author.member === device.member;
    const mayRevoke = device.office
      ? author.root || own
      : author.office || own || (author.secretary && author.org === org);
    if (!mayRevoke) return "not-allowed";
    if (!author.office && entry.body.org !== org) return "wrong-scope";
    return sameScopes(entry.scopes, keyScopes(entry.body.org, device.office)) ? undefined : "wrong-scope";
  },
  reduce: (directory, entry) => {
    revoke(directory, entry.subject as KeyId, entry.body.since);
    return directory;
  },
};

/** An offer still open for this member at `now`, if any: not expired and not taken up. */
export const openOffers = (directory: Directory, member: MemberId, now: number): EntryId[] =>
  [...directory.offers.values()]
    .filter((offer) => offer.member === member && offer.expires > now && !offer.takenBy)
    .map((offer) => offer.id);
