/** The same day and hour `months` later, where this phone is; the last of the month where it has no such day. */
const monthsLater = (at: number, months: number): number => {
  const from = new Date(at);
  // Day 0 of a month is the last of the one before.
  const last = new Date(from.getFullYear(), from.getMonth() + months + 1, 0).getDate();
  const day = Math.min(from.getDate(), last);
  return new Date(
    from.getFullYear(),
    from.getMonth() + months,
    day,
    from.getHours(),
    from.getMinutes(),
  ).getTime();
};

/** When a monthly meeting is held again, milliseconds: a month later, or the first month whose day is still to come. */
export const nextMonthly = (startsAt: number, now: number): number => {
  const [from, to] = [new Date(startsAt), new Date(now)];
  const between = 12 * (to.getFullYear() - from.getFullYear()) + to.getMonth() - from.getMonth();
  const months = Math.max(1, between);
  const next = monthsLater(startsAt, months);
  return next > now ? next : monthsLater(startsAt, months + 1);
};
