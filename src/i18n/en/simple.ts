import type { Translation } from "../messages";
import type { vi } from "../simple";

export const simple: Translation<typeof vi> = {
  title: "Sổ Chi bộ",
  hello: "Comrade {name}",
  read: "Read new papers",
  readSome: "{n} papers not read",
  readNone: "All read. Press to look again.",
  meet: "Go to the meeting",
  meetDoor: "{when}. Press to scan the code at the door.",
  meetCame: "{when}. You are checked in.",
  meetNext: "{when}",
  meetNone: "No meeting so far",
  tasks: "My tasks",
  tasksSome: "{n} tasks not done",
  tasksNone: "No tasks",
  all: "All papers",
  me: "Text size, settings",
  finding: "Opening the paper",
};
