import type { DocumentId } from "../../domain/ids";
import { createPaperHeads } from "../apply/apply-texts";
import { mergeSegments } from "../search/merge-segments";
import { openSegment } from "../search/segment";
import type { Database } from "../store/database";
import type { SegmentRow } from "../store/rows";
import { eachPack } from "../store/texts";
import { indexTexts } from "./check-texts";
import { manySegments } from "./indexer";

/* Housekeeping of the search index, whose segments are written with the texts (`check-texts.ts`). */

/** So many of the smallest become one. */
const mergeAtOnce = 4;

/** Takes out papers that left the phone, and indexes what an interrupted run left out. */
export const tidyIndex = async (db: Database): Promise<void> => {
  const records = await db.documents.where("sort").above("").toArray();
  const shown = new Set(records.map(({ id }) => id));
  const isShown = (id: string) => shown.has(id as DocumentId);
  const indexed = new Set((await db.searchSegments.orderBy("papers").keys()) as string[]);
  const stale = [...indexed].filter((id) => !isShown(id));
  if (stale.length > 0) {
    const rows = await db.searchSegments.where("papers").anyOf(stale).distinct().toArray();
    for (const row of rows)
      if (damagedAmong([row]).length > 0) await db.searchSegments.delete(row.id as number);
      else await replace(db, [row], isShown);
    if (rows.some((row) => damagedAmong([row]).length > 0)) return tidyIndex(db);
  }

  const left = records.filter(({ id }) => !indexed.has(id));
  if (left.length === 0) return;
  const heads = createPaperHeads(db);
  heads.note(left);
  const missing = new Set(left.flatMap(({ text }) => text ?? []));
  await eachPack(db, async (all) => {
    const texts = all.filter(({ hash }) => missing.has(hash));
    const segment = texts.length > 0 && indexTexts(texts, await heads.of(texts));
    if (segment) await db.searchSegments.add(segment);
  });
};

/** Throws pieces of the index away, and indexes their papers anew. */
export const rebuildSegments = async (db: Database, ids: readonly number[]): Promise<void> => {
  await db.searchSegments.bulkDelete([...ids]);
  await tidyIndex(db);
};

/** Pieces that cannot be read. */
const damagedAmong = (rows: readonly SegmentRow[]): number[] =>
  rows.flatMap(({ id = 0, bytes }) => {
    try {
      openSegment(bytes);
      return [];
    } catch {
      return [id];
    }
  });

/** Joins some of the smallest segments where there are many; a little at a time, since nothing else runs meanwhile. True where there is more to do. */
export const joinSegments = async (db: Database): Promise<boolean> => {
  if ((await db.searchSegments.count()) <= manySegments) return false;
  const rows = await db.searchSegments.toArray();
  rows.sort((a, b) => a.bytes.length - b.bytes.length);
  const small = rows.slice(0, mergeAtOnce).sort((a, b) => (a.id ?? 0) - (b.id ?? 0));
  const damaged = damagedAmong(small);
  if (damaged.length > 0) await rebuildSegments(db, damaged);
  else await replace(db, small, () => true);
  return true;
};

const replace = async (db: Database, rows: readonly SegmentRow[], keep: (id: string) => boolean) => {
  const papers = [...new Set(rows.flatMap((row) => row.papers))].filter(keep);
  const bytes = mergeSegments(
    rows.map((row) => row.bytes),
    keep,
  );
  await db.transaction("rw", [db.searchSegments], async () => {
    await db.searchSegments.bulkDelete(rows.flatMap(({ id }) => id ?? []));
    if (papers.length > 0) await db.searchSegments.add({ papers, bytes });
  });
};
