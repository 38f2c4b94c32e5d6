import { createPublicKey, createSign, generateKeyPairSync } from "node:crypto";
import * as v from "valibot";
import { beforeAll, describe, expect, test } from "vitest";
import type { PublicKey } from "../domain/public-key";
import { publicKey } from "../domain/public-key";
import { createAssertion, parseAssertion } from "./assertion";
import { fromBase64url, toBase64url } from "./base64url";
import { createSigner, generateKeyPair, type Signer, thumbprint, verify } from "./keys";
import { signEntry, toDetachedJws, verifyEntry } from "./signed-entry";

/** Cases in the manner of project Wycheproof, each made here by its rule; none is copied. */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const field = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;

const toBytes = (value: bigint): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(value.toString(16).padStart(64, "0").match(/../g) ?? [], (pair) =>
    Number.parseInt(pair, 16),
  );
const toValue = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
const both = (r: bigint, s: bigint): string => toBase64url(Uint8Array.from([...toBytes(r), ...toBytes(s)]));
const data = new TextEncoder().encode("Nghị quyết đã được thông qua.");

let signer: Signer;
let good: { readonly text: string; readonly r: bigint; readonly s: bigint };
beforeAll(async () => {
  signer = await createSigner(await generateKeyPair(true));
  const text = await signer.sign(data);
  const bytes = fromBase64url(text) ?? new Uint8Array();
  good = { text, r: toValue(bytes.subarray(0, 32)), s: toValue(bytes.subarray(32)) };
});
const holds = (signature: string, key: PublicKey = signer.key, over = data) => verify(key, signature, over);

describe("a signature", () => {
  test("holds as it was made, and over nothing else", async () => {
    expect(await holds(good.text)).toBe(true);
    expect(await holds(good.text, signer.key, new Uint8Array())).toBe(false);
    expect(await holds(good.text, signer.key, Uint8Array.from([...data, 0]))).toBe(false);
  });

  test("with a number out of its range is none", async () => {
    const { r, s } = good;
    const max = 2n ** 256n - 1n;
    const edges = [0n, 1n, order - 1n, order, order + 1n, field, max];
    const cases = [
      ...edges.map((value) => [value, s] as const),
      ...edges.map((value) => [r, value] as const),
      ...edges.flatMap((one) => edges.map((other) => [one, other] as const)),
      // The same number by the order: another spelling, where it fits at all.
      ...(r + order <= max ? [[r + order, s] as const] : []),
      ...(s + order <= max ? [[r, s + order] as const] : []),
      [s, r],
      [order - r, s],
      [order - r, order - s],
    ] as const;
    for (const [one, other] of cases)
      expect([one, other, await holds(both(one, other))]).toEqual([one, other, false]);
  });

  test("mirrored is the one other that holds, as ECDSA has it; an entry under it is never a second entry", async () => {
    const mirrored = both(good.r, order - good.s);
    expect(await holds(mirrored)).toBe(true);
    // What follows from that is tested on the log: "the same id under a mirrored signature is refused as other bytes".
    expect(mirrored).not.toBe(good.text);
  });

  test("with any one bit turned does not hold", async () => {
    const bytes = fromBase64url(good.text) ?? new Uint8Array();
    for (let bit = 0; bit < 512; bit += 1) {
      const turned = Uint8Array.from(bytes);
      turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect([bit, await holds(toBase64url(turned))]).toEqual([bit, false]);
    }
  });

  test("of any other length or form is none: cut, padded, DER, empty", async () => {
    const bytes = fromBase64url(good.text) ?? new Uint8Array();
    for (const length of [0, 1, 31, 32, 33, 63])
      expect(await holds(toBase64url(bytes.slice(0, length)))).toBe(false);
    for (const more of [[0], [1], [...bytes]]) {
      expect(await holds(toBase64url(Uint8Array.from([...bytes, ...more])))).toBe(false);
      expect(await holds(toBase64url(Uint8Array.from([...more, ...bytes])))).toBe(false);
    }
    const { privateKey, publicKey: other } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const { x = "", y = "" } = other.export({ format: "jwk" });
    const sign = createSign("SHA256").update(data);
    const der = sign.sign(privateKey);
    expect(await holds(der.toString("base64url"), { x, y })).toBe(false);
    const raw = createSign("SHA256").update(data).sign({ key: privateKey, dsaEncoding: "ieee-p1363" });
    expect(await holds(raw.toString("base64url"), { x, y })).toBe(true);
    // The same under another hash.
    const sha384 = createSign("SHA384").update(data).sign({ key: privateKey, dsaEncoding: "ieee-p1363" });
    expect(await holds(sha384.toString("base64url"), { x, y })).toBe(false);
  });

  test("spelled in any other way is none: padding, spare bits, the other alphabet, white space", async () => {
    const { text } = good;
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const last = alphabet.indexOf(text.at(-1) ?? "A");
    // 64 bytes leave four spare bits in the last letter.
    const spare = Array.from({ length: 15 }, (_, i) => text.slice(0, -1) + alphabet[last ^ (i + 1)]);
    const spelled = [
      `${text}==`,
      `${text}=`,
      ` ${text}`,
      `${text}\n`,
      `${text}\u0000`,
      text.replaceAll("-", "+").replaceAll("_", "/").concat("=="),
      `${text}A`,
      text.slice(1),
      `.${text}`,
    ];
    for (const one of [...spare, ...spelled]) expect([one, await holds(one)]).toEqual([one, false]);
  });
});

