import type { Disk } from "./disk";
import type { Reading } from "./gauge";

/** The server at the end of a month. */
export interface MonthEnd {
  /** Entries in its log. */
  readonly entries: number;
  readonly memory: Reading;
  readonly disk: Disk;
}

export interface Growth {
  /** Bytes more each month, on the whole. */
  readonly live: number;
  readonly resident: number;
  /** What they may be. */
  readonly bound: number;
  readonly steady: boolean;
}

/** Most of what fills at once has filled by then. */
const settledAfter = 3;
const fewestMonths = 3;
/** A server that kept anything of each entry would keep its id and a place for it at least. */
const bytesPerEntry = 64;
/**
 * The server's caches together take 116 MB, which a year does not fill: compressed texts by what is published, as the disk shows, and
 * pages and their answers, of 80 MB, by so much a month. A server that kept the payload of each entry would grow by four times that.
 */
const pagesPerMonth = 3 * 1024 * 1024;

/** Bytes that are in use. */
export const liveBytes = ({ heapUsed, external }: Reading): number => heapUsed + external;

/** The slope of the line nearest to values at 0, 1, 2 … */
const slopeOf = (values: readonly number[]): number => {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const above = values.reduce((sum, value, i) => sum + (i - middle) * (value - mean), 0);
  return above / values.reduce((sum, _, i) => sum + (i - middle) ** 2, 0);
};

/** Whether memory keeps growing after the third month, more than the entries explain. Undefined for too short a run. */
export const growthOf = (months: readonly MonthEnd[]): Growth | undefined => {
  const later = months.slice(settledAfter);
  if (later.length < fewestMonths) return undefined;
  const slope = (of: (end: MonthEnd) => number) => slopeOf(later.map(of));
  const live = slope(({ memory }) => liveBytes(memory));
  const resident = slope(({ memory }) => memory.rss);
  const bound =
    bytesPerEntry * slope(({ entries }) => entries) + slope(({ disk }) => disk.forms) + pagesPerMonth;
  return { live, resident, bound, steady: live <= bound };
};
