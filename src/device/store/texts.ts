import type { Hash } from "../../domain/ids";
import { concat } from "../concat";
import type { Database } from "./database";
import type { TextPack } from "./rows";

/*
 * Reading texts lie in the order they came, a dozen a row: a row for each costs a first sync three times as much, and
 * a row of all would be read whole to open one paper. Taking one out means writing its row anew, which is rare.
 */

/** A text by its name, in UTF-8. */
export interface StoredText {
  readonly hash: Hash;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** Bytes from which a row is full. */
const fullRow = 256 * 1024;

/** Texts as rows. */
export const packTexts = (texts: readonly StoredText[]): readonly TextPack[] => {
  const rows: StoredText[][] = [];
  let room = 0;
  for (const text of texts) {
    if (room <= 0) {
      rows.push([]);
      room = fullRow;
    }
    rows.at(-1)?.push(text);
    room -= text.data.length;
  }
  return rows.map(packRow);
};

const packRow = (texts: readonly StoredText[]): TextPack => {
  let at = 0;
  const ends = texts.map(({ data }) => {
    at += data.length;
    return at;
  });
  return { hashes: texts.map(({ hash }) => hash), ends, data: concat(texts.map(({ data }) => data)) };
};

const dataOf = ({ ends, data }: TextPack, i: number) => data.slice(ends[i - 1] ?? 0, ends[i]);

const unpackTexts = (pack: TextPack): StoredText[] =>
  pack.hashes.map((hash, i) => ({ hash, data: dataOf(pack, i) }));

/** The row with only these texts; undefined where none is left. */
export const keepTexts = (pack: TextPack, keep: (hash: Hash) => boolean): TextPack | undefined => {
  const left = unpackTexts(pack).filter(({ hash }) => keep(hash));
  return left.length > 0 ? packRow(left) : undefined;
};

export const getText = async (db: Database, hash: Hash): Promise<StoredText["data"] | undefined> => {
  const row = await db.texts.where("hashes").equals(hash).first();
  return row && dataOf(row, row.hashes.indexOf(hash));
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

/** Bytes that the texts take on the phone. */
export const textBytes = async (db: Database): Promise<number> => {
  let bytes = 0;
  await db.texts.each(({ data }) => {
    bytes += data.length;
  });
  return bytes;
};

/** Inside a transaction over `texts`. Returns the bytes that became free. */
export const removeTexts = async (db: Database, hashes: readonly Hash[]): Promise<number> => {
  const gone = new Set(hashes);
  const ids = await db.texts.where("hashes").anyOf(hashes).primaryKeys();
  let freed = 0;
  for (const id of new Set(ids)) {
    const row = await db.texts.get(id);
    if (!row) continue;
    const left = keepTexts(row, (hash) => !gone.has(hash));
    if (left) await db.texts.put({ ...left, id });
    else await db.texts.delete(id);
    freed += row.data.length - (left?.data.length ?? 0);
  }
  return freed;
};
