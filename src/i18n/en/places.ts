import type { Translation } from "../messages";
import type { vi } from "../places";

export const places: Translation<typeof vi> = {
  tasksTitle: "Tasks",
  tasksSoon: "Tasks come in a later version",
  tasksText: "What the cell assigns to you, and by when, will be here. For now, papers are under Papers.",
  goLibrary: "See papers",
};
