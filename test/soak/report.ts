import type { Disk } from "./disk";
import type { EndCheck } from "./end-check";
import { type Growth, liveBytes, type MonthEnd } from "./growth";
import { connections, habits, type Plan, papersPerYear, syncsAlone } from "./plan";
import { percentile, type Traffic } from "./traffic";

export const say = (...lines: readonly string[]) => process.stdout.write(`${lines.join("\n")}\n`);

const megabytes = (bytes: number, digits = 0) => `${(bytes / 1024 / 1024).toFixed(digits)} MB`;
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} kB`;
const milliseconds = (values: readonly number[]) =>
  [0.5, 0.95].map((share) => `${percentile(values, share).toFixed(1)}`).join(" / ");
const onDisk = ({ database, wal, journal }: Disk) =>
  `${megabytes(database)}, its write-ahead log ${megabytes(wal)}, journal ${megabytes(journal)}`;
const count = (n: number) => n.toLocaleString("en");

export const sayPlan = ({ months, cells, members, syncs, postgres, seed }: Plan) =>
  say(
    `${cells} cells, ${count(members)} phones and 3 whole ones, ${months} months of ${Math.round(papersPerYear / 12)} papers; ` +
      `each phone syncs ${syncs} times a month, ${syncsAlone} of all alone, the others over ${connections} connections; ` +
      `${postgres ? "PostgreSQL" : "PGlite"}, seed ${seed}`,
    `a member opens ${habits.reads * 100} % of what comes; a meeting has ${habits.statements * habits.edits} entries of minutes and ${habits.tasks} tasks`,
  );

export const sayMonth = (month: number, traffic: Traffic, end: MonthEnd, cpu: number, seconds: number) => {
  const { entries, memory, disk } = end;
  const middle = (way: "up" | "down") => kilobytes(percentile(traffic.bytes(way, month), 0.5));
  say(
    `month ${String(month + 1).padStart(2)}: ${count(entries).padStart(7)} entries; ` +
      `sync alone ${milliseconds(traffic.times("alone", month))} ms, among others ${milliseconds(traffic.times("together", month))}; ` +
      `a phone ${middle("down")} down, ${middle("up")} up; ` +
      `server holds ${megabytes(liveBytes(memory), 1)}, of which the embedded database ${megabytes(memory.modules)}, ${megabytes(memory.rss)} resident; ` +
      `database ${onDisk(disk)}; ${cpu.toFixed(0)} s of its CPU in ${seconds.toFixed(0)} s`,
  );
};

export interface Outcome {
  readonly traffic: Traffic;
  readonly check: EndCheck;
  readonly disk: Disk;
  readonly growth: Growth | undefined;
  readonly limited: number;
  readonly broken: number;
  /** Seconds from a kill to the first answer. */
  readonly restart: number;
  readonly seconds: number;
}

const sayGrowth = (growth: Growth | undefined): string =>
  growth
    ? `after the third month ${megabytes(growth.live, 2)} more a month (${megabytes(growth.resident, 2)} resident); ` +
      `entries and caches explain ${megabytes(growth.bound, 2)}: ${growth.steady ? "steady" : "GROWING"}`
    : "too few months to judge";

const bytesPerPhone = (traffic: Traffic, way: "up" | "down") =>
  [0.5, 0.95].map((share) => kilobytes(percentile(traffic.bytes(way), share))).join(" / ");

export const sayOutcome = ({ traffic, check, disk, growth, limited, broken, restart, seconds }: Outcome) =>
  say(
    `entries                    ${count(check.listed)} in the log, ${count(check.acknowledged)} acknowledged`,
    `a phone's month, p50 / p95 ${bytesPerPhone(traffic, "down")} down, ${bytesPerPhone(traffic, "up")} up, without TLS`,
    `a sync alone, p50 / p95    ${milliseconds(traffic.times("alone"))} ms of ${count(traffic.times("alone").length)}`,
    `a sync among others        ${milliseconds(traffic.times("together"))} ms of ${count(traffic.times("together").length)}`,
    `on disk                    database ${onDisk(disk)}, texts ${megabytes(disk.texts)} and their compressed forms ${megabytes(disk.forms)}`,
    `memory of the server       ${sayGrowth(growth)}`,
    `killed and started again   ${restart.toFixed(1)} s until it answered`,
    `met a limit of the server  ${limited} times; connections that broke: ${broken}`,
    `took                       ${seconds.toFixed(0)} s`,
  );
