import { t } from "./date-words";
import { currentLanguage } from "./language";

/** Days below 10 and the months 1 and 2 carry a zero, so that no digit can be added (domain.md 2.3). */
const dayNumber = (day: number) => (day < 10 ? `0${day}` : `${day}`);
const monthNumber = (month: number) => (month < 3 ? `0${month}` : `${month}`);

const split = (day: string): readonly [year: number, month: number, day: number] => {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  return [year, month, date];
};

const pad = (value: number) => value.toString().padStart(2, "0");

/** The calendar day of a moment where this phone is, `YYYY-MM-DD`. */
export const dayOf = (at: number): string => {
  const date = new Date(at);
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
};

/** `ngày 05 tháng 02 năm 2026`, from `YYYY-MM-DD`: as official papers write it, whatever the language of the app. */
export const officialDay = (day: string): string => {
  const [year, month, date] = split(day);
  return `ngày ${dayNumber(date)} tháng ${monthNumber(month)} năm ${year}`;
};

/** `ngày 05 tháng 02 năm 2026`, from `YYYY-MM-DD`, in the language of the app. */
export const longDay = (day: string): string => {
  const [year, month, date] = split(day);
  if (currentLanguage() === "en") return `${date} ${englishMonths[month - 1] ?? ""} ${year}`;
  return officialDay(day);
};

/** `22/11`, with the year where it is not the present one: `18/8/2025`. */
export const shortDay = (day: string, now: number): string => {
  const [year, month, date] = split(day);
  const thisYear = new Date(now).getFullYear() === year;
  return `${dayNumber(date)}/${monthNumber(month)}${thisYear ? "" : `/${year}`}`;
};

/** `7:32`. */
export const timeOfDay = (at: number): string => {
  const date = new Date(at);
  return `${date.getHours()}:${pad(date.getMinutes())}`;
};

const daysBetween = (from: number, to: number): number => {
  const midnight = (at: number) => new Date(at).setHours(12, 0, 0, 0);
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
};

/** A moment as briefly as it stays clear: `7:32` today, `hôm qua 7:32`, `22/11 lúc 16:05` before. */
export const moment = (at: number, now: number): string => {
  const time = timeOfDay(at);
  const days = daysBetween(at, now);
  if (days === 0) return time;
  if (days === 1) return t("yesterday", { time });
  return t("dayAndTime", { day: shortDay(dayOf(at), now), time });
};

/** How long ago: `vừa xong`, `5 phút trước`, `2 giờ trước`, `hôm qua 7:32`, then the day itself. */
export const ago = (at: number, now: number): string => {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return t("justNow");
  if (minutes < 60) return t("minutesAgo", { n: minutes });
  if (daysBetween(at, now) === 0) return t("hoursAgo", { n: Math.floor(minutes / 60) });
  return moment(at, now);
};

const englishMonths = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
