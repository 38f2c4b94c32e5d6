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
