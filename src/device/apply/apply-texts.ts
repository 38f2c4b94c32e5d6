import type { DocumentId, Hash } from "../../domain/ids";
import type { Database } from "../store/database";
import type { DocumentRecord, SegmentRow, TextPack } from "../store/rows";
import { keepTexts, type StoredText } from "../store/texts";
import { changeWanted } from "../store/wanted";

/** What the search index needs of a paper beside its text. */
export interface PaperHead {
  readonly id: DocumentId;
  readonly hash: Hash;
  readonly number?: string;
  readonly issuedOn: string;
  readonly abstract: string;
}

/** Texts checked and indexed, waiting for their transaction. */
export interface CheckedTexts {
  /** Those that are what they are called. */
  readonly packs: readonly TextPack[];
  readonly segment: SegmentRow | undefined;
}

/** Checks texts against their names and makes the search segment of those that are right (`library/indexer.ts`). */
export interface Indexer {
  /** Enough text is about to come for a worker to be worth its start. */
  prepare(): void;
  /** The texts' bytes may be given away: they come back in the packs. */
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
      const { number, issuedOn, abstract } = view.issued;
      const others = (byText.get(hash) ?? []).filter((head) => head.id !== id);
      byText.set(hash, [...others, { id, hash, issuedOn, abstract, ...(number && { number }) }]);
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
 * what nobody issued. Returns how many were taken, and how many are still on their way.
 */
export const storeTexts = (
  db: Database,
  { packs, segment }: CheckedTexts,
): Promise<{ readonly taken: number; readonly left: number }> =>
  db.transaction("rw", [db.texts, db.wanted, db.searchSegments], async () => {
    const came = new Set(packs.flatMap(({ hashes }) => hashes));
    const taken = new Set<Hash>();
    let left = 0;
    await changeWanted(db, (text) => {
      if (came.has(text.hash)) taken.add(text.hash);
      else if (text.state === "missing") left += 1;
      return came.has(text.hash) ? undefined : text;
    });
    if (taken.size === 0) return { taken: 0, left };
    const kept = packs.flatMap((pack) =>
      pack.hashes.every((hash) => taken.has(hash))
        ? pack
        : (keepTexts(pack, (hash) => taken.has(hash)) ?? []),
    );
    await db.texts.bulkAdd(kept);
    if (segment) await db.searchSegments.add(segment);
    return { taken: taken.size, left };
  });

/** Texts that the server does not give out: not asked for again by itself, and no reason to call a scope incomplete. */
export const markGone = (db: Database, hashes: readonly Hash[]): Promise<void> => {
  const gone = new Set(hashes);
  return db.transaction("rw", [db.wanted], () =>
    changeWanted(db, (text) => (gone.has(text.hash) ? { ...text, state: "gone" } : text)),
  );
};
