import * as v from "valibot";
import type { Clock } from "../domain/clock";
import { type KeyId, keyId } from "../domain/ids";
import { err, ok, type Result } from "../domain/result";
import { fromBase64url, toBase64url } from "./base64url";
import type { Signer } from "./keys";
import { assertionLifetime } from "./limits";

/**
 * How a request says which device it comes from: a JWT that the device's key signs for one request
 * (in the style of RFC 7523 and RFC 9449), good for a few minutes. Nothing that could be stolen rests on the server.
 */
export const assertionScheme = "Device";

const claims = v.object({
  iss: keyId,
  /** Method and path, so that an assertion for one request opens no other. */
  htm: v.string(),
  htu: v.string(),
  /** Seconds, by the device's corrected clock. */
  iat: v.number(),
});

const header = toBase64url(new TextEncoder().encode('{"alg":"ES256","typ":"JWT"}'));

export interface RequestTarget {
  readonly method: string;
  /** Path without query. */
  readonly path: string;
}

/** The value of the `Authorization` header for one request. */
export const createAssertion = async (
  signer: Signer,
  target: RequestTarget,
  clock: Clock,
): Promise<string> => {
  const body: v.InferInput<typeof claims> = {
    iss: signer.id,
    htm: target.method,
    htu: target.path,
    iat: Math.floor(clock.now() / 1000),
  };
  const input = `${header}.${toBase64url(new TextEncoder().encode(JSON.stringify(body)))}`;
  return `${assertionScheme} ${input}.${await signer.sign(new TextEncoder().encode(input))}`;
};

export interface ParsedAssertion {
  readonly key: KeyId;
  readonly input: Uint8Array<ArrayBuffer>;
  readonly signature: string;
}

/**
 * Reads an `Authorization` header for this target. The signature is still to be checked with the key named.
 * `wrong-clock` where only the moment does not fit: the device asks the server's time and tries again.
 */
export const parseAssertion = (
  value: string | null,
  target: RequestTarget,
  clock: Clock,
): Result<ParsedAssertion, "not-signed-in" | "wrong-clock"> => {
  const [scheme, token, ...rest] = (value ?? "").split(" ");
  const [head, body, signature, ...more] = (token ?? "").split(".");
  if (scheme !== assertionScheme || head !== header || !body || !signature || rest.length || more.length)
    return err("not-signed-in");
  const parsed = v.safeParse(claims, parseJson(fromBase64url(body)));
  if (!parsed.success) return err("not-signed-in");
  const { iss, htm, htu, iat } = parsed.output;
  if (htm !== target.method || htu !== target.path) return err("not-signed-in");
  if (Math.abs(clock.now() - iat * 1000) > assertionLifetime) return err("wrong-clock");
  return ok({ key: iss, input: new TextEncoder().encode(`${head}.${body}`), signature });
};

const parseJson = (bytes: Uint8Array | undefined): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
};