describe("a key", () => {
  test("off the curve, at infinity, of another curve or out of the field verifies nothing, and throws nothing", async () => {
    const { x, y } = signer.key;
    const point = (one: bigint, other: bigint): PublicKey => ({
      x: toBase64url(toBytes(one)),
      y: toBase64url(toBytes(other)),
    });
    const [vx, vy] = [toValue(fromBase64url(x) ?? data), toValue(fromBase64url(y) ?? data)];
    const k256 = generateKeyPairSync("ec", { namedCurve: "secp256k1" }).publicKey.export({ format: "jwk" });
    const wrong: PublicKey[] = [
      point(0n, 0n),
      point(0n, 1n),
      point(vx, vy ^ 1n),
      point(vx ^ 1n, vy),
      point(vy, vx),
      point(field, vy),
      point(vx, field),
      point(2n ** 256n - 1n, 2n ** 256n - 1n),
      { x: k256.x ?? "", y: k256.y ?? "" },
      { x, y: x },
      { x: "", y: "" },
      { x: `${x}AA`, y },
      { x: x.slice(0, -2), y },
    ];
    for (const key of wrong) expect([key, await holds(good.text, key)]).toEqual([key, false]);
    // The mirrored point is a key, of somebody else.
    expect(await holds(good.text, point(vx, field - vy))).toBe(false);
    const known = createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
    expect(known.asymmetricKeyType).toBe("ec");
  });

  test("has one name: order of members, further members and spare bits make no second one", async () => {
    const { x, y } = signer.key;
    const name = await thumbprint(signer.key);
    expect(await thumbprint({ y, x })).toBe(name);
    expect(await thumbprint({ kty: "RSA", crv: "P-384", d: "secret", x, y } as PublicKey)).toBe(name);
    expect(await thumbprint({ x: y, y: x })).not.toBe(name);
    // Two letters could spell one last byte; only one of them is taken as a coordinate.
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const last = alphabet.indexOf(x.at(-1) ?? "A");
    for (let spare = 1; spare < 4; spare += 1)
      expect(v.is(publicKey, { x: x.slice(0, -1) + alphabet[last ^ spare], y })).toBe(false);
    expect(v.is(publicKey, { x, y })).toBe(true);
    // Nothing inside a coordinate can close the quotation and begin another member.
    expect(v.is(publicKey, { x: `${x.slice(0, 30)}","y":"AAAA`, y })).toBe(false);
  });
});

describe("what was signed", () => {
  const clock = { now: () => 1_790_000_000_000 };

  test("as a request is no entry, and as an entry no request", async () => {
    const entry = await signEntry(
      signer,
      { type: "document.read", scopes: ["commune"], subject: "x", body: {} },
      clock,
      {
        bytes: (length) => new Uint8Array(length),
      },
    );
    expect(await verifyEntry(entry, signer.key)).toBe(true);
    const assertion = await createAssertion(signer, { method: "POST", path: "/sync" }, clock);
    const [, signature = ""] = /\.([^.]+)$/.exec(assertion) ?? [];
    const input = assertion.slice("Device ".length, assertion.lastIndexOf("."));
    expect(await verifyEntry({ payload: input, signature }, signer.key)).toBe(false);
    expect(await verifyEntry({ payload: input.slice(input.indexOf(".") + 1), signature }, signer.key)).toBe(
      false,
    );
    expect(toDetachedJws(entry).split(".")[1]).toBe("");
  });

  test("under any other header is not taken: none, HS256, b64, a key of its own, other spelling", async () => {
    const target = { method: "POST", path: "/sync" };
    const assertion = await createAssertion(signer, target, clock);
    expect(parseAssertion(assertion, target, clock).ok).toBe(true);
    const [, body, signature] = assertion.slice("Device ".length).split(".");
    const headers = [
      '{"alg":"none","typ":"JWT"}',
      '{"alg":"HS256","typ":"JWT"}',
      '{"alg":"ES384","typ":"JWT"}',
      '{"alg":"es256","typ":"JWT"}',
      '{"typ":"JWT","alg":"ES256"}',
      '{"alg":"ES256","typ":"JWT" }',
      '{"alg":"ES256","alg":"none","typ":"JWT"}',
      `{"alg":"ES256","typ":"JWT","jwk":${JSON.stringify({ kty: "EC", crv: "P-256", ...signer.key })}}`,
      '{"alg":"ES256","typ":"JWT","kid":"../../dev/null"}',
      '{"alg":"ES256","b64":false,"crit":["b64"]}',
    ];
    for (const header of headers) {
      const value = `Device ${toBase64url(new TextEncoder().encode(header))}.${body}.${signature}`;
      expect(parseAssertion(value, target, clock)).toEqual({ ok: false, error: "not-signed-in" });
    }
    for (const value of [
      `Device ${body}.${signature}`,
      `Device ..${signature}`,
      `Device .${body}.`,
      `Bearer ${assertion.slice(7)}`,
      `${assertion}.`,
      `${assertion} ${assertion}`,
    ])
      expect(parseAssertion(value, target, clock).ok).toBe(false);
  });
});
