import type { DocumentId, Hash } from "../../domain/ids";
import type { Database } from "../store/database";
import type { DocumentRecord, SegmentRow } from "../store/rows";
import { addTexts, type StoredText } from "../store/texts";
import { changeWanted, removeWanted, wantedHashes } from "../store/wanted";

/** What the search index needs of a paper beside its text. */
export interface PaperHead {
  readonly id: DocumentId;
  readonly hash: Hash;
  readonly number?: string;
  readonly abstract: string;
}

/** Texts checked and indexed, waiting for their transaction. */
export interface CheckedTexts {
  /** Names of the texts that are what they are called. */
  readonly right: ReadonlySet<Hash>;
  readonly segment: SegmentRow | undefined;
}

/** Checks texts against their names and makes the search segment of those that are right (`library/indexer.ts`). */
export interface Indexer {
  check(texts: readonly StoredText[], heads: readonly PaperHead[]): Promise<CheckedTexts>;
  stop(): void;
}

/** The papers that show a text, as far as one answer has met them; all others are read at the first that is unknown. */
export const createPaperHeads = (db: Database) => {
  const byText = new Map<Hash, PaperHead[]>();
  let readAll: Promise<void> | undefined;
  const note = (records: readonly DocumentRecord[]) => {
    for (const { id, view, text: hash } of records) {
      if (!hash || !view.issued) continue;
      const { number, abstract } = view.issued;
      const others = (byText.get(hash) ?? []).filter((head) => head.id !== id);
      byText.set(hash, [...others, { id, hash, abstract, ...(number && { number }) }]);
    }
  };
  return {
    note,
    of: async (texts: readonly StoredText[]): Promise<readonly PaperHead[]> => {
      if (texts.some(({ hash }) => !byText.has(hash))) {
        readAll ??= db.documents.where("sort").above("").toArray().then(note);
        await readAll;
      }
      return texts.flatMap(({ hash }) => byText.get(hash) ?? []);
    },
  };
};

/**
 * Stores texts that were waited for, in one transaction. Anything else is dropped: a server cannot fill a phone with
 * what nobody issued. Returns how many were taken.
 */
export const storeTexts = (
  db: Database,
  batch: readonly StoredText[],
  { right, segment }: CheckedTexts,
): Promise<number> =>
  db.transaction("rw", [db.texts, db.wanted, db.searchSegments], async () => {
    const wanted = await wantedHashes(db);
    const taken = batch.filter(({ hash }) => right.has(hash) && wanted.has(hash));
    if (taken.length === 0) return 0;
    await addTexts(db, taken);
    await removeWanted(db, new Set(taken.map(({ hash }) => hash)));
    if (segment) await db.searchSegments.add(segment);
    return taken.length;
  });

/** Texts that the server does not give out: not asked for again by itself, and no reason to call a scope incomplete. */
export const markGone = (db: Database, hashes: readonly Hash[]): Promise<void> => {
  const gone = new Set(hashes);
  return db.transaction("rw", [db.wanted], () =>
    changeWanted(db, (text) => (gone.has(text.hash) ? { ...text, state: "gone" } : text)),
  );
};
