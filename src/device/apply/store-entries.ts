import { documentIssued, emptyDocument } from "../../domain/document";
import type { BlobRef } from "../../domain/entry";
import type { DocumentId, Hash, MemberId } from "../../domain/ids";
import { firstDefinitionOf } from "../../domain/registry";
import type { Admitted } from "../../protocol/admit";
import type { Database } from "../store/database";
import { addEntries, getEntries, replaceEntries } from "../store/entries";
import { getMany } from "../store/get-many";
import { putMeta } from "../store/meta";
import type { DocumentRecord, EntryRow, Place } from "../store/rows";
import { removeTexts, textsHere } from "../store/texts";
import { addWanted, changeWanted, removeWanted } from "../store/wanted";
import { textRank, toRecord } from "./document-record";
import { storeRecords } from "./records";

/** An entry that was let in, and the numbers it has so far. */
export interface Incoming {
  readonly admitted: Admitted;
  readonly places: readonly Place[];
}

export interface StoreContext {
  /** Whose phone this is, for what he has read; undefined until known. */
  readonly self: MemberId | undefined;
  /** The server's time as it was last heard: a paper past its day leaves for good. */
  readonly now: number;
  readonly noted?: Noted | undefined;
}

/** Told of every record of a paper that is written, and how much text is newly wanted for them, in bytes. */
export type Noted = (records: readonly DocumentRecord[], wanted: number) => void;

/** The tables a transaction must cover to store entries. */
export const entryTables = (db: Database) => [
  db.meta,
  db.entries,
  db.documents,
  db.views,
  db.notes,
  db.texts,
  db.wanted,
  db.files,
  db.chunks,
];

const toRow = ({ entry, signature, payload, author }: Admitted): EntryRow => ({
  id: entry.id,
  signature,
  payload,
  type: entry.type,
  subject: entry.subject,
  scopes: entry.scopes,
  author,
});

/**
 * Stores entries and their effect on the views of their subjects; the directory was changed when they were let in. Call it
 * inside a transaction over `entryTables`, with entries that are not here yet.
 */
export const storeEntries = async (
  db: Database,
  incoming: readonly Incoming[],
  context: StoreContext,
): Promise<void> => {
  if (incoming.length === 0) return;
  await addEntries(
    db,
    incoming.map(({ admitted }) => toRow(admitted)),
  );
  await storeRecords(
    db,
    incoming.map(({ admitted }) => admitted),
  );
  const about = new Map<DocumentId, Incoming[]>();
  for (const one of incoming) {
    if (one.admitted.definition.view !== "document") continue;
    const id = one.admitted.entry.subject as DocumentId;
    const list = about.get(id);
    if (list) list.push(one);
    else about.set(id, [one]);
  }
  if (about.size === 0) return;

  const ids = [...about.keys()];
  const before = await getMany(db.documents, ids);
  const records = ids.map((id) => {
    const known = before.get(id);
    const more = about.get(id) ?? [];
    const entries = [...(known?.entries ?? []), ...more.map(({ admitted }) => admitted.entry.id)];
    const view = more.reduce(
      (view, { admitted: { definition, entry, author } }) =>
        definition.reduce(view, entry, author) as typeof view,
      known?.view ?? emptyDocument,
    );
    return toRecord(
      { id, entries, ...(known?.gone && { gone: known.gone }) },
      view,
      context.self,
      context.now,
    );
  });
  await db.documents.bulkPut(records);
  const wanted = await wantTexts(db, records, about);
  context.noted?.(records, wanted);
  const gone = records.filter((record) => record.gone);
  if (gone.length > 0) await withdraw(db, gone);
};

