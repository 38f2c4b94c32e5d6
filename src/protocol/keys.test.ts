import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromBase64url, toBase64url } from "./base64url";
import { emptyDigest, extendDigest } from "./digest";
import {
  createSigner,
  exportPrivateKey,
  generateKeyPair,
  importPrivateKey,
  publicKeyFrom,
  thumbprint,
  verify,
} from "./keys";
import { sha256 } from "./sha256";

/** The key and the signature of RFC 7515 appendix A.3. */
const published = {
  key: { x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", y: "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0" },
  input:
    "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ",
  signature: "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q",
};
const utf8 = (text: string) => new TextEncoder().encode(text);

describe("base64url", () => {
  test("bytes survive", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = toBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString("base64url"));
        expect(fromBase64url(text)).toEqual(bytes);
      }),
    );
  });

  test("a value has one spelling only", () => {
    expect(fromBase64url("AA")).toEqual(new Uint8Array(1));
    for (const other of ["AB", "AA==", "AA\n", "A", "A+", "A/", " AA"])
      expect(fromBase64url(other)).toBeUndefined();
  });
});

describe("ES256", () => {
  test("a published signature holds, and only for its own text and key", async () => {
    const { key, input, signature } = published;
    expect(await verify(key, signature, utf8(input))).toBe(true);
    expect(await verify(key, signature, utf8(`${input}.`))).toBe(false);
    expect(await verify({ x: key.y, y: key.x }, signature, utf8(input))).toBe(false);
  });

  test("the thumbprint of the published key, computed by other means", async () => {
    expect(await thumbprint(published.key)).toBe("oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U");
  });

  test("what is no signature is false, never an error", async () => {
    const { key, input } = published;
    for (const signature of ["", "A", "A".repeat(86), "A".repeat(85), "=".repeat(86), "A".repeat(1000)])
      expect(await verify(key, signature, utf8(input))).toBe(false);
    const nowhere = { x: "A".repeat(43), y: "A".repeat(43) };
    expect(await verify(nowhere, published.signature, utf8(input))).toBe(false);
    expect(await verify(nowhere, published.signature, utf8(input))).toBe(false);
  });

  test("a signature changed in any one place is false", async () => {
    const bytes = fromBase64url(published.signature) ?? new Uint8Array();
    for (let i = 0; i < bytes.length; i += 1) {
      const changed = bytes.slice();
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(await verify(published.key, toBase64url(changed), utf8(published.input))).toBe(false);
    }
  });

  test("a signer signs what its key verifies, under its own name", async () => {
    const pair = await generateKeyPair(false);
    const signer = await createSigner(pair);
    expect(signer.id).toBe(await thumbprint(signer.key));
    const signature = await signer.sign(utf8("Đảng ủy"));
    expect(signature).toHaveLength(86);
    expect(await verify(signer.key, signature, utf8("Đảng ủy"))).toBe(true);
    await expect(exportPrivateKey(pair)).rejects.toThrow();
  });

  test("a private key travels as three numbers", async () => {
    const pair = await generateKeyPair(true);
    const carried = await exportPrivateKey(pair);
    const again = await createSigner(await importPrivateKey(carried));
    expect(again.key).toEqual(await publicKeyFrom(pair));
    await expect(importPrivateKey({ ...carried, d: "A".repeat(43) })).rejects.toThrow();
  });
});

test("a blob's name is its SHA-256, text taken as UTF-8", async () => {
  expect(await sha256("")).toBe("47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU");
  expect(await sha256("Đảng")).toBe(await sha256(utf8("Đảng")));
  expect(await sha256("Đảng".normalize("NFD"))).not.toBe(await sha256("Đảng"));
});

describe("the running digest", () => {
  const counting = (from: number) => toBase64url(Uint8Array.from({ length: 64 }, (_, i) => from + i));

  test("of two entries, computed by other means", async () => {
    const first = await extendDigest(emptyDigest, counting(0));
    expect(first).toBe("3HpIAU_B-si1KvObx-pcr6-r-LuB-4-ID987SkVmeVw");
    expect(await extendDigest(first, counting(64))).toBe("iVQw42fAFtL0en2WGoTSzmIbb3dXB1Phgz5O6u44Ntw");
  });

  test("depends on what came before and on the order", async () => {
    const chain = async (...signatures: string[]) => {
      let digest = emptyDigest;
      for (const one of signatures) digest = await extendDigest(digest, one);
      return digest;
    };
    const [a, b] = [counting(0), counting(64)];
    const all = await Promise.all([chain(a), chain(b), chain(a, b), chain(b, a), chain(a, a), chain()]);
    expect(new Set(all).size).toBe(all.length);
  });

  test("takes nothing that is not base64url", async () => {
    await expect(extendDigest("?", counting(0))).rejects.toThrow();
    await expect(extendDigest(emptyDigest, "?")).rejects.toThrow();
  });
});
