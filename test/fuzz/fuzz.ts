import fc from "fast-check";
import { expect } from "vitest";
import { median } from "../support/median";
import { thorough } from "../support/thorough";

export interface FuzzTarget<Input extends string | Uint8Array = string> {
  readonly name: string;
  readonly cases: fc.Arbitrary<Input>;
  /** Throws, rejects or says what is wrong where a promise of the parser does not hold. */
  readonly run: (input: Input) => unknown;
  /** Cases in CI, where one is dear. Outside it a fifth of them. */
  readonly runs?: number;
  /** True where `run` waits for something. */
  readonly waits?: boolean;
  /** How many times the usual cost a case may cost, where 60 is too strict: a whole file beside one refused at its first byte. */
  readonly ratio?: number;
}

const usual = 20_000;
const part = thorough ? 1 : 0.2;
const slowest = 12;

/** As many cases for each target, and where they begin: `npm run fuzz` sets them (`test/long-run.mjs`). */
const asked = Number(process.env.CASES ?? 0);
const seed = Number(process.env.SEED ?? Date.now() % 0x7fffffff);

/** What a pass over a text that does nothing clever costs, in milliseconds a unit: the measure for long inputs. */
const plainCost = (() => {
  const text = "Đảng ủy xã, ngày 20 tháng 11 năm 2026 ".repeat(2000);
  const times = Array.from({ length: 9 }, () => {
    const started = performance.now();
    JSON.parse(JSON.stringify(text.normalize("NFC")));
    return performance.now() - started;
  });
  return median(times) / text.length;
})();

interface Slow<Input> {
  readonly input: Input;
  readonly cost: number;
}

/**
 * Runs one target: no case may throw, and none may cost much more than the others. A case is judged by its best time of five,
 * against the median of the run and a plain pass over its length, so that a busy machine makes no verdict.
 */
export const fuzz = async <Input extends string | Uint8Array>(target: FuzzTarget<Input>): Promise<void> => {
  const { name, cases, run, waits = false, ratio: allowed = 60 } = target;
  const runs = asked || (target.runs ?? usual) * part;
  const times: number[] = [];
  let slow: Slow<Input>[] = [];
  let done = 0;
  const note = (input: Input, time: number) => {
    done += 1;
    if (times.length < 50_000) times.push(time);
    const cost = time / (1 + input.length * plainCost * 1000);
    if (slow.length >= slowest && cost <= (slow.at(-1)?.cost ?? 0)) return;
    slow = [...slow, { input, cost }].sort((a, b) => b.cost - a.cost).slice(0, slowest);
  };
  const timed = (input: Input): void => {
    const started = performance.now();
    run(input);
    note(input, performance.now() - started);
  };
  const timedWaiting = async (input: Input): Promise<void> => {
    const started = performance.now();
    await run(input);
    note(input, performance.now() - started);
  };
  const property = waits ? fc.asyncProperty(cases, timedWaiting) : fc.property(cases, timed);
  const outcome = await fc.check(property as fc.IAsyncProperty<[Input]>, {
    numRuns: runs,
    seed,
    ignoreEqualValues: false,
  });
  if (outcome.failed)
    throw new Error(`${name}, replay with SEED=${seed}:\n${fc.defaultReportMessage(outcome) ?? ""}`);

  const middle = median(times);
  let worst = { ratio: 0, length: 0, text: "" };
  for (const { input } of slow) {
    const best: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      const started = performance.now();
      await run(input);
      best.push(performance.now() - started);
    }
    const fair = middle + input.length * plainCost;
    const ratio = Math.min(...best) / fair;
    if (ratio > worst.ratio)
      worst = { ratio, length: input.length, text: typeof input === "string" ? input.slice(0, 300) : "" };
  }
  process.stdout.write(
    `${name.padEnd(34)} seed ${seed}  ${String(done).padStart(8)} cases  median ${(middle * 1000).toFixed(1).padStart(8)} µs  slowest ${worst.ratio.toFixed(1)} × (${worst.length} units)\n`,
  );
  expect(worst.ratio, `${name}: ${JSON.stringify(worst.text)}`).toBeLessThan(allowed);
};
