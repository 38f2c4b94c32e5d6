import { sql } from "drizzle-orm";
import type { EntryId } from "../../domain/ids";
import { emptyDigest, extendDigest } from "../../protocol/digest";
import { type Db, rowsOf } from "../db/database";
import { directoryScope, type EntryRow } from "./entry-row";

/** One accepted entry with everything that goes into the tables. */
export interface WritableEntry {
  readonly row: EntryRow;
  readonly scopes: readonly string[];
  readonly claims: readonly string[];
  readonly blobs: readonly string[];
}

export interface Written {
  readonly seq: number;
  readonly numbers: { readonly [scope: string]: number };
}

/** Another process was faster (a directory entry, a claim, the same entry): judge the group again. */
export class Overtaken extends Error {}

/** Rows of scopes that stand ready to be locked; made outside the transaction, once for each name. */
export const ensureScopes = async (db: Db, names: readonly string[]): Promise<void> => {
  if (names.length === 0) return;
  await db.execute(sql`
    insert into scope (name, head, digest, revision)
    select name, 0, ${emptyDigest}, 0
    from json_array_elements_text(${JSON.stringify([...names].sort())}::text::json) as t(name)
    order by name on conflict do nothing`);
};

/**
 * Numbers and inserts entries; must run in a transaction. The locks are taken in one order by all: the directory
 * first, then the scopes by name. They are held to the commit, so within a scope number order is commit order.
 * `directoryAt` is the directory's number against which the entries were judged: it may not have moved.
 */
export const writeEntries = async (
  tx: Db,
  entries: readonly WritableEntry[],
  directoryAt: number,
  alone: boolean,
): Promise<readonly Written[]> => {
  const names = [...new Set(entries.flatMap(({ scopes }) => scopes))].sort();
  if (!alone) await lockDirectory(tx, names.includes(directoryScope), directoryAt);
  const heads = await lockScopes(tx, names);

  const numbered: { scope: string; n: number; entry_id: string; digest: string }[] = [];
  const numbers: { [scope: string]: number }[] = [];
  for (const { row, scopes } of entries) {
    const own: { [scope: string]: number } = {};
    for (const scope of scopes) {
      const last = heads.get(scope);
      if (!last) throw new Error("a scope was not locked");
      const n = last.head + 1;
      const digest = await extendDigest(last.digest, row.signature);
      heads.set(scope, { head: n, digest });
      numbered.push({ scope, n, entry_id: row.id, digest });
      own[scope] = n;
    }
    numbers.push(own);
  }

  const seqs = await insertAll(tx, entries, numbered, heads);
  return entries.map(({ row }, i) => {
    const seq = seqs.get(row.id as EntryId);
    if (seq === undefined) throw new Overtaken("an entry of this id came in meanwhile");
    return { seq, numbers: numbers[i] ?? {} };
  });
};

const lockDirectory = async (tx: Db, toWrite: boolean, expected: number) => {
  const mode = sql.raw(toWrite ? "update" : "share");
  const [row] = await rowsOf<{ head: number | string }>(
    tx,
    sql`select head from scope where name = ${directoryScope} for ${mode}`,
  );
  if (Number(row?.head ?? 0) !== expected) throw new Overtaken("the directory moved on");
};

const lockScopes = async (tx: Db, names: readonly string[]) => {
  const rows = await rowsOf<{ name: string; head: number | string; digest: string }>(
    tx,
    sql`select name, head, digest from scope
        where name in (select json_array_elements_text(${JSON.stringify(names)}::text::json))
        order by name for update`,
  );
  return new Map(rows.map(({ name, head, digest }) => [name, { head: Number(head), digest }]));
};

/** Everything in one statement: two hundred entries cost one round trip. */
const insertAll = async (
  tx: Db,
  entries: readonly WritableEntry[],
  numbered: readonly unknown[],
  heads: ReadonlyMap<string, { readonly head: number; readonly digest: string }>,
): Promise<ReadonlyMap<EntryId, number>> => {
  const claims = entries
    .flatMap(({ row, claims }) => claims.map((name) => ({ name, entry_id: row.id })))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const blobs = entries.flatMap(({ row, scopes, blobs }) =>
    (row.withheld ? [] : blobs).flatMap((hash) =>
      scopes.filter((scope) => scope !== directoryScope).map((scope) => ({ hash, scope, entry_id: row.id })),
    ),
  );
  const data = JSON.stringify({
    entries: entries.map(({ row }, i) => ({ i, ...row })),
    numbered,
    blobs,
    claims,
    scopes: [...heads].map(([name, { head, digest }]) => ({ name, head, digest })),
  });
  const rows = await rowsOf<{ id: string; seq: number | string; claims: number | string }>(
    tx,
    sql`with data as (select ${data}::text::json as j),
      new_entry as (
        insert into entry (id, type, subject, at, by, member, org, office, urgency, expires_on, withheld,
                           received_at, signature, payload)
        select id, type, subject, at, by, member, org, office, urgency, expires_on, withheld,
               received_at, signature, payload
        from data, json_to_recordset(j->'entries') as t(i int, id uuid, type text, subject text, at bigint,
          by text, member text, org text, office boolean, urgency smallint, expires_on text, withheld boolean,
          received_at bigint, signature text, payload text)
        order by i on conflict do nothing returning id, seq),
      new_claim as (
        insert into claim (name, entry_id)
        select name, entry_id from data, json_to_recordset(j->'claims') as t(name text, entry_id uuid)
        on conflict do nothing returning name),
      new_number as (
        insert into scope_entry (scope, n, entry_id, digest)
        select scope, n, entry_id, digest
        from data, json_to_recordset(j->'numbered') as t(scope text, n bigint, entry_id uuid, digest text)),
      new_blob as (
        insert into blob_ref (hash, scope, entry_id)
        select hash, scope, entry_id
        from data, json_to_recordset(j->'blobs') as t(hash text, scope text, entry_id uuid)),
      new_head as (
        update scope set head = t.head, digest = t.digest
        from data, json_to_recordset(j->'scopes') as t(name text, head bigint, digest text)
        where scope.name = t.name)
      select id, seq, (select count(*) from new_claim) as claims from new_entry`,
  );
  if (entries.length && Number(rows[0]?.claims ?? 0) !== claims.length)
    throw new Overtaken("a name was claimed meanwhile");
  return new Map(rows.map(({ id, seq }) => [id as EntryId, Number(seq)]));
};
