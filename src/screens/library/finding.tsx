/** What the library loads once one begins to search. */
export { FilterSheet } from "./filter-sheet";
export { FoundPapers } from "./found-papers";
export { PastSearches } from "./past-searches";
export { keepSearch } from "./searches";