/** Every text that a paper names and that is not here is wanted from now on. Returns how much that is, in bytes. */
const wantTexts = async (
  db: Database,
  records: readonly DocumentRecord[],
  about: ReadonlyMap<DocumentId, readonly Incoming[]>,
): Promise<number> => {
  const named = new Map<Hash, { bytes: number; rank: string; places: Place[] }>();
  for (const record of records) {
    if (!record.text) continue;
    for (const { admitted, places } of about.get(record.id) ?? [])
      for (const { hash, bytes } of textsOf(admitted)) {
        const wanted = named.get(hash) ?? { bytes, rank: textRank(record), places: [] };
        wanted.places.push(...places);
        named.set(hash, wanted);
      }
  }
  if (named.size === 0) return 0;
  const here = await textsHere(db, [...named.keys()]);
  const missing = [...named].filter(([hash]) => !here.has(hash));
  // No text will come that brings these papers into the index.
  if (missing.length < named.size) await putMeta(db, "staleIndex", true);
  if (missing.length === 0) return 0;
  await addWanted(
    db,
    missing.map(([hash, { rank, places }]) => ({ hash, state: "missing", rank, places })),
  );
  return missing.reduce((sum, [, { bytes }]) => sum + bytes, 0);
};

const textsOf = ({ definition, entry }: Admitted): readonly BlobRef[] => definition.texts?.(entry.body) ?? [];

/** Entries that were here already and have a number more now. Inside a transaction over `entryTables`. */
export const addPlaces = async (
  db: Database,
  numbered: readonly { readonly row: EntryRow; readonly place: Place }[],
): Promise<void> => {
  const places = new Map<Hash, Place[]>();
  for (const { row, place } of numbered)
    for (const { hash } of blobsOf(row).texts) places.set(hash, [...(places.get(hash) ?? []), place]);
  if (places.size === 0) return;
  await changeWanted(db, (text) => {
    const more = places.get(text.hash);
    return more ? { ...text, places: [...text.places, ...more] } : text;
  });
};

/** The blobs that a stored entry names. */
const blobsOf = (
  row: EntryRow,
): { readonly texts: readonly BlobRef[]; readonly files: readonly BlobRef[] } => {
  const definition = firstDefinitionOf(row.type ?? "");
  if (!row.payload || !(definition?.texts || definition?.files)) return { texts: [], files: [] };
  const { body } = JSON.parse(row.payload) as { readonly body: unknown };
  return { texts: definition.texts?.(body) ?? [], files: definition.files?.(body) ?? [] };
};

/**
 * Takes the content of papers off the phone: text, file, what was noted of it, and the payload of the entry that issued them.
 * Their records are marked as gone already. Inside a transaction over `entryTables`.
 */
export const withdraw = async (db: Database, records: readonly DocumentRecord[]): Promise<void> => {
  await removeNotes(db, records);
  const rows = await getEntries(
    db,
    records.flatMap(({ entries }) => entries),
  );
  const issuing = [...rows.values()].filter(
    (row) => row.type === documentIssued.type && row.payload !== undefined,
  );
  if (issuing.length === 0) return;
  await replaceEntries(
    db,
    issuing.map(({ payload: _, ...stub }) => stub),
  );
  const texts = issuing.flatMap((row) => blobsOf(row).texts);
  const files = issuing.flatMap((row) => blobsOf(row).files);
  await removeBlobs(
    db,
    texts.map(({ hash }) => hash),
    files.map(({ hash }) => hash),
  );
};

/** Notes hold words of their paper: they leave the phone with it. */
export const removeNotes = async (
  db: Database,
  papers: readonly Pick<DocumentRecord, "id">[],
): Promise<void> => {
  await db.notes
    .where("document")
    .anyOf(papers.map(({ id }) => id))
    .delete();
};

/** Removes texts and files that no paper shows any more. Inside a transaction. */
export const removeBlobs = async (
  db: Database,
  texts: readonly Hash[],
  files: readonly Hash[],
): Promise<void> => {
  if (texts.length + files.length === 0) return;
  const shown = await db.documents.where("sort").above("").toArray();
  const textsInUse = new Set(shown.map(({ text }) => text));
  const unused = texts.filter((hash) => !textsInUse.has(hash));
  await removeTexts(db, unused);
  await removeWanted(db, new Set(unused));
  if (unused.length > 0) await putMeta(db, "staleIndex", true);
  const filesInUse = new Set(shown.map(({ file }) => file));
  for (const hash of files.filter((one) => !filesInUse.has(one))) {
    await db.files.delete(hash);
    await db.chunks.where("[hash+i]").between([hash, 0], [hash, Number.MAX_SAFE_INTEGER]).delete();
  }
};
