import type { vi } from "../fetching";
import type { Translation } from "../messages";

export const fetching: Translation<typeof vi> = {
  unreachable: "No connection yet. Press again once there is one.",
  "damaged-file": "It came damaged, so the phone did not keep it. Press to load it again.",
  "not-found":
    "The office no longer holds this file; it may have been recalled. All else on the phone is as it was.",
};
