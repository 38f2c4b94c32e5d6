import type { Hash } from "../../domain/ids";
import { sha256 } from "../../protocol/sha256";
import { loadIndex } from "../lazy";
import type { Database } from "../store/database";

export interface ReceivedText {
  readonly hash: Hash;
  readonly text: string;
}

/**
 * Stores texts that were waited for and are what their names say, in one transaction. Anything else is dropped: a
 * server cannot fill a phone with what nobody issued. Returns how many were taken.
 */
export const applyTexts = async (db: Database, batch: readonly ReceivedText[]): Promise<number> => {
  const indexer = loadIndex().catch(() => undefined);
  const names = await Promise.all(batch.map(({ text }) => sha256(text)));
  const right = batch.filter(({ hash }, i) => names[i] === hash);
  const hashes = right.map(({ hash }) => hash);
  const records = await db.documents.where("text").anyOf(hashes).toArray();
  // Without the indexer (an old app whose files are gone) the texts are readable all the same; `tidyIndex` makes it good.
  const segment = (await indexer)?.indexTexts(records, right);
  return db.transaction("rw", [db.texts, db.wanted, db.searchSegments], async () => {
    const wanted = await db.wanted.bulkGet(hashes);
    const taken = right.filter((_, i) => wanted[i]);
    await db.texts.bulkPut(taken);
    await db.wanted.bulkDelete(taken.map(({ hash }) => hash));
    if (segment && taken.length > 0) await db.searchSegments.add(segment);
    return taken.length;
  });
};

/** Texts that the server does not give out: not asked for again by itself, and no reason to call a scope incomplete. */
export const markGone = (db: Database, hashes: readonly Hash[]): Promise<void> =>
  db.transaction("rw", [db.wanted], async () => {
    const rows = await db.wanted.bulkGet([...hashes]);
    await db.wanted.bulkPut(
      rows.filter((row) => row !== undefined).map((row) => ({ ...row, state: "gone" as const })),
    );
  });
