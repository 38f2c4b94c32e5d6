import { type Cell, DatabaseError, lock, newCell, see, type Transaction, write } from "./rows";
import type { EntryRecord, NumberRecord, ScopeRecord, Tables } from "./tables";

/* How statements reach into the tables: each of these is what one table's part of a statement does. */

export type Row = Record<string, unknown>;
export type Params = readonly unknown[];
export const unique = "23505";
export const json = <T>(text: unknown): T => JSON.parse(String(text)) as T;

export const cellIn = <T>(map: Map<string, Cell<T>>, key: string): Cell<T> => {
  const known = map.get(key);
  if (known) return known;
  const cell = newCell<T>();
  map.set(key, cell);
  return cell;
};

/** `insert … on conflict do nothing`: waits for whoever inserts the same. True where it is new. */
export const insert = async <T>(cell: Cell<T>, tx: Transaction, value: T): Promise<boolean> => {
  await lock(cell, tx);
  if (see(cell, tx) !== undefined) return false;
  write(cell, value);
  return true;
};

export const insertEntry = async (
  tables: Tables,
  tx: Transaction,
  row: Omit<EntryRecord, "seq"> & { seq?: number },
) => {
  const cell = cellIn(tables.entries, row.id);
  await lock(cell, tx);
  if (see(cell, tx) !== undefined) return undefined;
  const seq = row.seq ?? tables.seq + 1;
  tables.seq = Math.max(tables.seq, seq);
  write(cell, { ...row, seq });
  tables.order.push(cell);
  const same = tables.bySubject.get(row.subject) ?? [];
  tables.bySubject.set(row.subject, same);
  same.push(cell);
  tx.undo.push(() => {
    tables.order.splice(tables.order.lastIndexOf(cell), 1);
    same.splice(same.lastIndexOf(cell), 1);
  });
  return seq;
};

export const insertNumber = async (tables: Tables, tx: Transaction, row: NumberRecord, lenient = false) => {
  const list = tables.numbers.get(row.scope) ?? [];
  tables.numbers.set(row.scope, list);
  list[row.n - 1] ??= newCell<NumberRecord>();
  const cell = list[row.n - 1] as Cell<NumberRecord>;
  if (!(await insert(cell, tx, row))) {
    if (lenient) return;
    throw new DatabaseError(unique);
  }
  const scopes = tables.scopesOf.get(row.entry_id) ?? new Set();
  tables.scopesOf.set(row.entry_id, scopes);
  scopes.add(row.scope);
};

export interface BlobRef {
  readonly hash: string;
  readonly scope: string;
  readonly entry_id: string;
}
export const insertBlob = async (tables: Tables, tx: Transaction, { hash, scope, entry_id }: BlobRef) => {
  const refs = tables.blobs.get(hash) ?? new Map();
  tables.blobs.set(hash, refs);
  await insert(cellIn(refs, `${scope} ${entry_id}`), tx, { scope, entry_id });
};

/** Visible numbers of a scope after `from`, in order; without a cell there is none, as in a table. */
export function* numbersAfter(
  tables: Tables,
  tx: Transaction,
  scope: string,
  from: number,
): Generator<NumberRecord> {
  const list = tables.numbers.get(scope) ?? [];
  for (let i = from; i < list.length; i += 1) {
    const row = see(list[i], tx);
    if (row) yield row;
  }
}

export const entryOf = (tables: Tables, tx: Transaction, id: string) => see(tables.entries.get(id), tx);

export const inOrder = (tables: Tables, tx: Transaction): EntryRecord[] =>
  tables.order.flatMap((cell) => see(cell, tx) ?? []);

/** An entry and its numbers become visible together. */
export const standsIn = (tables: Tables, id: string, scopes: ReadonlySet<string>) =>
  [...(tables.scopesOf.get(id) ?? [])].some((scope) => scopes.has(scope));

export const hasBlob = (
  tables: Tables,
  tx: Transaction,
  hash: string,
  scopes: ReadonlySet<string> | undefined,
) =>
  [...(tables.blobs.get(hash)?.values() ?? [])].some((cell) => {
    const ref = see(cell, tx);
    return ref !== undefined && (scopes === undefined || scopes.has(ref.scope));
  });

export const changeEntries = async (
  tables: Tables,
  tx: Transaction,
  ids: readonly string[],
  change: (row: EntryRecord) => EntryRecord,
) => {
  for (const id of ids) {
    const cell = tables.entries.get(id);
    if (!cell) continue;
    await lock(cell, tx);
    const row = see(cell, tx);
    if (row) write(cell, change(row));
  }
};

export const dropBlobs = async (tables: Tables, tx: Transaction, drop: (entry: string) => boolean) => {
  for (const refs of tables.blobs.values())
    for (const cell of refs.values()) {
      const ref = see(cell, tx);
      if (!ref || !drop(ref.entry_id)) continue;
      await lock(cell, tx);
      write(cell, undefined);
    }
};

export const early = (row: NumberRecord, entry: EntryRecord): Row => ({
  n: row.n,
  digest: row.digest,
  id: entry.id,
  signature: entry.signature,
  withheld: entry.withheld,
  payload: entry.payload,
  urgency: entry.urgency,
  at: entry.at,
});

export const earlyRows = (
  tables: Tables,
  tx: Transaction,
  scope: unknown,
  from: unknown,
  test: (entry: EntryRecord) => boolean,
) => {
  const rows: Row[] = [];
  for (const row of numbersAfter(tables, tx, String(scope), Number(from))) {
    const entry = entryOf(tables, tx, row.entry_id);
    if (entry && test(entry)) rows.push(early(row, entry));
  }
  return rows;
};

export const ensureScope = (tables: Tables, tx: Transaction, row: ScopeRecord) =>
  insert(cellIn(tables.scopes, row.name), tx, row);

/** Entries of these types about these subjects, as they were accepted. */
export const about = (tables: Tables, tx: Transaction, [subjects, ...types]: Params): Row[] =>
  json<readonly string[]>(subjects)
    .flatMap((subject) => tables.bySubject.get(subject) ?? [])
    .flatMap((cell) => see(cell, tx) ?? [])
    .filter(({ type }) => types.includes(type))
    .sort((a, b) => a.seq - b.seq)
    .map((row) => ({ ...row }));
