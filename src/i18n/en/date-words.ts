import type { vi } from "../date-words";
import type { Translation } from "../messages";

export const dates: Translation<typeof vi> = {
  justNow: "just now",
  minutesAgo: "{n} minutes ago",
  hoursAgo: "{n} hours ago",
  yesterday: "yesterday {time}",
  dayAndTime: "{day} at {time}",
};
