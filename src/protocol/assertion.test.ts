import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "../../test/support/any-text";
import { createTestClock } from "../domain/clock";
import { createAssertion, parseAssertion } from "./assertion";
import { createSigner, generateKeyPair, verify } from "./keys";
import { assertionLifetime } from "./limits";

const clock = createTestClock();
const signer = await createSigner(await generateKeyPair(false));
const target = { method: "POST", path: "/sync" };
const value = await createAssertion(signer, target, clock);
const at = (ms: number) => ({ now: () => clock.now() + ms });

describe("an assertion", () => {
  test("names its device and is signed by it", async () => {
    const parsed = parseAssertion(value, target, clock);
    expect(parsed).toMatchObject({ ok: true, value: { key: signer.id } });
    if (!parsed.ok) return;
    expect(await verify(signer.key, parsed.value.signature, parsed.value.input)).toBe(true);
  });

  test("is a JWT that others can read", () => {
    const [head, body] = value.replace("Device ", "").split(".");
    const json = (part = "") => JSON.parse(Buffer.from(part, "base64url").toString());
    expect(json(head)).toEqual({ alg: "ES256", typ: "JWT" });
    expect(json(body)).toEqual({
      iss: signer.id,
      htm: "POST",
      htu: "/sync",
      iat: Math.floor(clock.now() / 1000),
    });
  });

  test.each([
    ["at once", 0, true],
    ["five minutes later", assertionLifetime, true],
    ["five minutes before, by the server's clock", -assertionLifetime, true],
    ["later still", assertionLifetime + 1000, false],
    ["three days off", -3 * 24 * 3600_000, false],
  ])("%s", (_, ms, good) => {
    expect(parseAssertion(value, target, at(ms))).toMatchObject(
      good ? { ok: true } : { ok: false, error: "wrong-clock" },
    );
  });

  test("opens no other request", () => {
    for (const other of [
      { method: "GET", path: "/sync" },
      { method: "POST", path: "/ids" },
      { method: "POST", path: "/sync/" },
    ])
      expect(parseAssertion(value, other, clock)).toEqual({ ok: false, error: "not-signed-in" });
  });

  const [head, body, signature] = value.replace("Device ", "").split(".") as [string, string, string];
  const forged = (header: object) => Buffer.from(JSON.stringify(header)).toString("base64url");
  test.each<[string, string | null]>([
    ["nothing", null],
    ["empty", ""],
    ["another scheme", value.replace("Device", "Bearer")],
    ["no signature", `Device ${head}.${body}`],
    ["an empty signature", `Device ${head}.${body}.`],
    ["no algorithm", `Device ${forged({ alg: "none", typ: "JWT" })}.${body}.${signature}`],
    ["another algorithm", `Device ${forged({ alg: "HS256", typ: "JWT" })}.${body}.${signature}`],
    ["one part more", `${value}.x`],
    ["one word more", `${value} x`],
    ["claims that are none", `Device ${head}.${forged({ iss: "me" })}.${signature}`],
    ["claims that are no JSON", `Device ${head}.AAAA.${signature}`],
  ])("%s is no assertion", (_, text) => {
    expect(parseAssertion(text, target, clock)).toEqual({ ok: false, error: "not-signed-in" });
  });

  test("claims changed after signing do not verify", async () => {
    const claims = { ...JSON.parse(Buffer.from(body, "base64url").toString()), iss: signer.id };
    const changed = `Device ${head}.${forged({ ...claims, iat: claims.iat + 1 })}.${signature}`;
    const parsed = parseAssertion(changed, target, clock);
    expect(parsed.ok).toBe(true);
    if (parsed.ok) expect(await verify(signer.key, parsed.value.signature, parsed.value.input)).toBe(false);
  });

  test("of whatever header, it never throws", () => {
    fc.assert(
      fc.property(anyText(), fc.string(), (a, b) => {
        expect(parseAssertion(a, target, clock).ok).toBe(false);
        expect(parseAssertion(`Device ${head}.${b}.${a}`, target, clock).ok).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});
