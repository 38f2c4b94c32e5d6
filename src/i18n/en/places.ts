import type { Translation } from "../messages";
import type { vi } from "../places";

export const places: Translation<typeof vi> = {
  meetingTitle: "Meeting",
  meetingSoon: "Meetings come in a later version",
  meetingText: "Roll call, minutes and meeting papers will be here. For now, papers are under Papers.",
  tasksTitle: "Tasks",
  tasksSoon: "Tasks come in a later version",
  tasksText: "What the cell assigns to you, and by when, will be here. For now, papers are under Papers.",
  goLibrary: "See papers",
};
