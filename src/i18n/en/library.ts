import type { vi } from "../library";
import type { Translation } from "../messages";

export const library: Translation<typeof vi> = {
  groups: "In groups",
  title: "Papers",
  search: "Find by number, subject or text",
  clearSearch: "Clear the search",
  filters: "Filter papers",
  toAcknowledge: "To confirm {n}",
  unread: "Unread {n}",
  fromCommune: "From the commune",
  fromCell: "From the cell",
  filter: "Filter",
  withTasks: "With tasks",
  day: "{day}",
  acknowledgeBy: "confirm before {day}",
  acknowledgeLate: "was due {day}",
  read: "read",
  acknowledged: "confirmed",
  superseded: "superseded",
  notRead: "Unread.",
  textComing: "text on its way",
  firstSyncTitle: "Loading papers onto this phone",
  firstSyncText:
    "The first time may take some minutes. New and urgent papers come first; read each as it comes.",
  firstSyncWaitTitle: "No papers loaded yet",
  firstSyncWaitText:
    "This phone needs a connection once to load the papers. It loads them by itself as soon as there is one.",
  noneTitle: "No papers yet",
  noneText: "Whatever the office issues appears here by itself.",
  nothingFound: "No paper matches",
  nothingFoundText: "Try fewer words, or take the filter off. Accents are not needed.",
  allDone: "No papers are waiting for you",
  showAll: "See all papers",
  count: "{n} papers",
  sync: "Sync now",
};
