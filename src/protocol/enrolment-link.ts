import * as v from "valibot";
import { type EntryId, entryId, type KeyId, keyId } from "../domain/ids";
import { err, ok, type Result } from "../domain/result";
import { fromBase64url, toBase64url } from "./base64url";
import type { PrivateKey } from "./keys";

/** What an enrolment link carries in its fragment, which a browser never sends. */
export interface EnrolmentTicket {
  readonly offer: EntryId;
  /** Thumbprint of the commune's root key: pinned by the phone. */
  readonly root: KeyId;
  /** The one-time key. */
  readonly key: PrivateKey;
}

/** Version byte, 16 bytes offer id, 32 root, 32 d, 32 x, 32 y. */
const length = 1 + 16 + 32 * 4;
const version = 1;

export const enrolmentPath = "/ghi-danh";

const hexToBytes = (hex: string) =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const bytesToHex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** `https://…/ghi-danh#…`; `origin` without a slash at its end. */
export const formatEnrolmentLink = (origin: string, ticket: EnrolmentTicket): string => {
  const bytes = new Uint8Array(length);
  bytes[0] = version;
  bytes.set(hexToBytes(ticket.offer.replaceAll("-", "")), 1);
  [ticket.root, ticket.key.d, ticket.key.x, ticket.key.y].forEach((part, i) => {
    bytes.set(fromBase64url(part) ?? [], 17 + 32 * i);
  });
  return `${origin}${enrolmentPath}#${toBase64url(bytes)}`;
};

/**
 * Reads a link that was opened, pasted or scanned. `not-a-link`: it is something else;
 * `damaged`: it looks like one, but was cut short or altered.
 */
export const parseEnrolmentLink = (text: string): Result<EnrolmentTicket, "not-a-link" | "damaged"> => {
  const at = text.indexOf(`${enrolmentPath}#`);
  if (at < 0) return err("not-a-link");
  const bytes = fromBase64url(text.slice(at + enrolmentPath.length + 1).trim());
  if (bytes?.length !== length || bytes[0] !== version) return err("damaged");
  const hex = bytesToHex(bytes.subarray(1, 17));
  const part = (i: number) => toBase64url(bytes.subarray(17 + 32 * i, 49 + 32 * i));
  const offer = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    "-",
  );
  const parsed = v.safeParse(v.object({ offer: entryId, root: keyId }), { offer, root: part(0) });
  if (!parsed.success) return err("damaged");
  return ok({ ...parsed.output, key: { d: part(1), x: part(2), y: part(3) } });
};
