import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { createTestClock } from "./clock";
import { envelope } from "./entry";
import { definitionOf, definitions } from "./every-definition";
import { documentId, entryId, newEntryId, newLocalId, type OrgId } from "./ids";
import { createSeededRandom } from "./random";
import { blockText, plainText, type ReadingText, readingText } from "./reading-text";
import { cellScope, orgOfScope, sameScopes, scope } from "./scope";
import { day, line } from "./text-field";

describe("ids", () => {
  test("an entry id is a UUIDv7 that carries its moment", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), fc.integer(), (now, seed) => {
        const id = newEntryId({ now: () => now }, createSeededRandom(seed));
        expect(v.is(entryId, id)).toBe(true);
        expect(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(now);
      }),
    );
  });

  test("ids made later sort later", () => {
    const clock = createTestClock();
    const random = createSeededRandom(3);
    const ids = Array.from({ length: 100 }, () => {
      clock.advance(1);
      return newEntryId(clock, random);
    });
    expect([...ids].sort()).toEqual(ids);
  });

  test("local ids use no letter that is misread", () => {
    const random = createSeededRandom(4);
    for (let i = 0; i < 200; i += 1) {
      const id = newLocalId<OrgId>(random);
      expect(v.is(documentId, id)).toBe(true);
      expect(id).not.toMatch(/[ilou]/);
    }
  });

  test.each(["", "x", "a".repeat(12).toUpperCase(), "aaaaaaaaaaai", "aaaaaaaaaaaaa", "__proto__aaa"])(
    "%s is no local id",
    (id) => {
      expect(v.is(documentId, id)).toBe(false);
    },
  );
});

describe("scopes", () => {
  const org = newLocalId<OrgId>(createSeededRandom(5));
  test.each([
    ["commune", true],
    ["office", true],
    [`cell:${org}`, true],
    [`committee:${org}`, true],
    [`member:${org}`, true],
    ["cell:", false],
    [`cell:${org} `, false],
    [`other:${org}`, false],
    ["commune\n", false],
  ])("%s", (name, valid) => {
    expect(v.is(scope, name)).toBe(valid);
  });

  test("whose room a scope is", () => {
    expect(orgOfScope(cellScope(org))).toBe(org);
    expect(orgOfScope("commune")).toBeUndefined();
    expect(orgOfScope("member:abcdefghjkmn" as never)).toBeUndefined();
  });

  test("the same scopes in whatever order", () => {
    expect(sameScopes(["commune", "office"], ["office", "commune"])).toBe(true);
    expect(sameScopes(["commune"], ["office", "commune"])).toBe(false);
    expect(sameScopes(["commune", "office"], ["commune", cellScope(org)])).toBe(false);
  });
});

describe("the envelope", () => {
  const entry = {
    id: newEntryId({ now: () => 1 }, createSeededRandom(6)),
    type: "document.read",
    scopes: ["commune"],
    subject: "x",
    at: 1,
    by: "k".repeat(43),
    body: {},
  };
  test.each([
    ["as it is", {}, true],
    ["no scope", { scopes: [] }, false],
    ["a scope twice", { scopes: ["commune", "commune"] }, false],
    ["a type of one word", { type: "document" }, false],
    ["a type that reaches into objects", { type: "__proto__.x" }, false],
    ["before 1970", { at: -1 }, false],
    ["half a millisecond", { at: 1.5 }, false],
    ["no moment", { at: Number.NaN }, false],
    ["an empty subject", { subject: "" }, false],
  ])("%s", (_, change, valid) => {
    expect(v.is(envelope, { ...entry, ...change })).toBe(valid);
  });

  test("two hundred cells at most", () => {
    const random = createSeededRandom(7);
    const scopes = Array.from({ length: 201 }, () => cellScope(newLocalId<OrgId>(random)));
    expect(v.is(envelope, { ...entry, scopes })).toBe(false);
    expect(v.is(envelope, { ...entry, scopes: scopes.slice(1) })).toBe(true);
  });
});

test("a typed line: composed, trimmed, of one line, without hidden turns", () => {
  const field = line(10);
  expect(v.parse(field, "  Đảng ủy ".normalize("NFD"))).toBe("Đảng ủy");
  for (const bad of ["", "   ", "a\nb", "a\u0000b", "a\u202eb", "a\u2066b", "12345678901", 5])
    expect(v.is(field, bad)).toBe(false);
});

test("days are days of a calendar", () => {
  expect(v.is(day, "2026-11-24")).toBe(true);
  for (const bad of ["2026-11-4", "24/11/2026", "2026-13-01", ""]) expect(v.is(day, bad)).toBe(false);
});

test("the words of a reading text, a line a block", () => {
  const text: ReadingText = {
    v: 1,
    blocks: [
      { k: "h", l: 1, t: "KẾ HOẠCH" },
      { k: "p", a: "c", r: ["giữ ", { t: "nước", b: 1 }] },
      { k: "l", m: "a)", r: ["nạo vét"] },
      {
        k: "t",
        h: 1,
        rows: [
          ["TT", "Việc"],
          ["1", "trực đập"],
        ],
      },
    ],
  };
  expect(v.is(readingText, text)).toBe(true);
  expect(plainText(text)).toBe("KẾ HOẠCH\ngiữ nước\na) nạo vét\nTT Việc\n1 trực đập");
  expect(text.blocks.map(blockText)).toHaveLength(4);
  expect(v.is(readingText, { v: 2, blocks: [] })).toBe(false);
  expect(v.is(readingText, { v: 1, blocks: [{ k: "html", t: "<b>" }] })).toBe(false);
});

test("every type of entry is known by its name alone", () => {
  expect(new Set(definitions.map(({ type }) => type)).size).toBe(definitions.length);
  for (const definition of definitions) expect(definitionOf(definition.type)).toBe(definition);
  expect(definitionOf("constructor")).toBeUndefined();
});
