import * as v from "valibot";
import type { Directory } from "../../domain/directory";
import { authorOf } from "../../domain/directory";
import type { Author, Entry, EntryDefinition } from "../../domain/entry";
import { definitionOf } from "../../domain/every-definition";
import { parseEntry } from "../../protocol/signed-entry";

/** An entry that was admitted when it came, read back from database or journal. Throws where it is none. */
export const storedEntry = (
  payload: string,
): { readonly entry: Entry; readonly definition: EntryDefinition } => {
  const parsed = parseEntry(payload);
  const definition = parsed.ok ? definitionOf(parsed.value.type) : undefined;
  if (!parsed.ok || !definition) throw new Error("a stored entry cannot be read");
  return { entry: { ...parsed.value, body: v.parse(definition.body, parsed.value.body) }, definition };
};

/**
 * The author of a stored entry, by the directory as it stood then. A key that presented itself (the root founding,
 * a device enrolling) is not in it yet and stands for nobody.
 */
export const storedAuthor = (directory: Directory, entry: Pick<Entry, "by" | "at">): Author =>
  authorOf(directory, entry.by, entry.at) ?? {
    key: entry.by,
    root: false,
    office: false,
    committee: false,
    secretary: false,
  };

/** Applies a stored entry to the directory, in place; entries must come in the order of their acceptance. */
export const reduceStored = (directory: Directory, payload: string) => {
  const { entry, definition } = storedEntry(payload);
  if (definition.view === "directory") definition.reduce(directory, entry, storedAuthor(directory, entry));
};
