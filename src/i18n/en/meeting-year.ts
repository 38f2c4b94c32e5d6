import type { vi } from "../meeting-year";
import type { Translation } from "../messages";

export const meetingYear: Translation<typeof vi> = {
  section: "The year",
  open: "Attendance over the year",
  openText: "How many meetings attended, how many missed",
  title: "Attendance over the year",
  year: "Year {year}",
  see: "See {year}",
  own: "You attended",
  ownOf: "{n}/{of} meetings",
  excused: "Absent with reason: {n}",
  unexcused: "Absent without reason: {n}",
  neverCalled: "No meeting of this year has you on its roll.",
  whence:
    "Counted from the rolls in the minutes of your cell's closed meetings. If something is wrong, tell your secretary.",
  private: "You see your own part; the committee sees the whole cell.",
  meetings: "Meeting by meeting",
  isPresent: "Present",
  isExcused: "Absent with reason",
  isUnexcused: "Absent without reason",
  isUncalled: "Not marked present",
  notOwed: "Not counted: exempt, active elsewhere or suspended",
  everyone: "The whole cell",
  name: "Name",
  came: "Came",
  rate: "Share",
  nOf: "{n}/{of}",
  noRate: "–",
  percent: "{n}%",
  emptyTitle: "No meeting has been closed yet",
  emptyText: "Once the minutes of a meeting are adopted, your attendance will be here.",
};
