import { createSeededRandom } from "../../../src/domain/random";

/** All choices of a world come from here, so that its seed names it. */
export interface Chance {
  /** 0 ≤ x < 1. */
  real(): number;
  /** 0 ≤ n < limit. */
  below(limit: number): number;
  between(low: number, high: number): number;
  yes(probability: number): boolean;
  pick<T>(from: readonly T[]): T | undefined;
  /** By weight. */
  choose<T extends string>(weights: Readonly<Partial<Record<T, number>>>): T;
  /** Its own stream: what one part draws does not move what the others get. */
  fork(salt: number): Chance;
}

export const createChance = (seed: number): Chance => {
  const { next } = createSeededRandom(seed);
  // Seeds side by side begin alike in this generator.
  for (let i = 0; i < 8; i += 1) next();
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    real: next,
    below,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    yes: (probability) => next() < probability,
    pick: (from) => from[below(from.length)],
    choose: <T extends string>(weights: Readonly<Partial<Record<T, number>>>) => {
      const entries = Object.entries(weights) as [T, number][];
      let at = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [name, weight] of entries) {
        at -= weight;
        if (at < 0) return name;
      }
      return (entries.at(-1) as [T, number])[0];
    },
    fork: (salt) => createChance((seed ^ Math.imul(salt, 0x9e3779b1)) >>> 0),
  };
};
