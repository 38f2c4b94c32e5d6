import * as v from "valibot";
import type { Clock } from "../domain/clock";
import { type Entry, envelope } from "../domain/entry";
import { newEntryId } from "../domain/ids";
import type { PublicKey } from "../domain/public-key";
import type { Random } from "../domain/random";
import type { Refusal } from "../domain/refusal";
import { err, ok, type Result } from "../domain/result";
import { type Signer, verify } from "./keys";
import { maxEntryBytes } from "./limits";

/** The protected header of every entry: RFC 7797 unencoded payload, the same for all, so it never travels. */
const protectedHeader = btoa('{"alg":"ES256","b64":false,"crit":["b64"]}').replaceAll("=", "");

const encoder = new TextEncoder();

/** RFC 7515 §5.1 with RFC 7797 §3: ASCII(header) ‖ "." ‖ payload. */
const signingInput = (payload: string) => encoder.encode(`${protectedHeader}.${payload}`);

/** An entry as it travels and rests: its JSON text just as it was signed, and the signature. */
export interface SignedEntry {
  readonly payload: string;
  /** ES256, base64url, 86 characters. */
  readonly signature: string;
}

/** The standard form (RFC 7515 appendix F, detached), for tools outside this product. */
export const toDetachedJws = (signed: SignedEntry): string => `${protectedHeader}..${signed.signature}`;

/** What a writer decides; the id, the moment and the key are added on signing. */
export type Draft<B = unknown> = Pick<Entry<string, B>, "type" | "scopes" | "subject" | "body">;

/** Signs a new fact. The payload is JSON on one line, keys in the order of `Entry`. */
export const signEntry = async <B>(
  signer: Signer,
  draft: Draft<B>,
  clock: Clock,
  random: Random,
): Promise<SignedEntry & { readonly entry: Entry<string, B> }> => {
  const entry: Entry<string, B> = {
    id: newEntryId(clock, random),
    type: draft.type,
    scopes: draft.scopes,
    subject: draft.subject,
    at: Math.round(clock.now()),
    by: signer.id,
    body: draft.body,
  };
  const payload = JSON.stringify(entry);
  return { entry, payload, signature: await signer.sign(signingInput(payload)) };
};

/** Reads the envelope of a payload from outside. Never throws. */
export const parseEntry = (payload: string): Result<Entry, Refusal> => {
  if (payload.length > maxEntryBytes) return err("too-large");
  if (payload.includes("\n")) return err("malformed");
  try {
    const parsed = v.safeParse(envelope, JSON.parse(payload));
    return parsed.success ? ok(parsed.output) : err("malformed");
  } catch {
    return err("malformed");
  }
};

export const verifyEntry = (signed: SignedEntry, key: PublicKey): Promise<boolean> =>
  verify(key, signed.signature, signingInput(signed.payload));
