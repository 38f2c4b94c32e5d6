import { createChance } from "../world/chance";

/** What kind of world a seed makes: most are small and many, some are large. */
export interface Plan {
  readonly seed: number;
  readonly cells: number;
  readonly people: number;
  readonly operations: number;
  readonly kind: "pglite" | "postgres";
  readonly processes: number;
  /** Virtual milliseconds a macrotask costs: fast desks and slow phones. */
  readonly turnCost: number;
  /** Of each exchange, that something happens to it. */
  readonly lineFaults: number;
  /** Of each step, that something happens to a phone, or to the server. */
  readonly phoneFaults: number;
  readonly serverFaults: number;
}

export const planOf = (seed: number): Plan => {
  const chance = createChance(seed).fork(1);
  const size = chance.choose({ tiny: 90, small: 9, middle: 0.9, large: 0.1 });
  const people = {
    tiny: chance.between(2, 3),
    small: chance.between(2, 4),
    middle: chance.between(6, 14),
    large: chance.between(20, 36),
  }[size];
  const cells = {
    tiny: chance.between(1, 2),
    small: chance.between(1, 2),
    middle: chance.between(2, 3),
    large: chance.between(3, 5),
  }[size];
  const operations = {
    tiny: chance.between(30, 60),
    small: chance.between(200, 220),
    middle: chance.between(250, 500),
    large: chance.between(800, 2000),
  }[size];
  const shared = chance.yes(0.25);
  const calm = chance.yes(0.1);
  return {
    seed,
    cells,
    people,
    operations,
    kind: shared ? "postgres" : "pglite",
    processes: shared ? 2 : 1,
    turnCost: [0.02, 0.05, 0.2, 1][chance.below(4)] ?? 0.05,
    lineFaults: calm ? 0 : ([0.02, 0.1, 0.3][chance.below(3)] ?? 0.1),
    phoneFaults: calm ? 0 : ([0.02, 0.06, 0.12][chance.below(3)] ?? 0.06),
    serverFaults: calm ? 0 : ([0.005, 0.015, 0.03][chance.below(3)] ?? 0.01),
  };
};
