import { expect, test } from "vitest";
import { batched } from "./batched";

test("questions that come together are one query, and each gets its own answer", async () => {
  const queries: number[][] = [];
  const double = batched(async (numbers: readonly number[]) => {
    queries.push([...numbers]);
    return numbers.map((n) => n * 2);
  });
  expect(await Promise.all([double(1), double(2), double(3)])).toEqual([2, 4, 6]);
  expect(queries).toEqual([[1, 2, 3]]);
});

test("a question that comes while a query is under way is answered by the next one", async () => {
  let value = "old";
  const queries: (() => void)[] = [];
  const read = batched(async (questions: readonly string[]) => {
    const seen = value;
    await new Promise<void>((resolve) => queries.push(resolve));
    return questions.map(() => seen);
  });
  const first = read("a");
  await expect.poll(() => queries.length).toBe(1);
  value = "new";
  const second = read("b");
  queries[0]?.();
  await expect.poll(() => queries.length).toBe(2);
  queries[1]?.();
  expect([await first, await second]).toEqual(["old", "new"]);
});

test("a failure reaches all who asked, and the next question is asked anew", async () => {
  let fail = true;
  const read = batched(async (questions: readonly number[]) => {
    if (fail) throw new Error("no database");
    return questions;
  });
  const results = await Promise.allSettled([read(1), read(2)]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  fail = false;
  expect(await read(3)).toBe(3);
});
