import type { Hash } from "../../domain/ids";
import type { Database } from "./database";
import type { TextPack } from "./rows";

/*
 * Reading texts lie as they came, one batch a row: a thousand rows of 20 kB cost a first sync three times as much as
 * twenty of a megabyte. Taking one out means writing its pack anew, which is rare.
 */

/** A text by its name, in UTF-8. */
export interface StoredText {
  readonly hash: Hash;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** Many texts as one row. */
export const packTexts = (texts: readonly StoredText[]): TextPack => {
  const data = new Uint8Array(texts.reduce((sum, text) => sum + text.data.length, 0));
  const ends: number[] = [];
  let at = 0;
  for (const text of texts) {
    data.set(text.data, at);
    at += text.data.length;
    ends.push(at);
  }
  return { hashes: texts.map(({ hash }) => hash), ends, data };
};

export const unpackTexts = ({ hashes, ends, data }: TextPack): readonly StoredText[] =>
  hashes.map((hash, i) => ({ hash, data: data.slice(ends[i - 1] ?? 0, ends[i]) }));

/** Inside a transaction over `texts`. */
export const addTexts = async (db: Database, texts: readonly StoredText[]): Promise<void> => {
  if (texts.length > 0) await db.texts.add(packTexts(texts));
};

export const getText = async (db: Database, hash: Hash): Promise<StoredText["data"] | undefined> => {
  const row = await db.texts.where("hashes").equals(hash).first();
  return row && unpackTexts(row).find((text) => text.hash === hash)?.data;
};

/** Which of these texts are on the phone. */
export const textsHere = async (db: Database, hashes: readonly Hash[]): Promise<ReadonlySet<Hash>> => {
  // On a first sync all heads come before the first text: no need to look for each.
  if ((await db.texts.limit(1).primaryKeys()).length === 0) return new Set();
  return new Set((await db.texts.where("hashes").anyOf(hashes).keys()) as Hash[]);
};

export const countTexts = (db: Database): Promise<number> => db.texts.orderBy("hashes").count();

/** Pack by pack, for what goes through all of them. */
export const eachPack = async (
  db: Database,
  task: (texts: readonly StoredText[]) => Promise<void>,
): Promise<void> => {
  for (const id of await db.texts.toCollection().primaryKeys()) {
    const row = await db.texts.get(id);
    if (row) await task(unpackTexts(row));
  }
};

/** Inside a transaction over `texts`. */
export const removeTexts = async (db: Database, hashes: readonly Hash[]): Promise<void> => {
  const gone = new Set(hashes);
  const ids = await db.texts.where("hashes").anyOf(hashes).primaryKeys();
  for (const id of new Set(ids)) {
    const row = await db.texts.get(id);
    if (!row) continue;
    const left = unpackTexts(row).filter(({ hash }) => !gone.has(hash));
    if (left.length > 0) await db.texts.put({ ...packTexts(left), id });
    else await db.texts.delete(id);
  }
};
