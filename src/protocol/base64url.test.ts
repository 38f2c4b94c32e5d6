import fc from "fast-check";
import { expect, test } from "vitest";
import { fromBase64url, toBase64url } from "./base64url";

test("bytes come back as they went, in the standard's spelling", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      const text = toBase64url(bytes);
      expect(text).toBe(Buffer.from(bytes).toString("base64url"));
      expect(fromBase64url(text)).toEqual(new Uint8Array(bytes));
    }),
  );
});

test("a text has bytes only where it is their one spelling", () => {
  const letters = fc.string({ unit: fc.constantFrom(..."AQgwBZz09-_+/= \u0141é"), maxLength: 12 });
  fc.assert(
    fc.property(letters, (text) => {
      const bytes = fromBase64url(text);
      const node = Buffer.from(text, "base64url");
      expect(bytes !== undefined).toBe(node.toString("base64url") === text);
      if (bytes) expect(bytes).toEqual(new Uint8Array(node));
    }),
    { numRuns: 5000 },
  );
});

test.each(["A", "AAAAA", "AB", "AAB", "AA==", "A+", "A/", "AA A", "AAÁ", "\u0141A"])("%s is none", (text) => {
  expect(fromBase64url(text)).toBeUndefined();
});
