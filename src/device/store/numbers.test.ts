import "fake-indexeddb/auto";
import { expect, onTestFinished, test } from "vitest";
import type { EntryId } from "../../domain/ids";
import { createDatabase } from "./database";
import { digestAt, numberedIds } from "./numbers";

test("numbers lie a page a row and are found one by one", async () => {
  const db = createDatabase("numbers", "relaxed");
  onTestFinished(() => db.close());
  const page = (n: number, ...ids: string[]) => ({
    scope: "commune" as const,
    n,
    ids: ids as EntryId[],
    digests: ids.map((id) => `after ${id}`),
  });
  await db.numbers.bulkPut([page(3, "a", "b", "c"), page(4, "d"), page(6, "e", "f")]);
  await db.numbers.put({ scope: "office", n: 2, ids: ["x", "y"] as EntryId[] });
  expect(await numberedIds(db, "commune")).toEqual(["a", "b", "c", "d", "e", "f"]);
  for (const [after, rest] of [
    [1, "bcdef"],
    [3, "def"],
    [5, "f"],
    [6, ""],
  ] as const)
    expect((await numberedIds(db, "commune", after)).join("")).toBe(rest);
  expect(await Promise.all([1, 3, 4, 6, 7].map((n) => digestAt(db, "commune", n)))).toEqual([
    "after a",
    "after c",
    "after d",
    "after f",
    undefined,
  ]);
  expect(await digestAt(db, "office", 1)).toBeUndefined();
});
