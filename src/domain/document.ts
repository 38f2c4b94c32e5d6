import * as v from "valibot";
import { documentKinds, urgencies } from "./document-kind";
import type { Author, Entry, EntryDefinition } from "./entry";
import { type DocumentId, documentId, hash, type KeyId, type MemberId, type OrgId } from "./ids";
import type { Refusal } from "./refusal";
import { cellScope, committeeScope, memberScope, orgOfScope, type Scope, sameScopes } from "./scope";
import { day, line } from "./text-field";

/** The largest paper taken, in bytes. */
export const maxFileBytes = 30 * 1024 * 1024;
/** The largest reading text taken, in bytes of its JSON. */
export const maxTextBytes = 8 * 1024 * 1024;

const bytes = (max: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(max));

export const mediaTypes = [
  "application/pdf",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
] as const;

const issuedBody = v.object({
  kind: v.picklist(documentKinds),
  /** Số ký hiệu as printed, without the word "Số": `105-QĐ/ĐU`, `30/2020/NĐ-CP`; absent where the paper has none. */
  number: v.optional(line(40)),
  issuedOn: day,
  /** Trích yếu. */
  abstract: line(500),
  /** The body that issued it, as printed at the head of the paper. */
  issuer: line(120),
  urgency: v.picklist(urgencies),
  /** Members are asked to confirm before the end of this day. */
  acknowledgeBy: v.optional(day),
  /** The paper leaves the phones after this day: conference papers to be collected (domain.md 2.4). */
  expiresOn: v.optional(day),
  supersedes: v.optional(v.pipe(v.array(documentId), v.maxLength(20))),
  /** The text for small screens. */
  text: v.object({ hash, bytes: bytes(maxTextBytes) }),
  /** The paper itself, never altered. */
  file: v.optional(
    v.object({ hash, bytes: bytes(maxFileBytes), media: v.picklist(mediaTypes), name: line(200) }),
  ),
  /** True for a PDF of pictures: there is nothing to read but the file. */
  scanned: v.optional(v.boolean()),
  /** Who declared that the paper is neither secret nor personnel work (domain.md 2.4). */
  declaredBy: line(80),
});
export type IssuedBody = v.InferOutput<typeof issuedBody>;

/** Something done to a paper by the office (no `org`) or by a cell. */
interface Act {
  readonly at: number;
  readonly org?: OrgId;
}

/** What the commune's log says of one document: the view that lists and readers show. */
export interface DocumentView {
  readonly issued?: IssuedBody & {
    readonly at: number;
    readonly by: KeyId;
    readonly scopes: readonly Scope[];
    /** The cell that issued it; absent for the office. */
    readonly org?: OrgId;
  };
  /** Acts on the paper as they came; whether one counts depends on who issued it (`isRecalled`, `supersededBy`). */
  readonly recalls: readonly (Act & { readonly reason: string })[];
  readonly replacements: readonly (Act & { readonly by: DocumentId })[];
  /** What the register keeps of it after its content was withdrawn. */
  readonly register?: Act & RegisteredBody;
  /** Member → when read, acknowledged; only of those whose scopes this device reads. */
  readonly read: { readonly [member: string]: number };
  readonly acknowledged: { readonly [member: string]: number };
}

export const emptyDocument: DocumentView = { recalls: [], replacements: [], read: {}, acknowledged: {} };

/** Only the office, or the cell that issued the paper, can act on it. */
const counts = (paper: { readonly org?: OrgId } | undefined, act: Act): boolean =>
  paper !== undefined && (act.org === undefined || act.org === paper.org);

/** Judged by the paper alone: what a register says of it takes no paper off a phone. */
export const isRecalled = (view: DocumentView): boolean =>
  view.recalls.some((act) => counts(view.issued, act));

/** It never came to this phone and will not: the office, which may recall any paper, has recalled it. */
export const isRecalledUnseen = ({ issued, recalls }: DocumentView): boolean =>
  issued === undefined && recalls.some(({ org }) => org === undefined);

/** The recall that the register shows for a paper that is gone. */
export const registeredRecall = (view: DocumentView): DocumentView["recalls"][number] | undefined =>
  view.recalls.find((act) => counts(view.register, act));

/** The newest paper that takes this one's place. */
export const supersededBy = (view: DocumentView): DocumentId | undefined =>
  view.replacements.filter((act) => counts(view.issued, act)).at(-1)?.by;

