import * as v from "valibot";

/**
 * 32 bytes in 43 letters leave two bits to spare, which must be zero: spelled otherwise one key would have several thumbprints,
 * and a revoked one could come again under another name.
 */
const coordinate = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/));

/** A P-256 public key as the two required members of its JWK (RFC 7518 §6.2.1). */
export interface PublicKey {
  readonly x: string;
  readonly y: string;
}

export const publicKey = v.object({ x: coordinate, y: coordinate });
