import { plainText, type ReadingText } from "../../domain/reading-text";
import { buildSegment } from "../search/build-segment";
import { mergeSegments } from "../search/merge-segments";
import type { Database } from "../store/database";
import type { DocumentRecord, SegmentRow, TextRow } from "../store/rows";

/*
 * The search index beside the texts: one segment for each batch that arrives, written in the same transaction. Loaded
 * when the first text comes.
 */

const wordsOf = (json: string): string => {
  try {
    return plainText(JSON.parse(json) as ReadingText);
  } catch {
    return "";
  }
};

/** The segment of a batch of texts, by the papers that show them; undefined where there is nothing to find. */
export const indexTexts = (
  records: readonly DocumentRecord[],
  texts: readonly TextRow[],
): SegmentRow | undefined => {
  const byHash = new Map(texts.map((row) => [row.hash, row.text]));
  const papers = records.flatMap(({ id, view, text: hash }) => {
    const text = hash && byHash.get(hash);
    if (!view.issued || text === undefined) return [];
    const { number, abstract } = view.issued;
    return [{ id, abstract, text: wordsOf(text), ...(number && { number }) }];
  });
  if (papers.length === 0) return undefined;
  return { papers: papers.map(({ id }) => id), bytes: buildSegment(papers) };
};

/** More segments than this make a search slow. */
const manySegments = 24;
/** So many of the smallest become one. */
const mergeAtOnce = 4;
/** Texts read at once when they are indexed afresh. */
const batch = 25;

/** Takes out papers that left the phone, and indexes what an interrupted run left out. */
export const tidyIndex = async (db: Database): Promise<void> => {
  const shown = new Map(
    (await db.documents.where("sort").above("").toArray()).map((record) => [record.id, record]),
  );
  const indexed = new Set(await db.searchSegments.orderBy("papers").keys());
  const stale = [...indexed].filter((id) => !shown.has(id as DocumentRecord["id"]));
  if (stale.length > 0) {
    const rows = await db.searchSegments.where("papers").anyOf(stale).distinct().toArray();
    for (const row of rows) await replace(db, [row], (id) => shown.has(id as DocumentRecord["id"]));
  }

  const left = [...shown.values()].filter(({ id }) => !indexed.has(id));
  for (let i = 0; i < left.length; i += batch) {
    const records = left.slice(i, i + batch);
    const texts = await db.texts.bulkGet(records.flatMap(({ text }) => text ?? []));
    const segment = indexTexts(
      records,
      texts.filter((row) => row !== undefined),
    );
    if (segment) await db.searchSegments.add(segment);
  }
};

/** Joins some of the smallest segments where there are many; a little at a time, since nothing else runs meanwhile. True where there is more to do. */
export const joinSegments = async (db: Database): Promise<boolean> => {
  if ((await db.searchSegments.count()) <= manySegments) return false;
  const rows = await db.searchSegments.toArray();
  rows.sort((a, b) => a.bytes.length - b.bytes.length);
  const small = rows.slice(0, mergeAtOnce).sort((a, b) => (a.id ?? 0) - (b.id ?? 0));
  await replace(db, small, () => true);
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
