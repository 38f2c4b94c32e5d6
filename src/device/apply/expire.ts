import { dayAt } from "../../domain/commune-day";
import { loadTidyIndex } from "../lazy";
import type { Database } from "../store/database";
import { toRecord } from "./document-record";
import { entryTables, type StoreContext, withdraw } from "./store-entries";

/** Takes papers off the phone whose day has passed (conference papers to be collected, domain.md 2.4). */
export const expirePapers = async (db: Database, { self, now }: StoreContext): Promise<void> => {
  // The day itself is still theirs.
  const due = await db.documents.where("expires").below(dayAt(now)).toArray();
  if (due.length === 0) return;
  await db.transaction("rw", entryTables(db), async () => {
    await db.documents.bulkPut(
      due.map((record) => toRecord({ ...record, gone: "expired" }, record.view, self, now)),
    );
    await withdraw(db, due);
  });
  await (await loadTidyIndex()).tidyIndex(db);
};
