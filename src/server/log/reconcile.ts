import { sql } from "drizzle-orm";
import { emptyDirectory } from "../../domain/directory";
import { emptyDigest, extendDigest } from "../../protocol/digest";
import { type Db, rowsOf } from "../db/database";
import { claimsOf } from "./admission";
import { blobsOf, type EntryRow, entryRow } from "./entry-row";
import type { Journal } from "./journal";
import type { JournalRecord } from "./journal-line";
import { storedAuthor, storedEntry } from "./stored-entry";
import { takesBack, withholdTakenBack } from "./withholding";

const batchRecords = 500;

/**
 * Brings database and journal to the same state: what the journal holds and the database lost is put back under
 * the very same numbers; what the database committed just before a crash, unanswered, is added to the journal.
 */
export const reconcile = async (
  db: Db,
  journal: Journal,
  today: string,
  say: (line: string) => void,
): Promise<void> => {
  const [totals] = await rowsOf<{ count: number | string; last: number | string }>(
    db,
    sql`select count(*) as count, coalesce(max(seq), 0) as last from entry`,
  );
  const inDatabase = { count: Number(totals?.count ?? 0), last: Number(totals?.last ?? 0) };
  if (inDatabase.count === journal.count && inDatabase.last === journal.lastSeq) return;

  const restored = await restoreMissing(db, journal, today);
  if (restored) say(`${restored} entries were put back into the database from the journal`);
  const added = await appendNewer(db, journal);
  if (added) say(`${added} entries were added from the database to the journal`);
};

/** Records of entries in the database, in order of acceptance. */
export async function* storedRecords(db: Db, after: number): AsyncGenerator<JournalRecord> {
  for (let from = after; ; ) {
    const rows = await rowsOf<{
      seq: number | string;
      received_at: number | string;
      signature: string;
      payload: string;
      numbers: { [scope: string]: number };
    }>(
      db,
      sql`select e.seq, e.received_at, e.signature, e.payload,
            (select json_object_agg(s.scope, s.n) from scope_entry s where s.entry_id = e.id) as numbers
          from entry e where e.seq > ${from} order by e.seq limit ${batchRecords}`,
    );
    for (const row of rows) {
      from = Number(row.seq);
      const { numbers, signature, payload } = row;
      yield { seq: from, numbers, receivedAt: Number(row.received_at), signature, payload };
    }
    if (rows.length < batchRecords) return;
  }
}

const appendNewer = async (db: Db, journal: Journal): Promise<number> => {
  let added = 0;
  let batch: JournalRecord[] = [];
  for await (const record of storedRecords(db, journal.lastSeq)) {
    batch.push(record);
    added += 1;
    if (batch.length < batchRecords) continue;
    await journal.append(batch);
    batch = [];
  }
  await journal.append(batch);
  return added;
};

const restoreMissing = async (db: Db, journal: Journal, today: string): Promise<number> => {
  const rows = await rowsOf<{ id: string }>(db, sql`select id from entry`);
  const present = new Set(rows.map(({ id }) => id));
  return restoreRecords(db, journal.records(), present, today);
};

/** Puts records back under their numbers; those `present` only lend their digests. Returns how many were missing. */
export const restoreRecords = async (
  db: Db,
  records: AsyncIterable<JournalRecord>,
  present: ReadonlySet<string>,
  today: string,
): Promise<number> => {
  const directory = emptyDirectory();
  const heads = new Map<string, { n: number; digest: string }>();
  const subjects: string[] = [];
  let missing = 0;
  let batch: Missing[] = [];

  for await (const record of records) {
    const { entry, definition } = storedEntry(record.payload);
    const author = storedAuthor(directory, entry);
    if (definition.view === "directory") definition.reduce(directory, entry, author);
    const numbered = [];
    for (const [scope, n] of Object.entries(record.numbers)) {
      const last = heads.get(scope) ?? { n: 0, digest: emptyDigest };
      if (n !== last.n + 1) throw new Error(`entry ${record.seq} of the journal leaves a gap in its scope`);
      const digest = await extendDigest(last.digest, record.signature);
      heads.set(scope, { n, digest });
      numbered.push({ scope, n, entry_id: entry.id, digest });
    }
    if (present.has(entry.id)) continue;
    missing += 1;
    if (takesBack.has(entry.type)) subjects.push(entry.subject);
    batch.push({
      row: { ...entryRow(record, entry, author, record.receivedAt, today), seq: record.seq },
      numbered,
      claims: claimsOf({ definition, entry }).map((name) => ({ name, entry_id: entry.id })),
      blobs: blobsOf(entry, definition).flatMap((hash) =>
        entry.scopes.map((scope) => ({ hash, scope, entry_id: entry.id })),
      ),
    });
    if (batch.length < batchRecords) continue;
    await insertMissing(db, batch);
    batch = [];
  }
  await insertMissing(db, batch);
  if (missing) await closeRestore(db, heads, subjects);
  return missing;
};

interface Missing {
  readonly row: EntryRow & { readonly seq: number };
  readonly numbered: readonly unknown[];
  readonly claims: readonly unknown[];
  readonly blobs: readonly unknown[];
}

const insertMissing = async (db: Db, batch: readonly Missing[]): Promise<void> => {
  if (batch.length === 0) return;
  const json = (values: readonly unknown[]) => sql`${JSON.stringify(values)}::text::json`;
  // A number that is taken by another entry breaks the primary key, and the start, loudly.
  await db.transaction(async (tx) => {
    await tx.execute(sql`
      insert into entry (id, seq, type, subject, at, by, member, org, office, urgency, expires_on, withheld,
                         received_at, signature, payload)
      select * from json_to_recordset(${json(batch.map(({ row }) => row))}) as t(id uuid, seq bigint, type text,
        subject text, at bigint, by text, member text, org text, office boolean, urgency smallint,
        expires_on text, withheld boolean, received_at bigint, signature text, payload text)`);
    await tx.execute(sql`
      insert into scope_entry (scope, n, entry_id, digest)
      select * from json_to_recordset(${json(batch.flatMap(({ numbered }) => numbered))})
        as t(scope text, n bigint, entry_id uuid, digest text)`);
    await tx.execute(sql`
      insert into claim (name, entry_id)
      select * from json_to_recordset(${json(batch.flatMap(({ claims }) => claims))})
        as t(name text, entry_id uuid) on conflict do nothing`);
    await tx.execute(sql`
      insert into blob_ref (hash, scope, entry_id)
      select * from json_to_recordset(${json(batch.flatMap(({ blobs }) => blobs))})
        as t(hash text, scope text, entry_id uuid) on conflict do nothing`);
  });
};

const closeRestore = (
  db: Db,
  heads: ReadonlyMap<string, { readonly n: number; readonly digest: string }>,
  subjects: readonly string[],
): Promise<void> =>
  db.transaction(async (tx) => {
    const rows = JSON.stringify([...heads].map(([name, { n, digest }]) => ({ name, head: n, digest })));
    await tx.execute(sql`
      insert into scope (name, head, digest, revision)
      select name, head, digest, 0
      from json_to_recordset(${rows}::text::json) as t(name text, head bigint, digest text)
      on conflict (name) do update set head = excluded.head, digest = excluded.digest
      where scope.head < excluded.head`);
    await tx.execute(
      sql`select setval(pg_get_serial_sequence('entry', 'seq'), (select max(seq) from entry))`,
    );
    await tx.execute(sql`
      delete from blob_ref where entry_id in (select id from entry where withheld)`);
    await withholdTakenBack(tx, [...new Set(subjects)]);
  });
