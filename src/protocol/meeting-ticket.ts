import { checkInCode } from "../domain/check-in-code";
import { authorOf, type Directory, keyCountsAt, publicKeyOf } from "../domain/directory";
import type { DocumentId, KeyId, MeetingId, OrgId } from "../domain/ids";
import { type Host, type MeetingKind, meetingKinds } from "../domain/meeting-host";
import { err, ok, type Result } from "../domain/result";
import { fromBase64url, toBase64url } from "./base64url";
import { type Signer, verify } from "./keys";
import { localIdFromBytes, localIdToBytes } from "./local-id-bytes";

/**
 * What the code of a meeting says, to a phone that may never have heard of it.
 *
 * The fragment is `ticket "." code`: the ticket base64url, at most 350 bytes, signed by an officer of the host; the code
 * eight letters that change every half minute (`meeting-code.ts`), outside the signature so that one ticket serves a whole
 * meeting. Bytes: 1 version, 1 kind, 8 meeting, 8 host (zeros: the office), 5 start in seconds, 2 minutes, 32 key, then
 * title and place as length and UTF-8, a count of papers and 8 bytes each, 64 signature over all before it.
 */
export interface Ticket {
  readonly meeting: MeetingId;
  readonly host: Host;
  readonly kind: MeetingKind;
  readonly title: string;
  readonly place: string;
  /** Milliseconds, whole seconds. */
  readonly startsAt: number;
  readonly minutes: number;
  readonly papers: readonly DocumentId[];
}

export interface SignedTicket extends Ticket {
  readonly key: KeyId;
  readonly code: string;
  readonly signed: Uint8Array<ArrayBuffer>;
  readonly signature: string;
}

export const ticketPath = "/vao-hop";

const version = 1;
const fixed = 1 + 1 + 8 + 8 + 5 + 2 + 32;
const signatureBytes = 64;
const maxTitle = 96;
const maxPlace = 64;
/** More than these are in the meeting's own entry. */
const maxPapers = 6;

const encoder = new TextEncoder();

/** As much of a text as fits, cut between letters. */
const cut = (text: string, max: number): Uint8Array => {
  const whole = encoder.encode(text);
  if (whole.length <= max) return whole;
  let letters = [...text];
  let bytes = whole;
  while (bytes.length > max) {
    letters = letters.slice(0, -1);
    bytes = encoder.encode(`${letters.join("").trimEnd()}…`);
  }
  return bytes;
};

/** The ticket, signed; without the code. */
export const signTicket = async (signer: Signer, ticket: Ticket): Promise<string> => {
  const head = new Uint8Array(fixed);
  const view = new DataView(head.buffer);
  head[0] = version;
  head[1] = meetingKinds.indexOf(ticket.kind);
  head.set(localIdToBytes(ticket.meeting), 2);
  head.set(localIdToBytes(ticket.host === "office" ? "" : ticket.host), 10);
  const seconds = Math.floor(ticket.startsAt / 1000);
  view.setUint8(18, Math.floor(seconds / 2 ** 32));
  view.setUint32(19, seconds % 2 ** 32);
  view.setUint16(23, ticket.minutes);
  head.set(fromBase64url(signer.id) ?? [], 25);
  const parts: readonly (readonly number[] | Uint8Array)[] = [
    head,
    ...[cut(ticket.title, maxTitle), cut(ticket.place, maxPlace)].flatMap((text) => [[text.length], text]),
    [Math.min(ticket.papers.length, maxPapers)],
    ...ticket.papers.slice(0, maxPapers).map(localIdToBytes),
  ];
  const signed = Uint8Array.from(parts.flatMap((part) => [...part]));
  const signature = fromBase64url(await signer.sign(signed));
  return toBase64url(Uint8Array.from([...signed, ...(signature ?? [])]));
};

/** `https://…/vao-hop#ticket.code`; `origin` without a slash at its end. */
export const formatTicketLink = (origin: string, ticket: string, code: string): string =>
  `${origin}${ticketPath}#${ticket}.${code}`;

/**
 * Reads a link that was opened, pasted or scanned; never throws. `not-a-ticket`: it is something else; `damaged`: it looks
 * like one, but was cut short or altered. Whether its signature holds is `verifyTicket`'s to say.
 */
export const parseTicketLink = (text: string): Result<SignedTicket, "not-a-ticket" | "damaged"> => {
  const at = text.indexOf(`${ticketPath}#`);
  if (at < 0) return err("not-a-ticket");
  const [encoded = "", code = "", ...more] = text
    .slice(at + ticketPath.length + 1)
    .trim()
    .split(".");
  const bytes = fromBase64url(encoded);
  if (!bytes || more.length > 0 || !checkInCode.test(code)) return err("damaged");
  const ticket = readTicket(bytes);
  return ticket ? ok({ ...ticket, code }) : err("damaged");
};

const readTicket = (bytes: Uint8Array<ArrayBuffer>): Omit<SignedTicket, "code"> | undefined => {
  const end = bytes.length - signatureBytes;
  if (end < fixed + 3 || bytes[0] !== version) return undefined;
  const view = new DataView(bytes.buffer);
  const kind = meetingKinds[bytes[1] ?? 255];
  const meeting = localIdFromBytes(bytes.subarray(2, 10));
  const org = localIdFromBytes(bytes.subarray(10, 18));
  if (!kind || !meeting || !org) return undefined;
  let at = fixed;
  const take = (length: number): Uint8Array | undefined => {
    at += length;
    return at <= end ? bytes.subarray(at - length, at) : undefined;
  };
  const text = (max: number): string | undefined => {
    const length = take(1)?.[0] ?? 0;
    const part = length > 0 && length <= max ? take(length) : undefined;
    return part && decode(part);
  };
  const title = text(maxTitle);
  const place = text(maxPlace);
  const count = take(1)?.[0] ?? 255;
  if (!title || !place || count > maxPapers || end !== at + 8 * count) return undefined;
  const papers = Array.from({ length: count }, () => localIdFromBytes(take(8) ?? new Uint8Array()));
  if (papers.includes(undefined)) return undefined;
  const signed = bytes.slice(0, end);
  return {
    meeting: meeting as MeetingId,
    host: /^0+$/.test(org) ? "office" : (org as OrgId),
    kind,
    title,
    place,
    startsAt: (view.getUint8(18) * 2 ** 32 + view.getUint32(19)) * 1000,
    minutes: view.getUint16(23),
    papers: papers as DocumentId[],
    key: toBase64url(bytes.subarray(25, 57)) as KeyId,
    signed,
    signature: toBase64url(bytes.subarray(end)),
  };
};

/** Control characters and overrides of direction could make a title read otherwise than it was signed. */
const decode = (bytes: Uint8Array): string | undefined => {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return /^[^\p{Cc}\u202a-\u202e\u2066-\u2069]+$/u.test(text) ? text : undefined;
  } catch {
    return undefined;
  }
};

/**
 * True where an officer of the host signed it, as this directory knows him at `now` (corrected clock, milliseconds): of a
 * cell's meeting its committee, of a conference the office. Unknown, revoked or of another cell is false.
 */
export const verifyTicket = async (
  ticket: SignedTicket,
  directory: Directory,
  now: number,
): Promise<boolean> => {
  const author = authorOf(directory, ticket.key, now);
  const key = publicKeyOf(directory, ticket.key);
  if (!author || !key || !keyCountsAt(directory, ticket.key, now)) return false;
  const may = ticket.host === "office" ? author.office : author.committee && author.org === ticket.host;
  return may && verify(key, ticket.signature, ticket.signed);
};
