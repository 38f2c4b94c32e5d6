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
