import { createPublicKey, verify as verifyElsewhere } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "../../test/support/any-text";
import { createTestClock } from "../domain/clock";
import { createSeededRandom } from "../domain/random";
import { createSigner, generateKeyPair } from "./keys";
import { maxEntryBytes } from "./limits";
import { parseEntry, type SignedEntry, signEntry, toDetachedJws, verifyEntry } from "./signed-entry";

/** `{"alg":"ES256","b64":false,"crit":["b64"]}`, as RFC 7797 §4 has its example but for the algorithm. */
const header = "eyJhbGciOiJFUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19";

const signer = await createSigner(await generateKeyPair(false));
const clock = createTestClock();
const random = createSeededRandom(1);
const draft = {
  type: "document.recalled",
  scopes: ["commune" as const],
  subject: "abcdefghjkmn",
  body: { reason: "Phát hành nhầm" },
};
const signed = await signEntry(signer, draft, clock, random);

describe("signing", () => {
  test("the payload is the entry on one line, its keys in order", () => {
    expect(JSON.parse(signed.payload)).toEqual(signed.entry);
    expect(Object.keys(signed.entry)).toEqual(["id", "type", "scopes", "subject", "at", "by", "body"]);
    expect(signed.payload).not.toContain("\n");
    expect(signed.entry).toMatchObject({ by: signer.id, at: clock.now() });
    expect(parseEntry(signed.payload)).toEqual({ ok: true, value: signed.entry });
  });

  test("another implementation of JWS agrees", () => {
    expect(toDetachedJws(signed)).toBe(`${header}..${signed.signature}`);
    const key = createPublicKey({ key: { kty: "EC", crv: "P-256", ...signer.key }, format: "jwk" });
    const input = Buffer.concat([Buffer.from(`${header}.`, "ascii"), Buffer.from(signed.payload, "utf8")]);
    const signature = Buffer.from(signed.signature, "base64url");
    expect(verifyElsewhere("sha256", input, { key, dsaEncoding: "ieee-p1363" }, signature)).toBe(true);
  });

  test("it holds, under its own key alone", async () => {
    expect(await verifyEntry(signed, signer.key)).toBe(true);
    const other = await createSigner(await generateKeyPair(false));
    expect(await verifyEntry(signed, other.key)).toBe(false);
  });

  test("any other payload is not what was signed, not even with the same meaning", async () => {
    const { payload } = signed;
    const changes = fc.oneof(
      fc
        .tuple(fc.nat(payload.length - 1), fc.string({ minLength: 1, maxLength: 1 }))
        .map(([at, letter]) => payload.slice(0, at) + letter + payload.slice(at + 1)),
      fc.nat(payload.length - 1).map((at) => payload.slice(0, at) + payload.slice(at + 1)),
      fc.nat(payload.length).map((at) => `${payload.slice(0, at)} ${payload.slice(at)}`),
    );
    await fc.assert(
      fc.asyncProperty(
        changes.filter((text) => text !== payload),
        async (text) => {
          expect(await verifyEntry({ ...signed, payload: text }, signer.key)).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
    expect(await verifyEntry({ ...signed, payload: payload.normalize("NFD") }, signer.key)).toBe(false);
  });
});

describe("reading an envelope", () => {
  const payloadOf = (change: object) => JSON.stringify({ ...signed.entry, ...change });
  test.each([
    ["too large", payloadOf({ body: "x".repeat(maxEntryBytes) }), "too-large"],
    ["two lines", `${signed.payload}\n`, "malformed"],
    ["no JSON", signed.payload.slice(1), "malformed"],
    ["a list", "[]", "malformed"],
    ["null", "null", "malformed"],
    ["no id", payloadOf({ id: undefined }), "malformed"],
    ["an id of another version", payloadOf({ id: "00000000-0000-4000-8000-000000000000" }), "malformed"],
    ["a scope that is none", payloadOf({ scopes: ["everyone"] }), "malformed"],
    ["a key that is none", payloadOf({ by: "me" }), "malformed"],
  ])("%s", (_, payload, code) => {
    expect(parseEntry(payload)).toEqual({ ok: false, error: code });
  });

  test("of whatever text, it never throws", () => {
    fc.assert(
      fc.property(fc.oneof(anyText(), fc.json()), (text) => {
        const parsed = parseEntry(text);
        if (parsed.ok) expect(parsed.value.scopes.length).toBeGreaterThan(0);
      }),
      { numRuns: 2000 },
    );
  });
});

test("moments are whole milliseconds, whatever the clock says", async () => {
  const fine: SignedEntry & { entry: { at: number } } = await signEntry(
    signer,
    draft,
    { now: () => 1234.56 },
    random,
  );
  expect(fine.entry.at).toBe(1235);
  expect(parseEntry(fine.payload).ok).toBe(true);
});
