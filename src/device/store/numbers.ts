import type { EntryId } from "../../domain/ids";
import type { Scope } from "../../domain/scope";
import type { Database } from "./database";
import type { NumberRow } from "./rows";

/** The rows of a scope, in order. */
export const numberRows = (db: Database, scope: Scope, from = 0) =>
  db.numbers.where("[scope+n]").between([scope, from], [scope, Number.MAX_SAFE_INTEGER]);

/** The ids of a scope in the order of their numbers, after number `after`. */
export const numberedIds = async (db: Database, scope: Scope, after = 0): Promise<readonly EntryId[]> =>
  (await numberRows(db, scope, after + 1).toArray()).flatMap(({ n, ids }) =>
    ids.slice(Math.max(0, after - (n - ids.length))),
  );

/** The running digest after number `n`; undefined where it is not known. */
export const digestAt = async (db: Database, scope: Scope, n: number): Promise<string | undefined> => {
  const row: NumberRow | undefined = await numberRows(db, scope, n).first();
  return row?.digests?.[n - (row.n - row.ids.length) - 1];
};
