import type { EntryDefinition } from "./entry";
import { definitions as meetingDefinitions } from "./meeting-family";
import { definitions as minutesDefinitions } from "./minutes";
import { firstDefinitions } from "./registry";
import { definitions as taskDefinitions } from "./task";

/** Every entry type there is. Phone and server know the same ones. */
export const definitions: readonly EntryDefinition[] = [
  ...firstDefinitions,
  ...meetingDefinitions,
  ...minutesDefinitions,
  ...taskDefinitions,
];

const byType = new Map(definitions.map((definition) => [definition.type, definition]));

export const definitionOf = (type: string): EntryDefinition | undefined => byType.get(type);