/** Acts in order of their moments, whatever order they came in; those of one moment by what they say. */
const inOrder = <T extends Act>(acts: readonly T[], act: T): readonly T[] =>
  [...acts, act].sort((a, b) => a.at - b.at || (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/**
 * The office writes to anyone; a secretary to his own cell and its committee, and the office sees it too.
 */
const publishes = (author: Author, scopes: readonly Scope[]): Refusal | undefined => {
  if (author.office) return undefined;
  if (!author.secretary || !author.org) return "not-allowed";
  const own: readonly Scope[] = [cellScope(author.org), committeeScope(author.org), "office"];
  return scopes.every((one) => own.includes(one)) ? undefined : "wrong-scope";
};

const issuerOrg = (author: Author) => (author.office || !author.org ? {} : { org: author.org });

export const documentIssued: EntryDefinition<"document.issued", IssuedBody, DocumentView> = {
  type: "document.issued",
  view: "document",
  body: issuedBody,
  claims: (entry) => [`document:${entry.subject}`],
  texts: (body) => [body.text],
  files: (body) => (body.file ? [body.file] : []),
  mayWrite: (author, entry) => {
    if (!v.is(documentId, entry.subject)) return "malformed";
    // A paper for chosen cells is also the office's own, so that its register is complete.
    if (!entry.scopes.includes("commune") && !entry.scopes.includes("office")) return "wrong-scope";
    return publishes(author, entry.scopes);
  },
  reduce: (view, entry, author) => ({
    ...view,
    issued: { ...entry.body, at: entry.at, by: entry.by, scopes: entry.scopes, ...issuerOrg(author) },
  }),
};

const recalledBody = v.object({ reason: line(300) });

/** Thu hồi: the text and the file leave every phone; the entry keeps its number, without content. */
export const documentRecalled: EntryDefinition<
  "document.recalled",
  v.InferOutput<typeof recalledBody>,
  DocumentView
> = {
  type: "document.recalled",
  view: "document",
  withdraws: true,
  body: recalledBody,
  mayWrite: (author, entry) => publishes(author, entry.scopes),
  reduce: (view, entry, author) => ({
    ...view,
    recalls: inOrder(view.recalls, { at: entry.at, reason: entry.body.reason, ...issuerOrg(author) }),
  }),
};

const supersededBody = v.object({ by: documentId });

export const documentSuperseded: EntryDefinition<
  "document.superseded",
  v.InferOutput<typeof supersededBody>,
  DocumentView
> = {
  type: "document.superseded",
  view: "document",
  body: supersededBody,
  mayWrite: (author, entry) => publishes(author, entry.scopes),
  reduce: (view, entry, author) => ({
    ...view,
    replacements: inOrder(view.replacements, { at: entry.at, by: entry.body.by, ...issuerOrg(author) }),
  }),
};

const registeredBody = v.pick(issuedBody, ["kind", "number", "issuedOn", "abstract"]);
type RegisteredBody = v.InferOutput<typeof registeredBody>;

/** Where a register is kept: the office's by the office, a cell's by its committee and the office. */
const registerScopes = (org?: OrgId): Scope[] => [...(org ? [committeeScope(org)] : []), "office"];

/** The office's word goes before a cell's, then the first said; then anything that is the same on every device. */
const registerRank = (kept: NonNullable<DocumentView["register"]>): string =>
  `${kept.org ? 1 : 0}${String(kept.at).padStart(16, "0")}${JSON.stringify(kept)}`;

/**
 * A register holds every number that was issued, also when the paper itself is recalled or past its day and its content
 * is withheld everywhere. Written by the publisher with a recall, or with a paper that will expire.
 */
export const documentRegistered: EntryDefinition<"document.registered", RegisteredBody, DocumentView> = {
  type: "document.registered",
  view: "document",
  body: registeredBody,
  mayWrite: (author, entry) => {
    if (!author.office && !(author.secretary && author.org)) return "not-allowed";
    const own = registerScopes(author.office ? undefined : author.org);
    return sameScopes(entry.scopes, own) ? undefined : "wrong-scope";
  },
  reduce: (view, entry, author) => {
    const kept = { ...entry.body, at: entry.at, ...issuerOrg(author) };
    const first = !view.register || registerRank(kept) < registerRank(view.register);
    return first ? { ...view, register: kept } : view;
  },
};

/** The fact, unsigned, that keeps a paper in the register of the office or of the cell `org`. */
export const registering = (
  subject: DocumentId,
  { kind, number, issuedOn, abstract }: RegisteredBody,
  org?: OrgId,
) => ({
  type: documentRegistered.type,
  scopes: registerScopes(org),
  subject,
  body: { kind, ...(number && { number }), issuedOn, abstract },
});

/** A member's own receipt: his cell's committee and his other phone see it; the office sees numbers only. */
const ownReceipt = (author: Author, entry: Entry): Refusal | undefined => {
  if (!author.member || !author.org) return "not-allowed";
  return sameScopes(entry.scopes, receiptScopes(author.org, author.member)) ? undefined : "wrong-scope";
};

export const receiptScopes = (org: OrgId, member: MemberId): Scope[] => [
  committeeScope(org),
  memberScope(member),
];

const receiptBody = v.object({});
type ReceiptBody = v.InferOutput<typeof receiptBody>;

/** The earliest receipt of a member holds, in whatever order they come. */
const receipt = (
  receipts: { readonly [member: string]: number },
  author: Author,
  at: number,
): { readonly [member: string]: number } =>
  author.member ? { ...receipts, [author.member]: Math.min(at, receipts[author.member] ?? at) } : receipts;

export const documentRead: EntryDefinition<"document.read", ReceiptBody, DocumentView> = {
  type: "document.read",
  view: "document",
  body: receiptBody,
  mayWrite: ownReceipt,
  reduce: (view, entry, author) => ({ ...view, read: receipt(view.read, author, entry.at) }),
};

export const documentAcknowledged: EntryDefinition<"document.acknowledged", ReceiptBody, DocumentView> = {
  type: "document.acknowledged",
  view: "document",
  body: receiptBody,
  mayWrite: ownReceipt,
  reduce: (view, entry, author) => ({
    ...view,
    acknowledged: receipt(view.acknowledged, author, entry.at),
  }),
};

/** The scopes of a paper for everyone, or for chosen cells, or for the committees of chosen cells. */
export const audienceScopes = (
  audience: "all" | { readonly cells: readonly OrgId[] } | { readonly committees: readonly OrgId[] },
): Scope[] => {
  if (audience === "all") return ["commune"];
  return "cells" in audience
    ? [...audience.cells.map(cellScope), "office"]
    : [...audience.committees.map(committeeScope), "office"];
};

/** The cells a paper was sent to; undefined where it goes to the whole commune. */
export const audienceOrgs = (scopes: readonly Scope[]): OrgId[] | undefined =>
  scopes.includes("commune")
    ? undefined
    : scopes.map(orgOfScope).filter((org): org is OrgId => org !== undefined);
