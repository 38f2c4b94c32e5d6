import { see } from "./rows";
import type { NamedStatement } from "./statements";
import { early, earlyRows, entryOf, hasBlob, json, numbersAfter, type Row, standsIn } from "./table-access";

/** Statements that answer a phone. */
export const reading: readonly NamedStatement[] = [
  // ---- reading
  [
    "select s.name, c.n, s.head, s.revision, e.digest from json_to_recordset",
    (t, tx, [points]) =>
      json<readonly { readonly name: string; readonly n: number }[]>(points).flatMap(({ name, n }) => {
        const scope = see(t.scopes.get(name), tx);
        if (!scope) return [];
        const at = see(t.numbers.get(name)?.[n - 1], tx);
        return [{ name, n, head: scope.head, revision: scope.revision, digest: at?.digest ?? null }];
      }),
  ],
  [
    "select distinct hash from blob_ref where hash in",
    (t, tx, [hashes, scopes]) => {
      const within = new Set(json<readonly string[]>(scopes));
      return json<readonly string[]>(hashes).flatMap((hash) =>
        hasBlob(t, tx, hash, within) ? [{ hash }] : [],
      );
    },
  ],
  [
    "select s.head, p.digest as start, e.n, e.digest, i.id, i.signature, i.withheld, i.payload from scope s",
    (t, tx, [before, after, limit, name]) => {
      const scope = see(t.scopes.get(String(name)), tx);
      if (!scope) return [];
      const start = see(t.numbers.get(scope.name)?.[Number(before) - 1], tx)?.digest ?? null;
      const rows: Row[] = [];
      for (const row of numbersAfter(t, tx, scope.name, Number(after))) {
        if (rows.length >= Number(limit)) break;
        const entry = entryOf(t, tx, row.entry_id);
        if (entry) rows.push({ ...early(row, entry), head: scope.head, start });
      }
      return rows.length > 0 ? rows : [{ head: scope.head, start, n: null, id: null }];
    },
  ],
  [
    "select s.n, s.digest, e.id, e.signature, e.withheld, e.payload from scope_entry s join entry e on e.id = s.entry_id where s.scope = $1 and s.n > $2 and e.type in",
    (t, tx, [scope, from, types]) => {
      const wanted = new Set(json<readonly string[]>(types));
      return earlyRows(t, tx, scope, from, ({ type }) => wanted.has(type));
    },
  ],
  [
    "select s.n, s.digest, e.id, e.signature, e.withheld, e.payload, e.urgency, e.at from scope_entry s",
    (t, tx, params) => {
      const [scope, from, type] = params;
      const limit = Number(params.at(-1));
      // The narrower of the two takes the urgent alone.
      const urgent = limit > 40;
      return earlyRows(
        t,
        tx,
        scope,
        from,
        (entry) => entry.type === type && !entry.withheld && (!urgent || entry.urgency > 0),
      )
        .reverse()
        .slice(0, limit);
    },
  ],
  [
    "select s.n, e.id, e.signature from scope_entry s",
    (t, tx, [scope, from, to]) =>
      earlyRows(t, tx, scope, from, () => true).filter(({ n }) => Number(n) <= Number(to)),
  ],
  [
    "select signature, payload from entry e where id in",
    (t, tx, [ids, scopes]) => {
      const within = new Set(json<readonly string[]>(scopes));
      return json<readonly string[]>(ids)
        .flatMap((id) => entryOf(t, tx, id) ?? [])
        .filter(({ id, withheld }) => !withheld && standsIn(t, id, within))
        .sort((a, b) => a.seq - b.seq)
        .map(({ signature, payload }) => ({ signature, payload }));
    },
  ],
  [
    "select e.payload from scope_entry s join entry e on e.id = s.entry_id",
    (t, tx, [scope, from, to]) =>
      earlyRows(t, tx, scope, from, () => true).filter(({ n }) => Number(n) <= Number(to)),
  ],
  [
    "select signature, payload from entry where type = 'device.revoked'",
    (t, tx, [key]) =>
      (t.bySubject.get(String(key)) ?? [])
        .flatMap((cell) => see(cell, tx) ?? [])
        .filter(({ type, withheld }) => type === "device.revoked" && !withheld)
        .sort((a, b) => a.seq - b.seq)
        .slice(0, 1)
        .map(({ signature, payload }) => ({ signature, payload })),
  ],
  [
    "insert into device_cursor",
    (t, _tx, [rows]) => {
      for (const row of json<readonly { readonly key: string; readonly scope: string }[]>(rows))
        t.cursors.set(`${row.key} ${row.scope}`, row);
      return [];
    },
  ],
];
