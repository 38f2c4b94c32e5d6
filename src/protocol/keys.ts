import type { KeyId } from "../domain/ids";
import type { PublicKey } from "../domain/public-key";
import { fromBase64url, toBase64url } from "./base64url";
import { sha256 } from "./sha256";

const algorithm = { name: "ECDSA", namedCurve: "P-256" } as const;
const signing = { name: "ECDSA", hash: "SHA-256" } as const;

/** Named here, because Node's types lack the browser's name for it. */
export interface KeyPair {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
}

/** Something that signs for one key. The device's own is non-extractable; the root's is read from a file. */
export interface Signer {
  readonly id: KeyId;
  readonly key: PublicKey;
  /** ES256 (RFC 7518 §3.4): 64 bytes, base64url. */
  sign(data: Uint8Array<ArrayBuffer>): Promise<string>;
}

/** RFC 7638 §3: SHA-256 over the required members in alphabetical order, without white space. */
export const thumbprint = async (key: PublicKey): Promise<KeyId> =>
  (await sha256(`{"crv":"P-256","kty":"EC","x":"${key.x}","y":"${key.y}"}`)) as string as KeyId;

/** A new key pair. Only the one-time key of a link and the root key are made extractable. */
export const generateKeyPair = (extractable: boolean): Promise<KeyPair> =>
  crypto.subtle.generateKey(algorithm, extractable, ["sign", "verify"]);

export const publicKeyFrom = async (pair: KeyPair): Promise<PublicKey> => {
  const { x, y } = await crypto.subtle.exportKey("jwk", pair.publicKey);
  if (!x || !y) throw new Error("not an EC key");
  return { x, y };
};

export const createSigner = async (pair: KeyPair): Promise<Signer> => {
  const key = await publicKeyFrom(pair);
  return {
    id: await thumbprint(key),
    key,
    sign: async (data) =>
      toBase64url(new Uint8Array(await crypto.subtle.sign(signing, pair.privateKey, data))),
  };
};

/** A key pair as its private scalar and public point, all base64url: for the link's fragment and the root's file. */
export interface PrivateKey extends PublicKey {
  readonly d: string;
}

export const exportPrivateKey = async (pair: KeyPair): Promise<PrivateKey> => {
  const { d, x, y } = await crypto.subtle.exportKey("jwk", pair.privateKey);
  if (!d || !x || !y) throw new Error("not an extractable EC key");
  return { d, x, y };
};

/** Throws where the numbers are not a key: callers parse them from a link or a file and answer for that. */
export const importPrivateKey = async ({ d, x, y }: PrivateKey): Promise<KeyPair> => {
  const jwk = { kty: "EC", crv: "P-256", x, y };
  return {
    privateKey: await crypto.subtle.importKey("jwk", { ...jwk, d }, algorithm, true, ["sign"]),
    publicKey: await crypto.subtle.importKey("jwk", jwk, algorithm, true, ["verify"]),
  };
};

/** Importing costs as much as checking: a phone meets the same few signers a thousand times. */
const imported = new Map<string, Promise<CryptoKey>>();
const importLimit = 4096;

const importPublicKey = (key: PublicKey): Promise<CryptoKey> => {
  const name = `${key.x}.${key.y}`;
  const known = imported.get(name);
  if (known) return known;
  if (imported.size >= importLimit) imported.clear();
  const fresh = crypto.subtle.importKey("jwk", { kty: "EC", crv: "P-256", ...key }, algorithm, true, [
    "verify",
  ]);
  imported.set(name, fresh);
  fresh.catch(() => imported.delete(name));
  return fresh;
};

/** True where `signature` is the key's ES256 over `data`. A key off the curve or a short signature is simply false. */
export const verify = async (
  key: PublicKey,
  signature: string,
  data: Uint8Array<ArrayBuffer>,
): Promise<boolean> => {
  const bytes = fromBase64url(signature);
  if (bytes?.length !== 64) return false;
  try {
    return await crypto.subtle.verify(signing, await importPublicKey(key), bytes, data);
  } catch {
    return false;
  }
};
