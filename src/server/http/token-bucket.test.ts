import { expect, it } from "vitest";
import { createTestClock } from "../../domain/clock";
import { createTokenBuckets } from "./token-bucket";

it("lets a burst through, then one at a time as time passes", () => {
  const clock = createTestClock();
  const buckets = createTokenBuckets({ capacity: 3, perSecond: 0.5 }, clock);
  expect([1, 2, 3, 4].map(() => buckets.take("a"))).toEqual([0, 0, 0, 2]);
  expect(buckets.take("b")).toBe(0);
  clock.advance(1000);
  expect(buckets.wait("a")).toBe(1);
  clock.advance(1000);
  expect(buckets.take("a")).toBe(0);
  expect(buckets.take("a")).toBe(2);
});

it("never holds more than its capacity, and looking takes nothing", () => {
  const clock = createTestClock();
  const buckets = createTokenBuckets({ capacity: 2, perSecond: 1 }, clock);
  buckets.take("a");
  clock.advance(60_000);
  for (let i = 0; i < 10; i += 1) expect(buckets.wait("a")).toBe(0);
  expect([1, 2, 3].map(() => buckets.take("a"))).toEqual([0, 0, 1]);
});

it("stays right when a clock is set back", () => {
  const clock = createTestClock();
  const buckets = createTokenBuckets({ capacity: 1, perSecond: 1 }, clock);
  buckets.take("a");
  clock.advance(-60_000);
  expect(buckets.take("a")).toBe(1);
});

it("holds out against a whole network of addresses: neither its memory nor its work grows with them", () => {
  const clock = createTestClock();
  const buckets = createTokenBuckets({ capacity: 10, perSecond: 10 / 600 }, clock);
  const cost = (from: number, count: number) => {
    const started = performance.now();
    for (let i = 0; i < count; i += 1) buckets.take(`2001:db8:${from + i}`);
    return performance.now() - started;
  };
  const few = cost(0, 9000);
  // All these at one moment: none of their buckets is full again.
  const many = cost(9000, 106_000);
  expect(many / 106_000).toBeLessThan((few / 9000) * 20);
  // The oldest were forgotten, the newest are still counted.
  for (let i = 0; i < 9; i += 1) buckets.take("2001:db8:114999");
  expect(buckets.wait("2001:db8:114999")).toBeGreaterThan(0);
});
