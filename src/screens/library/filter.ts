import type { PaperFilter } from "../../device/search/question";

/** What the list shows: what was chosen and typed. */
export interface Filter extends PaperFilter {
  readonly words: string;
}

export const noFilter: Filter = { show: "all", words: "" };

/** More is asked than the phone's own list can say: this goes to the part that searches. */
export const isSearch = ({ show: _, ...rest }: Filter): boolean =>
  Object.values(rest).some((value) => value !== undefined && String(value).trim() !== "");

/** What is on the screen at once, and how much more each time its end comes near. */
export const firstRows = 6;
export const moreRows = 10;
/** With so many rows on the page those far above make room. */
export const mostRows = 50;

/** The list as it was left, for the way back from a paper: it lives as long as the page. */
export interface Place {
  readonly filter: Filter;
  /** The rows on the page: so many, after those that made room. */
  readonly from: number;
  readonly limit: number;
  readonly scroll: number;
  /** Heights of the rows that made room. */
  readonly heights: readonly number[];
}

export const listStart = { from: 0, limit: firstRows, scroll: 0, heights: [] } as const;

let left: Place = { filter: noFilter, ...listStart };
export const placeLeft = (): Place => left;
export const leavePlace = (place: Partial<Place>): void => {
  left = { ...left, ...place };
};
