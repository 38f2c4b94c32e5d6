/**
 * Tests that `npm test` runs for seconds, run for as long as one likes.
 *
 *   npm run fuzz -- --cases 1000000 [--seed 7]     every parser, so many cases each
 *   npm run kills -- --rounds 3000 [--seed 7]      the server and its clients, killed so many times in all
 *   npm run soak                                   a commune's year in ten minutes: 67 cells, 1,657 phones, 12 months
 *     [--months 12] [--cells 67] [--syncs 2]       shorter, smaller; times a month that each phone comes to the network
 *     [--postgres] [--seed 67]                     on a PostgreSQL of its own instead of the embedded database
 */
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { fail } from "../src/server/setup.mjs";

/** What each runs, and the numbers that it takes, with their usual values. Each goes to the tests by its name in capitals. */
const runs = {
  fuzz: { tests: "test/fuzz", numbers: { cases: "1000000" } },
  kills: { tests: "test/faults/kill-server.test.ts", numbers: { rounds: "3000" } },
  soak: {
    tests: "test/soak/soak.test.ts",
    numbers: { months: "12", cells: "67", syncs: "2" },
    switches: ["postgres"],
  },
};

const [name = "", ...args] = process.argv.slice(2);
const { tests, numbers, switches = [] } = runs[name];

const usage = `npm run ${name} -- ${[...Object.entries(numbers).map(([flag, usual]) => `--${flag} ${usual}`), ...switches.map((flag) => `--${flag}`), "--seed N"].map((flag) => `[${flag}]`).join(" ")}`;

const read = () => {
  const options = Object.fromEntries([
    ...Object.entries(numbers).map(([flag, usual]) => [flag, { type: "string", default: usual }]),
    ...switches.map((flag) => [flag, { type: "boolean", default: false }]),
    ["seed", { type: "string" }],
  ]);
  try {
    return parseArgs({ args, options }).values;
  } catch {
    return fail(usage);
  }
};

const values = read();
for (const flag of [...Object.keys(numbers), "seed"])
  if (values[flag] !== undefined && !/^[1-9]\d{0,8}$/.test(values[flag])) fail(usage);
const env = Object.fromEntries(
  Object.entries(values).map(([flag, value]) => [flag.toUpperCase(), value === true ? "1" : String(value)]),
);
const { status } = spawnSync(
  "node_modules/.bin/vitest",
  ["run", "--config", "test/vitest.config.ts", "--project", "slow", "--testTimeout", "0", tests],
  { stdio: "inherit", env: { ...process.env, ...env } },
);
process.exit(status ?? 1);
