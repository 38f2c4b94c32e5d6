import type { Hash } from "../../domain/ids";
import { sha256 } from "../../protocol/sha256";
import { loadIndex } from "../lazy";
import type { Database } from "../store/database";
import type { SegmentRow } from "../store/rows";

export interface ReceivedText {
  readonly hash: Hash;
  readonly text: string;
}

/** Texts checked and indexed, waiting for their transaction. */
export interface CheckedTexts {
  readonly right: readonly ReceivedText[];
  readonly segment: SegmentRow | undefined;
}

/** Drops what is not what its name says, and makes the search segment of the rest. */
export const checkTexts = async (db: Database, batch: readonly ReceivedText[]): Promise<CheckedTexts> => {
  const indexer = loadIndex().catch(() => undefined);
  const names = await Promise.all(batch.map(({ text }) => sha256(text)));
  const right = batch.filter(({ hash }, i) => names[i] === hash);
  const hashes = right.map(({ hash }) => hash);
  const records = await db.documents.where("text").anyOf(hashes).toArray();
  // Without the indexer (an old app whose files are gone) the texts are readable all the same; `tidyIndex` makes it good.
  return { right, segment: (await indexer)?.indexTexts(records, right) };
};

/**
 * Stores texts that were waited for, in one transaction. Anything else is dropped: a server cannot fill a phone with
 * what nobody issued. Returns how many were taken.
 */
export const storeTexts = (db: Database, { right, segment }: CheckedTexts): Promise<number> =>
  db.transaction("rw", [db.texts, db.wanted, db.searchSegments], async () => {
    const wanted = await db.wanted.bulkGet(right.map(({ hash }) => hash));
    const taken = right.filter((_, i) => wanted[i]);
    await db.texts.bulkPut(taken);
    await db.wanted.bulkDelete(taken.map(({ hash }) => hash));
    if (segment && taken.length > 0) await db.searchSegments.add(segment);
    return taken.length;
  });

/** Texts that the server does not give out: not asked for again by itself, and no reason to call a scope incomplete. */
export const markGone = (db: Database, hashes: readonly Hash[]): Promise<void> =>
  db.transaction("rw", [db.wanted], async () => {
    const rows = await db.wanted.bulkGet([...hashes]);
    await db.wanted.bulkPut(
      rows.filter((row) => row !== undefined).map((row) => ({ ...row, state: "gone" as const })),
    );
  });
