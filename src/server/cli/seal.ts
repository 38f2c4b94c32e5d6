import * as v from "valibot";
import { fromBase64url, toBase64url } from "../../protocol/base64url";

/** A text under a passphrase: PBKDF2-SHA-256 into AES-256-GCM. The numbers travel along, so that they may rise. */
export const sealed = v.object({
  kdf: v.literal("PBKDF2-SHA-256"),
  iterations: v.pipe(v.number(), v.safeInteger(), v.minValue(100_000), v.maxValue(10_000_000)),
  salt: v.string(),
  cipher: v.literal("A256GCM"),
  iv: v.string(),
  data: v.string(),
});
export type Sealed = v.InferOutput<typeof sealed>;

/** OWASP's figure for PBKDF2 with SHA-256 (2023). */
const iterations = 600_000;

export const seal = async (text: string, passphrase: string): Promise<Sealed> => {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await deriveKey(passphrase, salt, iterations);
  const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, key, new TextEncoder().encode(text));
  return {
    kdf: "PBKDF2-SHA-256",
    iterations,
    salt: toBase64url(salt),
    cipher: "A256GCM",
    iv: toBase64url(iv),
    data: toBase64url(new Uint8Array(data)),
  };
};

/** Undefined where the passphrase is another, or the file was altered. */
export const openSealed = async (box: Sealed, passphrase: string): Promise<string | undefined> => {
  const [salt, iv, data] = [box.salt, box.iv, box.data].map(fromBase64url);
  if (!salt || !iv || !data) return undefined;
  const key = await deriveKey(passphrase, salt, box.iterations);
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv }, key, data));
  } catch {
    return undefined;
  }
};

const deriveKey = async (
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  rounds: number,
): Promise<CryptoKey> => {
  // The same words typed on two keyboards may come in two forms.
  const words = new TextEncoder().encode(passphrase.normalize("NFC"));
  const base = await crypto.subtle.importKey("raw", words, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt, iterations: rounds };
  return crypto.subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
};
