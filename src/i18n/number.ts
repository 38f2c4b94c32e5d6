import { currentLanguage } from "./language";

const grouped = (digits: string, mark: string) => digits.replace(/\B(?=(\d{3})+$)/g, mark);

/** `1.657`; a fraction after a comma: `3,5`. In English the marks change places. */
export const formatNumber = (value: number): string => {
  const [whole, fraction] = Math.abs(value).toString().split(".");
  const [group, point] = currentLanguage() === "en" ? [",", "."] : [".", ","];
  const sign = value < 0 ? "−" : "";
  return `${sign}${grouped(whole ?? "0", group)}${fraction ? `${point}${fraction}` : ""}`;
};

/** A size as a person thinks of it: `340 kB`, `1,2 MB`. */
export const formatBytes = (bytes: number): string => {
  if (bytes < 1000) return `${formatNumber(bytes)} B`;
  if (bytes < 1_000_000) return `${formatNumber(Math.round(bytes / 1000))} kB`;
  const [size, unit] = bytes < 1_000_000_000 ? [bytes / 1_000_000, "MB"] : [bytes / 1_000_000_000, "GB"];
  return `${formatNumber(size < 10 ? Math.round(size * 10) / 10 : Math.round(size))} ${unit}`;
};
