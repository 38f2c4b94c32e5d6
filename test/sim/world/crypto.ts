import { createHash, createHmac } from "node:crypto";

/*
 * WebCrypto's place in a world that must replay: ES256 signs with a fresh random number each time and works in other
 * threads. Here a signature is a keyed hash of the same length, made at once; it depends on every bit of key and content as
 * the real one does, and nobody without the key can make it. SHA-256 and HMAC are real.
 */

type Bytes = (length: number) => Uint8Array;

interface SimKey {
  readonly type: "public" | "private" | "secret";
  readonly extractable: boolean;
  readonly algorithm: { readonly name: string };
  readonly usages: readonly string[];
  readonly secret?: string;
  readonly x?: string;
  readonly y?: string;
}

const hash = (text: string) => createHash("sha256").update(text).digest("base64url");
/** Whoever checks a signature knows the public point alone; this stands for the mathematics that ties it to the secret. */
const secretOf = new Map<string, string>();

const keysOf = (secret: string, extractable: boolean) => {
  const [x, y] = [hash(`x ${secret}`), hash(`y ${secret}`)];
  secretOf.set(`${x}.${y}`, secret);
  const algorithm = { name: "ECDSA" };
  return {
    privateKey: { type: "private", extractable, algorithm, usages: ["sign"], secret, x, y } satisfies SimKey,
    publicKey: { type: "public", extractable: true, algorithm, usages: ["verify"], x, y } satisfies SimKey,
  };
};

const view = (data: ArrayBuffer | ArrayBufferView): Uint8Array =>
  ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data);
const buffer = (bytes: Uint8Array): ArrayBuffer => bytes.slice().buffer as ArrayBuffer;
const mac = (secret: string, data: ArrayBuffer | ArrayBufferView) =>
  createHash("sha512").update(secret).update(view(data)).digest();

export const forgetKeys = (): void => secretOf.clear();

/** As much of `SubtleCrypto` as the product uses. */
export const createSubtle = (random: Bytes) => ({
  generateKey: async (_algorithm: unknown, extractable: boolean) =>
    keysOf(Buffer.from(random(32)).toString("base64url"), extractable),
  exportKey: async (_format: string, { x, y, secret, extractable }: SimKey) => ({
    kty: "EC",
    crv: "P-256",
    x,
    y,
    ...(secret !== undefined && extractable && { d: secret }),
  }),
  importKey: async (
    format: string,
    data: ArrayBufferView & { readonly d?: string; readonly x?: string; readonly y?: string },
    algorithm: { readonly name: string },
    extractable: boolean,
  ): Promise<SimKey> => {
    if (format === "raw")
      return {
        type: "secret",
        extractable,
        algorithm,
        usages: ["sign"],
        secret: Buffer.from(view(data)).toString("base64url"),
      };
    const { d, x = "", y = "" } = data;
    if (d === undefined) return { type: "public", extractable, algorithm, usages: ["verify"], x, y };
    const pair = keysOf(d, extractable);
    if (pair.publicKey.x !== x || pair.publicKey.y !== y) throw new DOMException("not a key", "DataError");
    return pair.privateKey;
  },
  sign: async (_algorithm: unknown, key: SimKey, data: ArrayBuffer | ArrayBufferView) =>
    key.algorithm.name === "HMAC"
      ? buffer(
          createHmac("sha256", Buffer.from(key.secret ?? "", "base64url"))
            .update(view(data))
            .digest(),
        )
      : buffer(mac(key.secret ?? "", data)),
  verify: async (_algorithm: unknown, { x, y }: SimKey, signature: Uint8Array, data: ArrayBufferView) => {
    const secret = secretOf.get(`${x}.${y}`);
    return secret !== undefined && mac(secret, data).equals(signature);
  },
  digest: async (_algorithm: unknown, data: ArrayBuffer | ArrayBufferView) =>
    buffer(createHash("sha256").update(view(data)).digest()),
});
