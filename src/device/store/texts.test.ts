import "fake-indexeddb/auto";
import { expect, onTestFinished, test } from "vitest";
import type { Hash } from "../../domain/ids";
import { createDatabase } from "./database";
import { countTexts, eachPack, getText, packTexts, removeTexts, textBytes, textsHere } from "./texts";

const text = (name: string) => ({
  hash: name as Hash,
  data: new TextEncoder().encode(`Nội dung ${name}`),
});
const read = (data: Uint8Array | undefined) => data && new TextDecoder().decode(data);

test("texts of one batch share a row, and one taken out leaves the others", async () => {
  const db = createDatabase("texts", "relaxed");
  onTestFinished(() => db.close());
  expect(await textsHere(db, ["a" as Hash])).toEqual(new Set());
  await db.texts.bulkAdd([...packTexts([text("a"), text("b"), text("c")])]);
  await db.texts.bulkAdd([...packTexts([text("d")])]);
  expect(await countTexts(db)).toBe(4);
  expect(await textsHere(db, ["b", "d", "x"] as Hash[])).toEqual(new Set(["b", "d"]));
  const before = await textBytes(db);
  const freed = await removeTexts(db, ["b", "d"] as Hash[]);
  expect(freed).toBeGreaterThan(0);
  expect(await textBytes(db)).toBe(before - freed);
  expect(
    await Promise.all(["a", "b", "c", "d"].map(async (name) => read(await getText(db, name as Hash)))),
  ).toEqual(["Nội dung a", undefined, "Nội dung c", undefined]);
  const packs: string[][] = [];
  await eachPack(db, async (texts) => {
    packs.push(texts.map(({ hash }) => hash));
  });
  expect(packs).toEqual([["a", "c"]]);
});
