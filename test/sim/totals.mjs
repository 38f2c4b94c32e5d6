import { say } from "../../src/server/setup.mjs";

/** What a run of many seeds adds up to. */
export const createTotals = () => {
  const totals = {
    seeds: 0,
    operations: 0,
    acknowledged: 0,
    phones: 0,
    phoneKills: 0,
    serverKills: 0,
    faults: {},
    byOperation: {},
    failed: [],
    add: ({ seed, violations, stats, acknowledged = 0, phones = 0 }) => {
      totals.seeds += 1;
      if (violations.length > 0) totals.failed.push(seed);
      totals.acknowledged += acknowledged;
      totals.phones += phones;
      if (!stats) return;
      totals.operations += stats.operations;
      totals.phoneKills += stats.phoneKills;
      totals.serverKills += stats.serverKills;
      addTo(totals.faults, stats.faults);
      addTo(totals.byOperation, stats.byOperation);
    },
  };
  return totals;
};

const addTo = (sums, counts) => {
  for (const [name, count] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + count;
};

const list = (counts) =>
  Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");

/** Nothing found in n trials: with 95 % confidence it happens in fewer than 3 of n (rule of three). */
const bound = (trials) => (trials > 0 ? (3 / trials).toExponential(1) : "unknown");

export const printTotals = (totals, seconds) => {
  const { seeds, operations, acknowledged, phones, phoneKills, serverKills, faults, byOperation, failed } =
    totals;
  say(`
seeds ${seeds}, failed ${failed.length}${failed.length ? `: ${failed.join(" ")}` : ""}, in ${Math.round(seconds)} s
phones ${phones}, operations ${operations}: ${list(byOperation)}
faults: ${list(faults)}
killed: phones ${phoneKills} times, servers ${serverKills} times
entries acknowledged ${acknowledged}${failed.length ? "" : `, lost 0: fewer than ${bound(acknowledged)} of those acknowledged, ${bound(seeds)} of such worlds (95 %)`}`);
};
