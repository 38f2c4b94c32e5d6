/** A moment where this phone is, milliseconds, from `YYYY-MM-DD` and `HH:MM` as the browser's fields write them; undefined where a part is missing. */
export const momentOf = (day: string, time: string): number | undefined => {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const [hour, minute] = time.split(":").map(Number);
  if (!year || !month || !date || hour === undefined || minute === undefined) return undefined;
  const at = new Date(year, month - 1, date, hour, minute).getTime();
  return Number.isSafeInteger(at) && at >= 0 ? at : undefined;
};
