import { gzipSync } from "node:zlib";
import * as v from "valibot";
import { expect, test } from "vitest";
import { readingText } from "../../src/domain/reading-text";
import { generateDirectives } from "./directives";

test("papers have the asked size, the right shape, and are all different", () => {
  const papers = generateDirectives(40, 20_000, 5);
  for (const { json, text } of papers) {
    expect(v.parse(readingText, JSON.parse(json))).toEqual(text);
    expect(Math.abs(Buffer.byteLength(json) - 20_000)).toBeLessThan(500);
  }
  expect(new Set(papers.map(({ abstract }) => abstract)).size).toBe(40);
  expect(papers.some(({ text }) => text.blocks.some(({ k }) => k === "t"))).toBe(true);
});

test("a compressor finds in them what it finds in real prose, not copies", () => {
  const papers = generateDirectives(40, 20_000, 5).map(({ json }) => Buffer.from(json));
  const ratio = (bytes: Buffer) => bytes.length / gzipSync(bytes, { level: 6 }).length;
  for (const paper of papers) {
    expect(ratio(paper)).toBeGreaterThan(2.5);
    expect(ratio(paper)).toBeLessThan(3.6);
  }
  expect(ratio(Buffer.concat(papers))).toBeLessThan(4.3);
});

test("the same seed gives the same papers", () => {
  expect(generateDirectives(3, 3000, 9)).toEqual(generateDirectives(3, 3000, 9));
  expect(generateDirectives(3, 3000, 9)).not.toEqual(generateDirectives(3, 3000, 10));
});
