import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { say } from "../../src/server/setup.mjs";
import { bugs } from "./bugs.mjs";
import { found } from "./found.mjs";
import { createTotals, printTotals } from "./totals.mjs";
import { bundle, play } from "./workers.mjs";

/*
 *   npm run sim                      the seeds that are kept (`found.mjs`), then 1,000
 *   npm run sim -- --seeds 100000    more, for a night; --from 5000 begins there
 *   npm run sim -- --seed 17         one, with its transcript
 *   npm run sim -- --bugs            does it find what is wrong on purpose? (`bugs.mjs`); --only NAME for one of them
 *   npm run sim -- --bugs --kept     each only in the seed that is kept for it: minutes, not an hour
 */
const { values } = parseArgs({
  options: {
    seeds: { type: "string", default: "1000" },
    from: { type: "string", default: "1" },
    seed: { type: "string" },
    bugs: { type: "boolean", default: false },
    only: { type: "string" },
    kept: { type: "boolean", default: false },
  },
});
const count = availableParallelism();
/** Minutes are written in it, whose library once drew from outside the world. */
const twice = 14;
const root = new URL("../..", import.meta.url).pathname;

function* range(from, length) {
  for (let seed = from; seed < from + length; seed += 1) yield seed;
}

const runSeeds = async (seeds) => {
  const totals = createTotals();
  const began = Date.now();
  await play({
    file: await bundle(),
    seeds,
    count,
    onResult: (result) => {
      totals.add(result);
      if (result.violations.length > 0) tell(result);
      else if (totals.seeds % 100 === 0) say(`${totals.seeds} seeds, ${totals.operations} operations`);
    },
  });
  printTotals(totals, (Date.now() - began) / 1000);
  return totals.failed.length === 0;
};

const tell = ({ seed, violations, transcript }) => {
  mkdirSync(`${root}.cache/sim`, { recursive: true });
  const file = `.cache/sim/seed-${seed}.txt`;
  writeFileSync(root + file, [...transcript, "", ...violations].join("\n"));
  say(`\n✗ seed ${seed}`);
  for (const violation of violations.slice(0, 8)) say(`  ${violation}`);
  for (const line of transcript.slice(-12)) say(`    ${line}`);
  say(`  transcript: ${file}\n  replay: npm run sim -- --seed ${seed}\n`);
};

const replay = async (seed) => {
  let good = true;
  await play({
    file: await bundle(),
    seeds: [seed],
    count: 1,
    onResult: ({ violations, transcript }) => {
      good = violations.length === 0;
      say([...transcript, "", ...(good ? ["nothing is wrong"] : violations)].join("\n"));
    },
  });
  return good;
};

/** One world in two processes: what does not replay cannot be mended. */
const replaysAlike = async () => {
  const digests = new Set();
  const file = await bundle();
  for (let i = 0; i < 2; i += 1)
    await play({ file, seeds: [twice], count: 1, onResult: ({ digest }) => void digests.add(digest) });
  if (digests.size !== 1) say(`✗ seed ${twice} was another world the second time`);
  return digests.size === 1;
};

const everySeed = () => range(Number(values.from), Number(values.seeds));
const keptFor = ({ name }) => found.filter(({ bug }) => bug === name).map(({ seed }) => seed);

/** Each mistake by itself: the first seed in which it shows. Ends with the table as docs/decisions.md has it. */
const hunt = async () => {
  const table = [["mistake put in", "first seed", "what shows"]];
  let all = true;
  for (const bug of bugs) {
    const kept = keptFor(bug);
    if ((values.only && bug.name !== values.only) || (values.kept && kept.length === 0)) continue;
    let first;
    let tried = 0;
    await play({
      file: await bundle(bug),
      seeds: values.kept ? kept : everySeed(),
      count,
      onResult: ({ seed, violations }) => {
        tried += 1;
        if (violations.length > 0 && seed < (first?.seed ?? Number.POSITIVE_INFINITY))
          first = { seed, violation: violations[0] };
        return first === undefined;
      },
    });
    all &&= first !== undefined;
    const outcome = first
      ? `seed ${String(first.seed).padEnd(4)} ${first.violation.split("\n")[0].slice(0, 110)}`
      : `NOT FOUND in ${tried}`;
    say(`${first ? "✓" : "✗"} ${bug.name.padEnd(44)} ${outcome}`);
    table.push([
      bug.name,
      first ? String(first.seed) : `none in ${tried}`,
      first ? told(first.violation) : "",
    ]);
  }
  say(["", ...markdown(table)].join("\n"));
  return all;
};

/** The first line of a violation without ids, which are long. */
const told = (violation) =>
  violation
    .split("\n")[0]
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "…")
    .slice(0, 90);

/** Columns as wide as the widest, as the formatter has them. */
const markdown = ([head, ...rows]) => {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i].length)));
  const line = (cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)];
};

const good = values.bugs
  ? await hunt()
  : values.seed !== undefined
    ? await replay(Number(values.seed))
    : (await replaysAlike()) && (await runSeeds(new Set([...found.map(({ seed }) => seed), ...everySeed()])));
// A pipe takes its time: what was said last is heard, too.
process.stdout.write("", () => process.exit(good ? 0 : 1));
