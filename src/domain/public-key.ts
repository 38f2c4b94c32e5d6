import * as v from "valibot";

const coordinate = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));

/** A P-256 public key as the two required members of its JWK (RFC 7518 §6.2.1). */
export interface PublicKey {
  readonly x: string;
  readonly y: string;
}

export const publicKey = v.object({ x: coordinate, y: coordinate });
