import type { Hash } from "../../domain/ids";
import type { Database } from "./database";
import type { WantedRow, WantedText } from "./rows";

/*
 * Texts that some entry names and that are not on the phone. They lie a bunch a row, as the pages that named them
 * came: a thousand rows put and deleted again would cost a first sync more than the papers themselves.
 */

export const readWanted = async (db: Database): Promise<readonly WantedText[]> =>
  (await db.wanted.toArray()).flatMap(({ texts }) => texts);

export const wantedHashes = async (db: Database): Promise<ReadonlySet<Hash>> =>
  new Set((await readWanted(db)).map(({ hash }) => hash));

/** Writes the rows whose texts differ after `change`, which returns undefined for a text no longer wanted. Inside a transaction. */
export const changeWanted = async (
  db: Database,
  change: (text: WantedText) => WantedText | undefined,
): Promise<void> => {
  const changed: WantedRow[] = [];
  const emptied: number[] = [];
  for (const row of await db.wanted.toArray()) {
    const texts = row.texts.flatMap((text) => change(text) ?? []);
    if (texts.length === row.texts.length && texts.every((text, i) => text === row.texts[i])) continue;
    if (texts.length > 0) changed.push({ ...row, texts });
    else if (row.id !== undefined) emptied.push(row.id);
  }
  if (changed.length > 0) await db.wanted.bulkPut(changed);
  if (emptied.length > 0) await db.wanted.bulkDelete(emptied);
};

/** Adds texts; one that is wanted already gets the further places and the better rank. Inside a transaction. */
export const addWanted = async (db: Database, texts: readonly WantedText[]): Promise<void> => {
  const fresh = new Map(texts.map((text) => [text.hash, text]));
  await changeWanted(db, (known) => {
    const more = fresh.get(known.hash);
    if (!more) return known;
    fresh.delete(known.hash);
    return {
      ...known,
      rank: [known.rank, more.rank].sort()[0] ?? "",
      places: [...known.places, ...more.places],
    };
  });
  if (fresh.size > 0) await db.wanted.add({ texts: [...fresh.values()] });
};

export const removeWanted = (db: Database, hashes: ReadonlySet<Hash>): Promise<void> =>
  changeWanted(db, (text) => (hashes.has(text.hash) ? undefined : text));
