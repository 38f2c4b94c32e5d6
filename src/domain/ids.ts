import * as v from "valibot";
import type { Clock } from "./clock";
import type { Random } from "./random";

declare const brand: unique symbol;
type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** UUIDv7 of an entry, made on the device that wrote it (RFC 9562 §5.7). */
export type EntryId = Brand<string, "EntryId">;
/** An app-local random name: never a card number, an ID number or anything else from outside. */
export type MemberId = Brand<string, "MemberId">;
export type OrgId = Brand<string, "OrgId">;
export type DocumentId = Brand<string, "DocumentId">;
export type MeetingId = Brand<string, "MeetingId">;
export type TaskId = Brand<string, "TaskId">;
/** A paper that was photographed for a meeting. */
export type PhotoId = Brand<string, "PhotoId">;
/** RFC 7638 thumbprint (SHA-256, base64url) of a P-256 public key. */
export type KeyId = Brand<string, "KeyId">;
/** SHA-256 of a blob's bytes, base64url: the blob's only name. */
export type Hash = Brand<string, "Hash">;

const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const localId = /^[0-9a-hjkmnp-tv-z]{12}$/;
const sha256Name = /^[A-Za-z0-9_-]{43}$/;

const named = <T extends string>(pattern: RegExp) =>
  v.pipe(
    v.string(),
    v.regex(pattern),
    v.transform((text) => text as T),
  );

export const entryId = named<EntryId>(uuidV7);
export const memberId = named<MemberId>(localId);
export const orgId = named<OrgId>(localId);
export const documentId = named<DocumentId>(localId);
export const meetingId = named<MeetingId>(localId);
export const taskId = named<TaskId>(localId);
export const photoId = named<PhotoId>(localId);
export const keyId = named<KeyId>(sha256Name);
export const hash = named<Hash>(sha256Name);

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** A new entry id: its first 48 bits are the clock, so ids made later sort later. */
export const newEntryId = (clock: Clock, random: Random): EntryId => {
  const bytes = random.bytes(16);
  let time = clock.now();
  for (let i = 5; i >= 0; i -= 1) {
    bytes[i] = time % 256;
    time = Math.floor(time / 256);
  }
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const text = hex(bytes);
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-${text.slice(12, 16)}-${text.slice(16, 20)}-${text.slice(20)}` as EntryId;
};

/** Crockford's alphabet, lower case: no i, l, o, u to misread. */
export const crockford = "0123456789abcdefghjkmnpqrstvwxyz";

/** A new random name of 60 bits for a member, an organisation, a document … */
export const newLocalId = <T extends MemberId | OrgId | DocumentId | MeetingId | TaskId | PhotoId>(
  random: Random,
): T => Array.from(random.bytes(12), (byte) => crockford[byte % 32]).join("") as T;
