import { err, ok, type Result } from "../domain/result";
import { fromBase64url, toBase64url } from "./base64url";
import { maxEntryBytes } from "./limits";
import type { SignedEntry } from "./signed-entry";

/**
 * A member's check-in as a code for an officer's camera: the very entry that his phone sends to the server, so that it is
 * one fact whichever way it comes. The fragment is `payload "." signature`, both base64url.
 */
export const cardPath = "/diem-danh";

export const formatCardLink = (origin: string, { payload, signature }: SignedEntry): string =>
  `${origin}${cardPath}#${toBase64url(new TextEncoder().encode(payload))}.${signature}`;

/** Never throws. Whether the entry holds is for `admit` to say. */
export const parseCardLink = (text: string): Result<SignedEntry, "not-a-card" | "damaged"> => {
  const at = text.indexOf(`${cardPath}#`);
  if (at < 0) return err("not-a-card");
  const [encoded = "", signature = "", ...more] = text
    .slice(at + cardPath.length + 1)
    .trim()
    .split(".");
  const bytes = encoded.length <= 2 * maxEntryBytes ? fromBase64url(encoded) : undefined;
  if (!bytes || bytes.length === 0 || more.length > 0 || !/^[A-Za-z0-9_-]{86}$/.test(signature))
    return err("damaged");
  try {
    return ok({ payload: new TextDecoder("utf-8", { fatal: true }).decode(bytes), signature });
  } catch {
    return err("damaged");
  }
};
