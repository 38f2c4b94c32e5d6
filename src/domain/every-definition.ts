import type { EntryDefinition } from "./entry";
import { definitions as meetingDefinitions } from "./meeting";
import { firstDefinitions } from "./registry";

/** Every entry type there is. Phone and server know the same ones. */
export const definitions: readonly EntryDefinition[] = [...firstDefinitions, ...meetingDefinitions];

const byType = new Map(definitions.map((definition) => [definition.type, definition]));

export const definitionOf = (type: string): EntryDefinition | undefined => byType.get(type);
