import { inArray, sql } from "drizzle-orm";
import { documentIssued } from "../../domain/document";
import { definitions } from "../../domain/every-definition";
import type { EntryId, Hash } from "../../domain/ids";
import type { Scope } from "../../domain/scope";
import { emptyDigest } from "../../protocol/digest";
import { pageBytes, pageEntries } from "../../protocol/limits";
import type { SignedEntry } from "../../protocol/signed-entry";
import { type Db, rowsOf } from "../db/database";
import { blobRef } from "../db/schema";
import { batched } from "./batched";
import type { EarlyEntries, Log, NumberedEntry, Standing } from "./log";

/** How many papers a long pull shows before everything else, and at most how many urgent ones. */
const newestHeads = 40;
const urgentHeads = 200;
const idsAtOnce = 2000;

type Reading = Pick<
  Log,
  "heads" | "page" | "digestAt" | "standing" | "early" | "ids" | "entries" | "mayRead" | "readable" | "named"
>;

interface Row {
  readonly n: number | string;
  readonly id: string;
  readonly signature: string;
  readonly withheld: boolean;
  readonly payload: string;
  readonly digest: string;
}

const list = (values: readonly string[]) =>
  sql`(select json_array_elements_text(${JSON.stringify(values)}::text::json))`;

const numbered = (row: Row): NumberedEntry => ({
  n: Number(row.n),
  id: row.id as EntryId,
  signature: row.signature,
  ...(!row.withheld && { payload: row.payload }),
});

const directoryTypes = definitions.filter(({ view }) => view === "directory").map(({ type }) => type);

