import { DatabaseError, lock, lockShared, see, write } from "./rows";
import type { NamedStatement } from "./statements";
import {
  about,
  type BlobRef,
  cellIn,
  changeEntries,
  dropBlobs,
  ensureScope,
  entryOf,
  hasBlob,
  inOrder,
  insert,
  insertBlob,
  insertEntry,
  insertNumber,
  json,
  numbersAfter,
  type Row,
  unique,
} from "./table-access";
import type { EntryRecord, NumberRecord } from "./tables";

interface Insertion {
  readonly entries: readonly Omit<EntryRecord, "seq">[];
  readonly numbered: readonly NumberRecord[];
  readonly blobs: readonly BlobRef[];
  readonly claims: readonly { readonly name: string; readonly entry_id: string }[];
  readonly scopes: readonly { readonly name: string; readonly head: number; readonly digest: string }[];
}

/** Statements that change the tables, or read them in order to change them. */
export const writing: readonly NamedStatement[] = [
  // ---- meta
  [
    'insert into "meta"',
    async (t, tx, [key, value]) => {
      await insert(cellIn(t.meta, String(key)), tx, String(value));
      return [];
    },
  ],
  [
    'select "key", "value" from "meta"',
    (t, tx, [key]) => {
      const value = see(t.meta.get(String(key)), tx);
      return value === undefined ? [] : [{ key, value }];
    },
  ],
  // ---- entries and claims by name
  [
    'select "id", "signature", "payload" from "entry"',
    (t, tx, ids) =>
      ids.flatMap((id) => {
        const entry = entryOf(t, tx, String(id));
        return entry ? [{ id: entry.id, signature: entry.signature, payload: entry.payload }] : [];
      }),
  ],
  [
    'select "name" from "claim"',
    (t, tx, names) =>
      names.flatMap((name) => (see(t.claims.get(String(name)), tx) === undefined ? [] : [{ name }])),
  ],
  [
    'select distinct "hash" from "blob_ref"',
    (t, tx, hashes) => hashes.flatMap((hash) => (hasBlob(t, tx, String(hash), undefined) ? [{ hash }] : [])),
  ],
  // ---- reconcile
  [
    "select count(*) as count, coalesce(max(seq), 0) as last from entry",
    (t, tx) => {
      const rows = inOrder(t, tx);
      return [{ count: rows.length, last: Math.max(0, ...rows.map(({ seq }) => seq)) }];
    },
  ],
  [
    "select e.seq, e.received_at, e.signature, e.payload, (select json_object_agg",
    (t, tx, [after]) => {
      const numbers = new Map<string, Record<string, number>>();
      for (const scope of t.numbers.keys())
        for (const { entry_id, n } of numbersAfter(t, tx, scope, 0)) {
          const own = numbers.get(entry_id) ?? {};
          own[scope] = n;
          numbers.set(entry_id, own);
        }
      return inOrder(t, tx)
        .filter(({ seq }) => seq > Number(after))
        .sort((a, b) => a.seq - b.seq)
        .slice(0, 500)
        .map(({ id, seq, received_at, signature, payload }) => ({
          seq,
          received_at,
          signature,
          payload,
          numbers: numbers.get(id),
        }));
    },
  ],
  [
    "select id from entry where expires_on is not null",
    (t, tx, [today]) =>
      inOrder(t, tx)
        .filter(({ expires_on, withheld }) => expires_on !== null && !withheld && expires_on < String(today))
        .map(({ id }) => ({ id })),
  ],
  ["select id from entry", (t, tx) => inOrder(t, tx).map(({ id }) => ({ id }))],
  [
    "insert into entry (id, seq,",
    async (t, tx, [rows]) => {
      for (const row of json<readonly EntryRecord[]>(rows))
        if ((await insertEntry(t, tx, row)) === undefined) throw new DatabaseError(unique);
      return [];
    },
  ],
  [
    "insert into scope_entry",
    async (t, tx, [rows]) => {
      for (const row of json<readonly NumberRecord[]>(rows)) await insertNumber(t, tx, row);
      return [];
    },
  ],
  [
    "insert into claim",
    async (t, tx, [rows]) => {
      for (const { name, entry_id } of json<Insertion["claims"]>(rows))
        await insert(cellIn(t.claims, name), tx, entry_id);
      return [];
    },
  ],
  [
    "insert into blob_ref",
    async (t, tx, [rows]) => {
      for (const row of json<readonly BlobRef[]>(rows)) await insertBlob(t, tx, row);
      return [];
    },
  ],
  [
    "insert into scope (name, head, digest, revision) select name, head, digest, 0",
    async (t, tx, [rows]) => {
      for (const { name, head, digest } of json<Insertion["scopes"]>(rows)) {
        const cell = cellIn(t.scopes, name);
        await lock(cell, tx);
        const known = see(cell, tx);
        if (!known || known.head < head) write(cell, { name, head, digest, revision: known?.revision ?? 0 });
      }
      return [];
    },
  ],
  ["select setval", () => []],
  [
    "delete from blob_ref where entry_id in (select id from entry where withheld)",
    async (t, tx) => {
      await dropBlobs(t, tx, (id) => entryOf(t, tx, id)?.withheld ?? false);
      return [];
    },
  ],
  // ---- writing
  [
    "insert into scope (name, head, digest, revision) select name, 0,",
    async (t, tx, [digest, names]) => {
      for (const name of json<readonly string[]>(names))
        await ensureScope(t, tx, { name, head: 0, digest: String(digest), revision: 0 });
      return [];
    },
  ],
  [
    "select head from scope where name = $1 for share",
    async (t, tx, [name]) => {
      const cell = cellIn(t.scopes, String(name));
      await lockShared(cell, tx);
      const row = see(cell, tx);
      return row ? [{ head: row.head }] : [];
    },
  ],
  [
    "select head from scope where name = $1 for update",
    async (t, tx, [name]) => {
      const cell = cellIn(t.scopes, String(name));
      await lock(cell, tx);
      const row = see(cell, tx);
      return row ? [{ head: row.head }] : [];
    },
  ],
  [
    "select head from scope where name = $1",
    (t, tx, [name]) => {
      const row = see(t.scopes.get(String(name)), tx);
      return row ? [{ head: row.head }] : [];
    },
  ],
  [
    "select name, head, digest from scope where name in",
    async (t, tx, [names], sql) => {
      const rows: Row[] = [];
      for (const name of [...json<readonly string[]>(names)].sort()) {
        const cell = t.scopes.get(name);
        if (!cell) continue;
        if (sql.includes("for update")) await lock(cell, tx);
        const row = see(cell, tx);
        if (row) rows.push({ name, head: row.head, digest: row.digest });
      }
      return rows;
    },
  ],
  [
    "with data as (select $1::text::json as j), new_entry",
    async (t, tx, [data], sql) => {
      const lenient = /digest text\)\s+on conflict do nothing/.test(sql);
      const { entries, numbered, blobs, claims, scopes } = json<Insertion>(data);
      const rows: { id: string; seq: number; claims: number }[] = [];
      for (const entry of entries) {
        const seq = await insertEntry(t, tx, entry);
        if (seq !== undefined) rows.push({ id: entry.id, seq, claims: 0 });
      }
      let claimed = 0;
      for (const { name, entry_id } of claims)
        if (await insert(cellIn(t.claims, name), tx, entry_id)) claimed += 1;
      for (const one of numbered) await insertNumber(t, tx, one, lenient);
      for (const one of blobs) await insertBlob(t, tx, one);
      for (const { name, head, digest } of scopes) {
        const cell = cellIn(t.scopes, name);
        await lock(cell, tx);
        write(cell, { name, head, digest, revision: see(cell, tx)?.revision ?? 0 });
      }
      return rows.map((row) => ({ ...row, claims: claimed }));
    },
  ],
  // ---- withholding
  [
    "update entry set withheld = true where id in",
    async (t, tx, [ids]) => {
      await changeEntries(t, tx, json(ids), (row) => ({ ...row, withheld: true }));
      return [];
    },
  ],
  [
    "delete from blob_ref where entry_id in (select json_array_elements_text",
    async (t, tx, [ids]) => {
      const gone = new Set(json<readonly string[]>(ids));
      await dropBlobs(t, tx, (id) => gone.has(id));
      return [];
    },
  ],
  [
    "with touched as",
    async (t, tx, [ids]) => {
      const gone = new Set(json<readonly string[]>(ids));
      for (const name of [...t.numbers.keys()].sort()) {
        if (![...numbersAfter(t, tx, name, 0)].some(({ entry_id }) => gone.has(entry_id))) continue;
        const cell = cellIn(t.scopes, name);
        await lock(cell, tx);
        const row = see(cell, tx);
        if (row) write(cell, { ...row, revision: row.revision + 1 });
      }
      return [];
    },
  ],
  [
    "select id, subject, by, member, org, office, withheld, payload from entry",
    (t, tx, params) => about(t, tx, params),
  ],
  ["select id, type, withheld, payload from entry", (t, tx, params) => about(t, tx, params)],
];
