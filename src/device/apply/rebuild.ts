import { authorOf, type Directory, emptyDirectory } from "../../domain/directory";
import { emptyDocument } from "../../domain/document";
import {
  type Aggregate,
  type Author,
  aggregateOf,
  aggregates,
  type Entry,
  type EntryDefinition,
} from "../../domain/entry";
import { definitionOf } from "../../domain/every-definition";
import type { DocumentId } from "../../domain/ids";
import type { Database } from "../store/database";
import { findEntries, getEntries } from "../store/entries";
import type { EntryRow } from "../store/rows";
import { toRecord } from "./document-record";
import { type Reducible, withEntries } from "./records";
import { removeNotes, type StoreContext } from "./store-entries";

/*
 * Views made again from the entries on the phone: after a scope was lost or an entry of one's own was refused. The
 * entries were let in before, with their authors, so nothing is judged twice. Rare, and not on the first path.
 */

const entryOf = (row: EntryRow): Entry | undefined =>
  row.payload === undefined ? undefined : (JSON.parse(row.payload) as Entry);

/** Ids begin with the moment of writing, so this is near the order in which they were first applied. */
const inOrder = (rows: readonly EntryRow[]): EntryRow[] => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));

const stranger = (entry: Entry): Author => ({
  key: entry.by,
  root: false,
  office: false,
  committee: false,
  secretary: false,
});

/**
 * The directory as the entries on the phone make it, in the order in which they were let in: by their ids an enrolment may
 * come before its offer, which a desk signed with its clock ahead. Inside a transaction over `entries`.
 */
export const rebuildDirectory = async (db: Database): Promise<Directory> => {
  const directory = emptyDirectory();
  const rows = await findEntries(db, (row) => definitionOf(row.type ?? "")?.view === "directory");
  for (const row of rows) {
    const entry = entryOf(row);
    const definition = entry && definitionOf(entry.type);
    if (entry && definition)
      definition.reduce(
        directory,
        entry,
        row.author ?? authorOf(directory, entry.by, entry.at) ?? stranger(entry),
      );
  }
  return directory;
};

/** Entries on the phone with their definitions, in the order of `inOrder`; those without content are left out. */
const reducible = (rows: readonly EntryRow[]): readonly Reducible[] =>
  rows.flatMap((row) => {
    const entry = entryOf(row);
    const definition = entry && definitionOf(entry.type);
    return entry && definition && row.author ? [{ entry, definition, author: row.author }] : [];
  });

const rebuildDocuments = async (
  db: Database,
  ids: readonly DocumentId[],
  { self, now }: StoreContext,
): Promise<void> => {
  const before = await db.documents.bulkGet([...ids]);
  for (const [i, id] of ids.entries()) {
    const known = before[i];
    const rows = inOrder([...(await getEntries(db, known?.entries ?? [])).values()]);
    const view = reducible(rows).reduce(
      (view, { definition, entry, author }) =>
        definition.view === "document" ? (definition.reduce(view, entry, author) as typeof view) : view,
      emptyDocument,
    );
    if (!view.issued) await removeNotes(db, [{ id }]);
    if (rows.length === 0) await db.documents.delete(id);
    else {
      const entries = rows.map((row) => row.id);
      await db.documents.put(
        toRecord({ id, entries, ...(known?.gone && { gone: known.gone }) }, view, self, now),
      );
    }
  }
};

const rebuildRecords = async (db: Database, ids: readonly string[]): Promise<void> => {
  const keys = ids.flatMap((id) => aggregates.map((kind): [Aggregate, string] => [kind, id]));
  for (const known of await db.views.bulkGet(keys)) {
    if (!known) continue;
    const { id, kind } = known;
    const rows = inOrder([...(await getEntries(db, known.entries)).values()]);
    if (rows.length === 0) await db.views.delete([kind, id]);
    else await db.views.put(withEntries(undefined, id, kind, reducible(rows)));
  }
};

/**
 * Makes the views anew that these entries, removed from the phone, had a part in. True where the directory is among
 * them: its owner takes `rebuildDirectory`. Inside a transaction over `entryTables`.
 */
export const rebuildViews = async (
  db: Database,
  removed: readonly Pick<EntryRow, "type" | "subject">[],
  context: StoreContext,
): Promise<boolean> => {
  const subjects = (test: (definition: EntryDefinition) => boolean) => [
    ...new Set(
      removed.flatMap(({ type = "", subject = "" }) => {
        const definition = definitionOf(type);
        return definition && test(definition) ? [subject] : [];
      }),
    ),
  ];
  await rebuildDocuments(db, subjects(({ view }) => view === "document") as DocumentId[], context);
  await rebuildRecords(
    db,
    subjects((definition) => aggregateOf(definition) !== undefined),
  );
  return subjects(({ view }) => view === "directory").length > 0;
};
