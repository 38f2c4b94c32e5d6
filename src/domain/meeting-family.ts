import { agendaKept } from "./agenda";
import type { EntryDefinition } from "./entry";
import { definitions as meetingDefinitions } from "./meeting";
import { definitions as photoDefinitions } from "./meeting-photos";
import { sheetSet } from "./score-sheet";

/** All entry types about meetings and what they begin with: one chunk, loaded when the first of them comes. */
export const definitions: readonly EntryDefinition[] = [
  ...meetingDefinitions,
  ...photoDefinitions,
  ...([agendaKept, sheetSet] as readonly unknown[] as readonly EntryDefinition[]),
];
