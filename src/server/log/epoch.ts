import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Db } from "../db/database";
import { meta } from "../db/schema";
import type { Journal } from "./journal";

/** The epoch of this log: made once, kept by database and journal alike, changed only by a restore. */
export const openEpoch = async (db: Db, journal: Journal | undefined): Promise<string> => {
  const fresh = journal?.epoch ?? randomUUID();
  await db.insert(meta).values({ key: "epoch", value: fresh }).onConflictDoNothing();
  const [row] = await db.select().from(meta).where(eq(meta.key, "epoch"));
  const epoch = row?.value ?? fresh;
  if (journal?.epoch !== undefined && journal.epoch !== epoch)
    throw new Error(
      "journal and database are of two different lives of this log; one of them was put back by hand",
    );
  if (journal && journal.count === 0 && journal.epoch === undefined) journal.begin(epoch);
  return epoch;
};
