/**
 * Tests that `npm test` runs for seconds, run for as long as one likes.
 *
 *   npm run fuzz -- --cases 1000000 [--seed 7]     every parser, so many cases each
 *   npm run kills -- --rounds 3000 [--seed 7]      the server and its clients, killed so many times in all
 */
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const runs = {
  fuzz: { tests: "test/fuzz", count: "cases", usual: "1000000" },
  kills: { tests: "test/faults/kill-server.test.ts", count: "rounds", usual: "3000" },
};

const [name = "", ...args] = process.argv.slice(2);
const { tests, count, usual } = runs[name];
const { values } = parseArgs({
  args,
  options: { [count]: { type: "string", default: usual }, seed: { type: "string" } },
});
if (!/^[1-9]\d*$/.test(values[count])) throw new Error(`--${count} takes a number`);
const { status } = spawnSync(
  "node_modules/.bin/vitest",
  ["run", "--config", "test/vitest.config.ts", "--project", "slow", "--testTimeout", "0", tests],
  {
    stdio: "inherit",
    env: {
      ...process.env,
      [count.toUpperCase()]: values[count],
      ...(values.seed && { SEED: values.seed }),
    },
  },
);
process.exit(status ?? 1);
