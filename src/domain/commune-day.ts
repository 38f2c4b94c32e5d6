/** Vietnam has one time zone and no summer time. */
const vietnam = 7 * 60 * 60 * 1000;
const oneDay = 24 * 60 * 60 * 1000;

/** The calendar day of a moment (milliseconds) in the commune, `YYYY-MM-DD`, whatever zone the machine is set to. */
export const dayAt = (ms: number): string => new Date(ms + vietnam).toISOString().slice(0, 10);

/** The first moment after that day in the commune, milliseconds. */
export const endOfDay = (day: string): number => Date.parse(`${day}T00:00:00Z`) - vietnam + oneDay;

/** How many days after `from` the day `to` is; negative where it is before. Both `YYYY-MM-DD`. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / oneDay);
