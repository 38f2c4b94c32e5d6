import type { Directory } from "../../domain/directory";
import type { Refusal } from "../../domain/refusal";
import type { QuarantineRow } from "../store/rows";
import { admitInOrder, isAdmitted } from "./admit-in-order";
import type { Applier } from "./apply-page";
import { isAsSigned } from "./is-as-signed";
import { entryTables, type Incoming, storeEntries } from "./store-entries";

/** No change of the directory mends these; a new version of the app might. */
const hopeless: ReadonlySet<Refusal> = new Set(["malformed", "unknown-type", "bad-signature", "too-large"]);

/**
 * Tries again what was set aside, after the directory changed; with `all` (after the app was loaded) everything.
 * One that gets in may open the way for another, so it goes on while any does. True where something got in.
 */
export const retryQuarantine = async (applier: Applier, all: boolean): Promise<boolean> => {
  let some = false;
  while (await retryOnce(applier, all && !some)) some = true;
  if (all) await doubtAgain(applier);
  return some;
};

/** What its own signature speaks against was altered on its way, and so was the answer when it was asked for again. */
const doubtAgain = async ({ db, keeper }: Applier): Promise<void> => {
  const altered: QuarantineRow[] = [];
  for (const row of await db.quarantine.toArray())
    if (row.asked && (await isAltered(row, keeper.current()))) altered.push({ ...row, asked: false });
  if (altered.length > 0) await db.quarantine.bulkPut(altered);
};

const isAltered = async (row: QuarantineRow, directory: Directory): Promise<boolean> =>
  row.code === "bad-signature" || (await isAsSigned(row, directory)) === false;

const retryOnce = (applier: Applier, all: boolean): Promise<boolean> =>
  applier.keeper.exclusive(async (directory) => {
    const { db, keeper } = applier;
    const rows = (await db.quarantine.toArray()).filter((row) => all || !hopeless.has(row.code));
    if (rows.length === 0) return false;
    // Ids begin with their moment: the oldest first, as they were written.
    rows.sort((a, b) => (a.id < b.id ? -1 : 1));
    const { judged, directoryChanged } = await admitInOrder(rows, directory, applier.root);
    const incoming = judged.flatMap(({ outcome }, i): Incoming[] => {
      const row = rows[i];
      return row && isAdmitted(outcome) && outcome.entry.id === row.id
        ? [{ admitted: outcome, places: row.places }]
        : [];
    });
    if (incoming.length === 0 && !directoryChanged) return false;
    await db.transaction("rw", [...entryTables(db), db.quarantine], async () => {
      if (directoryChanged) await keeper.save(db);
      await storeEntries(db, incoming, { self: applier.self, now: applier.heard() });
      await db.quarantine.bulkDelete(incoming.map(({ admitted }) => admitted.entry.id));
    });
    return incoming.length > 0;
  });
