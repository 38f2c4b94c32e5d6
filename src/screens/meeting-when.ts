import { endOf } from "../domain/meeting-view";
import { dayOf, longDay, shortDay, timeOfDay } from "../i18n/date";
import { t } from "../i18n/meeting";

const weekdays = ["day0", "day1", "day2", "day3", "day4", "day5", "day6"] as const;

const weekday = (at: number) => t(weekdays[new Date(at).getDay()] ?? "day0");
const dayAfter = (now: number) => dayOf(new Date(now).setHours(36, 0, 0, 0));

const named = (at: number, now: number, day: string): string => {
  if (dayOf(at) === dayOf(now)) return t("today");
  if (dayOf(at) === dayAfter(now)) return t("tomorrow");
  return t("dayWithName", { name: weekday(at), day });
};

/** `19:30 hôm nay`, `19:30 thứ Bảy, 05/12`: for a row. */
export const shortWhen = (at: number, now: number): string =>
  t("timeAndDay", { time: timeOfDay(at), day: named(at, now, shortDay(dayOf(at), now)) });

/** `19:30 thứ Bảy, ngày 05 tháng 12 năm 2026`: for a page, and for paper. */
export const longWhen = (at: number): string =>
  t("timeAndDay", {
    time: timeOfDay(at),
    day: t("dayWithName", { name: weekday(at), day: longDay(dayOf(at)) }),
  });

type Span = Parameters<typeof endOf>[0];

/** Its hours are over. */
export const isPast = (span: Span, now: number): boolean => endOf(span) < now;

/** A day after it began nobody checks in any more. */
export const isLongPast = ({ startsAt }: Span, now: number): boolean => startsAt + 86_400_000 < now;
