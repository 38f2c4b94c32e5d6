import type { LibraryQuery } from "../../device/device";
import type { DocumentKind } from "../../domain/document-kind";

/** What the list shows: what was chosen and typed. */
export interface Filter {
  readonly show: LibraryQuery["show"];
  readonly kind: DocumentKind | undefined;
  readonly from: "commune" | "cell" | undefined;
  readonly words: string;
}

export const noFilter: Filter = { show: "all", kind: undefined, from: undefined, words: "" };

export const isFiltered = ({ show, kind, from, words }: Filter): boolean =>
  show !== "all" || kind !== undefined || from !== undefined || words.trim() !== "";

export const toQuery = ({ show, kind, from, words }: Filter, limit: number): LibraryQuery => ({
  show,
  limit,
  ...(kind && { kind }),
  ...(from && { from }),
  ...(words.trim() && { words: words.trim() }),
});

/** What is on the screen at once, and how much more each time its end comes near. */
export const firstRows = 6;
export const moreRows = 20;

/** The list as it was left, for the way back from a paper: it lives as long as the page. */
export interface Place {
  readonly filter: Filter;
  readonly limit: number;
  readonly scroll: number;
}

let left: Place = { filter: noFilter, limit: firstRows, scroll: 0 };
export const placeLeft = (): Place => left;
export const leavePlace = (place: Partial<Place>): void => {
  left = { ...left, ...place };
};
