import { sql } from "drizzle-orm";
import { type Database, rowsOf } from "./database";

/** Bytes of write-ahead log that may wait. A start after a kill goes through them all. */
const most = 64 * 1024 * 1024;

/**
 * Writes out what the write-ahead log of the embedded database holds, where that has become much; true where it did. A server of
 * PostgreSQL has a process for that. PGlite has none: left alone, its log grows for as long as it runs.
 */
export const checkpointIfDue = async ({ db, kind }: Database, above = most): Promise<boolean> => {
  if (kind !== "pglite") return false;
  const [row] = await rowsOf<{ waiting: number | string }>(
    db,
    sql`select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::float8 as waiting from pg_control_checkpoint()`,
  );
  if (Number(row?.waiting ?? 0) <= above) return false;
  await db.execute(sql`checkpoint`);
  return true;
};
