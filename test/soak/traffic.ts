import type { LightPhone, SyncFigures } from "./light-phone";

/** The value below which that share of the values lies. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
};

/** What the phones' syncs cost, by month. */
export interface Traffic {
  /** A sync beside which there was no other. */
  alone(month: number, phone: LightPhone, figures: SyncFigures): void;
  together(month: number, phone: LightPhone, figures: SyncFigures): void;
  /** Milliseconds of each sync of that month, or of all months. */
  times(of: "alone" | "together", month?: number): readonly number[];
  /** Bytes of each phone that month, or of each phone in each month. */
  bytes(way: "up" | "down", month?: number): readonly number[];
}

export const createTraffic = (): Traffic => {
  const months: {
    readonly alone: number[];
    readonly together: number[];
    readonly up: Map<LightPhone, number>;
    readonly down: Map<LightPhone, number>;
  }[] = [];
  const add = (kind: "alone" | "together") => (at: number, phone: LightPhone, figures: SyncFigures) => {
    months[at] ??= { alone: [], together: [], up: new Map(), down: new Map() };
    const month = months[at];
    month[kind].push(figures.ms);
    for (const way of ["up", "down"] as const)
      month[way].set(phone, (month[way].get(phone) ?? 0) + figures[way]);
  };
  const of = (month: number | undefined) => (month === undefined ? months : months.slice(month, month + 1));
  return {
    alone: add("alone"),
    together: add("together"),
    times: (kind, month) => of(month).flatMap((one) => one[kind]),
    bytes: (way, month) => of(month).flatMap((one) => [...one[way].values()]),
  };
};