/** Everything that only reads. */
export const readLog = (db: Db): Reading => {
  const standings = batched(async (questions: readonly ReadonlyMap<Scope, number>[]) => {
    const points = new Map<string, { name: string; n: number }>();
    for (const cursors of questions) for (const [name, n] of cursors) points.set(`${name} ${n}`, { name, n });
    const rows = await rowsOf<{
      name: string;
      n: number | string;
      head: number | string;
      revision: number;
      digest: string | null;
    }>(
      db,
      sql`select s.name, c.n, s.head, s.revision, e.digest
          from json_to_recordset(${JSON.stringify([...points.values()])}::text::json) as c(name text, n bigint)
          join scope s on s.name = c.name
          left join scope_entry e on e.scope = c.name and e.n = c.n`,
    );
    const found = new Map(
      rows.map(({ name, n, head, revision, digest }): [string, Standing] => [
        `${name} ${n}`,
        {
          head: Number(head),
          revision,
          ...(Number(n) === 0 ? { digest: emptyDigest } : digest !== null && { digest }),
        },
      ]),
    );
    return questions.map(
      (cursors): ReadonlyMap<Scope, Standing> =>
        new Map(
          [...cursors].flatMap(([scope, n]) => {
            const one = found.get(`${scope} ${n}`);
            return one ? [[scope, one] as const] : [];
          }),
        ),
    );
  });
  const standing = async (cursors: ReadonlyMap<Scope, number>) =>
    cursors.size ? standings(cursors) : new Map<Scope, Standing>();

  const readable = async (hashes: readonly Hash[], scopes: readonly Scope[]): Promise<ReadonlySet<Hash>> => {
    if (hashes.length === 0 || scopes.length === 0) return new Set();
    const rows = await rowsOf<{ hash: Hash }>(
      db,
      sql`select distinct hash from blob_ref where hash in ${list(hashes)} and scope in ${list(scopes)}`,
    );
    return new Set(rows.map(({ hash }) => hash));
  };

  return {
    standing,
    readable,
    heads: async (scopes) => {
      const found = await standing(new Map(scopes.map((scope) => [scope, 0])));
      return new Map(scopes.map((scope) => [scope, found.get(scope)?.head ?? 0]));
    },
    digestAt: async (scope, n) =>
      (await standing(new Map([[scope, n]]))).get(scope)?.digest ?? (n === 0 ? emptyDigest : undefined),
    page: async (scope, from) => {
      // One statement is one snapshot: the head cannot be older than the entries.
      const rows = await rowsOf<Partial<Row> & { head: number | string; start: string | null }>(
        db,
        sql`select s.head, p.digest as start, e.n, e.digest, i.id, i.signature, i.withheld, i.payload
            from scope s
            left join scope_entry p on p.scope = s.name and p.n = ${from}
            left join lateral (
              select n, entry_id, digest from scope_entry
              where scope = s.name and n > ${from} order by n limit ${pageEntries}) e on true
            left join entry i on i.id = e.entry_id
            where s.name = ${scope} order by e.n`,
      );
      const entries: NumberedEntry[] = [];
      let digest = rows[0]?.start ?? emptyDigest;
      let bytes = 0;
      for (const row of rows) {
        if (row.id === undefined || row.id === null) break;
        const one = numbered(row as Row);
        bytes += (one.payload?.length ?? 0) + 200;
        if (entries.length > 0 && bytes > pageBytes) break;
        entries.push(one);
        digest = (row as Row).digest;
      }
      return { scope, from, head: Number(rows[0]?.head ?? 0), entries, digest };
    },
    early: async (scope, from): Promise<EarlyEntries> => {
      const directory = await rowsOf<Row>(
        db,
        sql`select s.n, s.digest, e.id, e.signature, e.withheld, e.payload
            from scope_entry s join entry e on e.id = s.entry_id
            where s.scope = ${scope} and s.n > ${from} and e.type in ${list(directoryTypes)} order by s.n`,
      );
      const papers = (urgent: boolean, limit: number) =>
        rowsOf<Row & { urgency: number; at: number | string }>(
          db,
          sql`select s.n, s.digest, e.id, e.signature, e.withheld, e.payload, e.urgency, e.at
              from scope_entry s join entry e on e.id = s.entry_id
              where s.scope = ${scope} and s.n > ${from} and e.type = ${documentIssued.type}
                and not e.withheld ${urgent ? sql`and e.urgency > 0` : sql``}
              order by s.n desc limit ${limit}`,
        );
      const heads = new Map(
        [...(await papers(false, newestHeads)), ...(await papers(true, urgentHeads))].map((row) => [
          row.id,
          { ...numbered(row), urgency: row.urgency, at: Number(row.at) },
        ]),
      );
      return {
        directory: directory.map(numbered),
        heads: [...heads.values()].sort((a, b) => a.n - b.n),
      };
    },
    async *ids(scope) {
      for (let from = 0; ; from += idsAtOnce) {
        const rows = await rowsOf<Row>(
          db,
          sql`select s.n, e.id, e.signature from scope_entry s join entry e on e.id = s.entry_id
              where s.scope = ${scope} and s.n > ${from} and s.n <= ${from + idsAtOnce} order by s.n`,
        );
        if (rows.length === 0) return;
        for (const { n, id, signature } of rows) yield { n: Number(n), id: id as EntryId, signature };
      }
    },
    entries: async (ids, scopes): Promise<readonly SignedEntry[]> => {
      if (ids.length === 0 || scopes.length === 0) return [];
      const rows = await rowsOf<SignedEntry>(
        db,
        sql`select signature, payload from entry e
            where id in (select value::uuid from json_array_elements_text(${JSON.stringify(ids)}::text::json)) and not withheld and exists (
              select 1 from scope_entry s where s.entry_id = e.id and s.scope in ${list(scopes)})
            order by seq`,
      );
      return rows.map(({ signature, payload }) => ({ signature, payload }));
    },
    mayRead: async (hash, scopes) => (await readable([hash], scopes)).has(hash),
    named: async (hashes) => {
      const rows = await db
        .selectDistinct({ hash: blobRef.hash })
        .from(blobRef)
        .where(inArray(blobRef.hash, [...hashes]));
      return new Set(rows.map(({ hash }) => hash as Hash));
    },
  };
};
