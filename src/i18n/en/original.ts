import type { Translation } from "../messages";
import type { vi } from "../original";

export const original: Translation<typeof vi> = {
  title: "Original",
  notHere: "The original is not on this phone yet",
  size: "Size {size}. Load it once and see it offline from then on.",
  askMobile: "You are on a mobile network; loading costs data.",
  fetch: "Load it · {size}",
  fetching: "Loading {done} / {size}",
  stop: "Stop",
  stopped: "Stopped. What came so far is kept; next time it goes on from there.",
  page: "Page {page}/{of}",
  pageLabel: "Page {page}",
  larger: "Zoom in",
  smaller: "Zoom out",
  broken: "This file cannot be opened",
  brokenText:
    "The file is on the phone just as the office sent it, but it cannot be shown. Please tell the office.",
  saveTitle: "Save the original",
  saveText: "The original is a Word file. Save it and open it with a Word reader.",
  save: "Save the file",
  gone: "The original is no longer at the office, or the paper was recalled.",
};
