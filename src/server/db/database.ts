import type { SQL } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type * as schema from "./schema";

export type Db = PgDatabase<PgQueryResultHKT, typeof schema>;

export interface Database {
  readonly kind: "pglite" | "postgres";
  readonly db: Db;
  /** True where the embedded database could not be opened, was set aside, and waits to be filled from the journal. */
  readonly rebuilt: boolean;
  close(): Promise<void>;
}

/** Rows of a raw statement: one driver returns them bare, the other in an object. The caller names their shape. */
export const rowsOf = async <Row>(db: Pick<Db, "execute">, query: SQL): Promise<readonly Row[]> => {
  const result = (await db.execute(query)) as readonly Row[] | { readonly rows: readonly Row[] };
  return "rows" in result ? result.rows : result;
};
