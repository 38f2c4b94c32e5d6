import type { EntryId } from "../../domain/ids";
import { pageEntries } from "../../protocol/limits";
import type { Database } from "./database";
import type { EntryPack, EntryRow } from "./rows";

/*
 * Entries lie a bunch a row, as the pages and writings that brought them: a row for each would be half of what a first
 * sync writes. Changing one means writing its bunch anew, which is rare.
 */

/** From so many on, one look at everything between the first and the last costs less than one for each. */
const many = 16;

/** Ids begin with their moment, so those of one page lie close together. */
const packsWith = async (db: Database, ids: readonly EntryId[]): Promise<readonly EntryPack[]> => {
  const sorted = [...ids].sort();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return [];
  const index = db.entries.where("ids");
  const found = ids.length < many ? index.anyOf(sorted) : index.between(first, last, true, true);
  const keys = new Set(await found.primaryKeys());
  return (await db.entries.bulkGet([...keys])).filter((pack) => pack !== undefined);
};

/** Those of the entries that are on the phone. */
export const getEntries = async (
  db: Database,
  ids: readonly EntryId[],
): Promise<ReadonlyMap<EntryId, EntryRow>> => {
  if (ids.length === 0) return new Map();
  const wanted = new Set(ids);
  const packs = await db.transaction("r", [db.entries], () => packsWith(db, ids));
  return new Map(
    packs.flatMap(({ rows }) => rows.filter(({ id }) => wanted.has(id)).map((row) => [row.id, row] as const)),
  );
};

/** Entries that are not here yet. Inside a transaction over `entries`, as all that follows. */
export const addEntries = async (db: Database, rows: readonly EntryRow[]): Promise<void> => {
  const bunches: EntryPack[] = [];
  // Reading one entry reads its bunch: none is larger than a page.
  for (let from = 0; from < rows.length; from += pageEntries) {
    const bunch = rows.slice(from, from + pageEntries);
    bunches.push({ ids: bunch.map(({ id }) => id), rows: bunch });
  }
  await db.entries.bulkAdd(bunches);
};

const change = async (
  db: Database,
  ids: readonly EntryId[],
  changed: (row: EntryRow) => EntryRow | undefined,
): Promise<void> => {
  for (const { pack, rows } of await packsWith(db, ids)) {
    if (pack === undefined) continue;
    const left = rows.flatMap((row) => changed(row) ?? []);
    if (left.length === 0) await db.entries.delete(pack);
    else if (left.length < rows.length || left.some((row, i) => row !== rows[i]))
      await db.entries.put({ pack, ids: left.map(({ id }) => id), rows: left });
  }
};

/** Entries that are here, as they shall be from now on. */
export const replaceEntries = (db: Database, rows: readonly EntryRow[]): Promise<void> => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return change(db, [...byId.keys()], (row) => byId.get(row.id) ?? row);
};

export const removeEntries = (db: Database, ids: readonly EntryId[]): Promise<void> => {
  const gone = new Set(ids);
  return change(db, ids, (row) => (gone.has(row.id) ? undefined : row));
};

/** All entries of which this is true. */
export const findEntries = async (
  db: Database,
  test: (row: EntryRow) => boolean,
): Promise<readonly EntryRow[]> => {
  const found: EntryRow[] = [];
  await db.entries.each(({ rows }) => {
    found.push(...rows.filter(test));
  });
  return found;
};

export const countEntries = (db: Database): Promise<number> => db.entries.orderBy("ids").count();
