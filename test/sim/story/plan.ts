import { type Chance, createChance } from "../world/chance";

/** What kind of world a seed makes: most are small, so that there are many. */
export interface Plan {
  readonly seed: number;
  readonly cells: number;
  readonly people: number;
  readonly operations: number;
  readonly kind: "pglite" | "postgres";
  readonly processes: number;
  /** Whether officers photograph papers: every ninth world, so that the others stay the worlds they were. */
  readonly photos: boolean;
  /** Virtual milliseconds a macrotask costs: fast desks and slow phones. */
  readonly turnCost: number;
  /** Of the server's statements and syncs to disk, those that take long. */
  readonly load: number;
  /** Of each exchange, that something happens to it. */
  readonly lineFaults: number;
  /** Of each step, that something happens to a phone, or to the server. */
  readonly phoneFaults: number;
  readonly serverFaults: number;
}

type Size = "tiny" | "small" | "large" | "huge";

/** Every twentieth world is a large one and every two hundredth a huge one, whatever else its seed says. */
const sizeOf = (seed: number, chance: Chance): Size => {
  if (seed % 200 === 0) return "huge";
  return seed % 20 === 0 ? "large" : chance.choose({ tiny: 10, small: 1 });
};

type Range = readonly [number, number];

/** People beside the desk's, some of whom get a second phone; cells beside the office's. */
const sizes: Readonly<Record<Size, Readonly<Record<"people" | "cells" | "operations", Range>>>> = {
  tiny: { people: [2, 3], cells: [1, 2], operations: [30, 60] },
  small: { people: [2, 4], cells: [1, 2], operations: [200, 220] },
  large: { people: [19, 36], cells: [2, 4], operations: [200, 600] },
  huge: { people: [19, 36], cells: [3, 4], operations: [2000, 2000] },
};

/** Every third of the small worlds goes on for this long: what goes wrong early may show late. */
const lasting: Range = [200, 230];

export const planOf = (seed: number): Plan => {
  const chance = createChance(seed).fork(1);
  const size = sizes[sizeOf(seed, chance)];
  const lasts = seed % 3 === 1 && size === sizes.tiny;
  const shared = chance.yes(0.25);
  const calm = chance.yes(0.1);
  return {
    seed,
    cells: chance.between(...size.cells),
    people: chance.between(...size.people),
    operations: chance.between(...(lasts ? lasting : size.operations)),
    kind: shared ? "postgres" : "pglite",
    processes: shared ? 2 : 1,
    photos: seed % 9 === 4,
    turnCost: [0.02, 0.05, 0.2, 1][chance.below(4)] ?? 0.05,
    load: [0.03, 0.15, 0.5][chance.below(3)] ?? 0.15,
    lineFaults: calm ? 0 : ([0.02, 0.1, 0.3][chance.below(3)] ?? 0.1),
    phoneFaults: calm ? 0 : ([0.02, 0.06, 0.12][chance.below(3)] ?? 0.06),
    serverFaults: calm ? 0 : ([0.005, 0.015, 0.03][chance.below(3)] ?? 0.01),
  };
};
