import { sql } from "drizzle-orm";
import type { DocumentId, KeyId, MemberId, OrgId } from "../../domain/ids";
import type { Scope } from "../../domain/scope";
import { type Db, rowsOf } from "../db/database";

/** All the SQL of coverage. Numbers are cast to float8: of the two drivers one returns bigint as text. */

/** A paper that is still out, once for each scope it stands in, the newest paper first. */
export interface PaperRow {
  readonly document: DocumentId;
  readonly scope: Scope;
  readonly n: number;
}

export const paperRows = (db: Db, document?: DocumentId): Promise<readonly PaperRow[]> =>
  rowsOf(
    db,
    sql`select entry.subject as document, scope_entry.scope, scope_entry.n::float8 as n
      from entry join scope_entry on scope_entry.entry_id = entry.id
      where entry.type = 'document.issued' and not entry.withheld
        ${document ? sql`and entry.subject = ${document}` : sql``}
      order by entry.seq desc`,
  );

/** How far each device confirmed that it holds a scope with its texts. */
export interface CursorRow {
  readonly key: KeyId;
  readonly scope: Scope;
  readonly full: number;
}

export const cursorRows = (db: Db, scopes: readonly Scope[]): Promise<readonly CursorRow[]> =>
  rowsOf(
    db,
    sql`select key, scope, "full"::float8 as full from device_cursor
      where scope in (select value from json_array_elements_text(${JSON.stringify(scopes)}::text::json))`,
  );

/** Receipts of one paper in one cell, counted by member: of its committee and of the others apart. */
export interface ReceiptRow {
  readonly document: DocumentId;
  readonly org: OrgId;
  readonly committee: boolean;
  readonly read: number;
  readonly acknowledged: number;
}

export interface RosterRow {
  readonly member: MemberId;
  readonly org: OrgId;
  readonly committee: boolean;
}

export const receiptRows = (
  db: Db,
  roster: readonly RosterRow[],
  document?: DocumentId,
): Promise<readonly ReceiptRow[]> =>
  rowsOf(
    db,
    sql`select entry.subject as document, roster.org, roster.committee,
        count(distinct entry.member)::float8 as read,
        count(distinct entry.member) filter (where entry.type = 'document.acknowledged')::float8 as acknowledged
      from entry
      join json_to_recordset(${JSON.stringify(roster)}::text::json)
        as roster(member text, org text, committee boolean) on roster.member = entry.member
      where entry.type in ('document.read', 'document.acknowledged')
        ${document ? sql`and entry.subject = ${document}` : sql``}
      group by entry.subject, roster.org, roster.committee`,
  );
