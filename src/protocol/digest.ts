import { fromBase64url, toBase64url } from "./base64url";

/** The running digest of a scope before its first entry. */
export const emptyDigest = toBase64url(new Uint8Array(32));

/**
 * A scope's running digest after one more entry: SHA-256(previous ‖ signature). The signature commits to
 * the whole entry, so two copies with equal digests hold the same entries in the same order.
 */
export const extendDigest = async (digest: string, signature: string): Promise<string> => {
  const before = fromBase64url(digest);
  const added = fromBase64url(signature);
  if (!before || !added) throw new Error("not base64url");
  const both = new Uint8Array(before.length + added.length);
  both.set(before);
  both.set(added, before.length);
  return toBase64url(new Uint8Array(await crypto.subtle.digest("SHA-256", both)));
};
