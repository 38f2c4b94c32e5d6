import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { membershipKinds, orgSettings } from "../../domain/directory";
import { kindsOfNumber, parseDocumentNumber } from "../../domain/document-number";
import { firstPageOf } from "../../domain/first-page";
import { plainText, readingText } from "../../domain/reading-text";
import { refusePaper } from "../../domain/secrecy";
import { sampleCommune } from "./sample-commune";

const commune = sampleCommune(67);
const { orgs, members, documents } = commune;

describe("the commune", () => {
  test("has 67 organisations below its committee and 1,657 members in its cells", () => {
    expect(orgs.filter(({ parent }) => parent !== undefined)).toHaveLength(67);
    expect(members).toHaveLength(1657);
    const cells = new Set(orgs.filter(({ kind }) => kind === "cell").map(({ id }) => id));
    expect(members.every(({ org }) => cells.has(org))).toBe(true);
    expect(new Set(orgs.map(({ name }) => name)).size).toBe(orgs.length);
    expect(new Set([...orgs, ...members, ...documents].map(({ id }) => id)).size).toBe(
      orgs.length + members.length + documents.length,
    );
  });

  test("every cell has a secretary, those that may elect one a committee of seven at most", () => {
    for (const cell of orgs.filter(({ kind }) => kind === "cell")) {
      const own = members.filter(({ org }) => org === cell.id);
      const led = own.filter(({ role }) => role);
      expect(led.filter(({ role }) => role === "secretary")).toHaveLength(1);
      expect(led.every(({ kind }) => kind === "official")).toBe(true);
      expect(led.length).toBeLessThanOrEqual(7);
      expect(own.filter(({ kind }) => kind === "official").length).toBeGreaterThanOrEqual(3);
      if (led.some(({ role }) => role === "committee"))
        expect(own.filter(({ kind }) => kind === "official").length).toBeGreaterThanOrEqual(9);
    }
  });

  test("every kind of membership and every setting occurs, official members are most", () => {
    for (const kind of membershipKinds) expect(members.some((member) => member.kind === kind)).toBe(true);
    for (const setting of orgSettings) expect(orgs.some((org) => org.setting === setting)).toBe(true);
    expect(members.filter(({ kind }) => kind === "official").length).toBeGreaterThan(1657 * 0.75);
  });

  test("the same seed makes the same commune", () => {
    expect(sampleCommune(67)).toEqual(commune);
    expect(sampleCommune(2).members[0]?.id).not.toBe(members[0]?.id);
  });
});

describe("its papers", () => {
  test.each(documents.map((document) => [`${document.issuedOn} ${document.abstract}`, document] as const))(
    "%s",
    (_, document) => {
      expect(v.parse(readingText, document.text)).toEqual(document.text);
      const plain = plainText(document.text);
      expect(refusePaper({ ...document, declaredBy: "Hà Thị Thắm" }, firstPageOf(plain))).toBeUndefined();
      expect(document.issuedOn >= "2026-08-01" && document.issuedOn <= "2026-11-24").toBe(true);
      expect(plain).not.toMatch(/undefined|\[object|NaN/);
      if (document.number) {
        const number = parseDocumentNumber(document.number);
        expect(number && kindsOfNumber(number)).toContain(document.kind);
        expect(plain).toContain(document.number);
      }
    },
  );

  test("are about sixty, of many kinds, lengths and audiences", () => {
    expect(documents.length).toBeGreaterThanOrEqual(60);
    expect(documents.length).toBeLessThanOrEqual(75);
    const lengths = documents.map(({ text }) => Buffer.byteLength(JSON.stringify(text)));
    expect(Math.max(...lengths)).toBeGreaterThan(22_000);
    expect(Math.max(...lengths)).toBeLessThan(40_000);
    expect(Math.min(...lengths)).toBeLessThan(2500);
    expect(documents.filter(({ text }) => text.blocks.some(({ k }) => k === "t")).length).toBeGreaterThan(8);
    expect(new Set(documents.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(13);
    expect(new Set(documents.map(({ urgency }) => urgency)).size).toBe(4);
    expect(documents.filter(({ audience }) => audience !== "all").length).toBeGreaterThan(20);
    expect(documents.filter(({ acknowledgeBy }) => acknowledgeBy).length).toBeGreaterThan(10);
    expect(documents.filter(({ withFile }) => withFile).length).toBeGreaterThan(5);
    expect(documents.filter(({ recalled }) => recalled)).toHaveLength(1);
    expect(documents.filter(({ supersedes }) => supersedes)).toHaveLength(1);
    expect(documents.filter(({ publisher }) => "cell" in publisher).length).toBeGreaterThanOrEqual(3);
    expect(documents.some(({ expiresOn }) => expiresOn)).toBe(true);
  });

  test("no body issues one number of a kind twice", () => {
    const numbers = documents.flatMap(({ issuer, kind, number }) =>
      number ? [`${issuer} ${kind} ${number}`] : [],
    );
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});
