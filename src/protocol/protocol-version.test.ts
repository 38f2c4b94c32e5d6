import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { envelope } from "../domain/entry";
import { definitions } from "../domain/every-definition";
import { readingText } from "../domain/reading-text";
import { coverageReport, documentCoverage } from "./coverage";
import { serverHello, verdict } from "./sync-line";
import { syncHello } from "./sync-request";
import { oldestServed, protocolVersion } from "./version";

/**
 * A schema as plain data: its shape and the requirements of its pipe, without functions' text (which a formatter or a
 * compiler may change) and without messages.
 */
const shapeOf = (value: unknown): unknown => {
  if (value instanceof RegExp) return String(value);
  if (typeof value === "function") return "function";
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== "object" || value === null) return value;
  const left = new Set(["reference", "expects", "async", "message", "~run", "~standard", "~types", "~props"]);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !left.has(name))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, shapeOf(part)]),
  );
};

const wire = {
  envelope,
  bodies: Object.fromEntries(definitions.map(({ type, body }) => [type, body])),
  readingText,
  syncHello,
  serverHello,
  verdict,
  coverageReport,
  documentCoverage,
};

/**
 * What travels may not change unnoticed. When this fails: was the change meant? A field or type that old phones can do without
 * keeps the version; anything else needs the next number and a line in `version.ts`. Then write the new hash here.
 */
const pinned: Readonly<Record<number, string>> = {
  1: "e7a07d48960eed0e",
};

test("the schemas of everything that travels belong to this version of the protocol", () => {
  const hash = createHash("sha256")
    .update(JSON.stringify(shapeOf(wire)))
    .digest("hex")
    .slice(0, 16);
  expect(hash).toBe(pinned[protocolVersion]);
});

test("a changed requirement, field or list of values changes the hash", () => {
  const shape = JSON.stringify(shapeOf(wire));
  // Bounds, patterns and lists of values are in it, or the pin would hold nothing.
  for (const part of ['"requirement":500', "a-hjkmnp-tv-z", "document.issued", '"express"', "acknowledgeBy"])
    expect(shape).toContain(part);
});

test("the floor stays within two versions of the newest", () => {
  expect(oldestServed).toBeLessThanOrEqual(protocolVersion);
  expect(protocolVersion - oldestServed).toBeLessThanOrEqual(2);
});
