import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { type Db, rowsOf } from "../db/database";
import type { Journal } from "./journal";

/** The epoch of this log: made once, kept by database and journal alike, changed only by a restore. */
export const openEpoch = async (db: Db, journal: Journal | undefined): Promise<string> => {
  const fresh = journal?.epoch ?? randomUUID();
  await db.execute(sql`insert into meta (key, value) values ('epoch', ${fresh}) on conflict do nothing`);
  const [row] = await rowsOf<{ value: string }>(db, sql`select value from meta where key = 'epoch'`);
  const epoch = row?.value ?? fresh;
  if (journal?.epoch !== undefined && journal.epoch !== epoch)
    throw new Error(
      "journal and database are of two different lives of this log; one of them was put back by hand",
    );
  if (journal && journal.count === 0 && journal.epoch === undefined) journal.begin(epoch);
  return epoch;
};
