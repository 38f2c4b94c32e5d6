import type { Clock } from "../../src/domain/clock";
import type { Gauge } from "./gauge";

/** The time of day of all phones and, through the gauge, of the server: a year of it passes in minutes. */
export interface YearClock extends Clock {
  /** So many days have passed since the year began. */
  reach(days: number): Promise<void>;
  /** Tells a server that was started anew. */
  tell(): Promise<void>;
}

const day = 24 * 3600_000;

export const createYearClock = (gauge: Gauge): YearClock => {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    reach: async (days) => {
      ahead = Math.round(days * day);
      await gauge.setAhead(ahead);
    },
    tell: () => gauge.setAhead(ahead),
  };
};
