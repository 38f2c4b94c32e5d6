import type { Directory } from "../../domain/directory";
import type { Author } from "../../domain/entry";
import type { DocumentId, MemberId, OrgId } from "../../domain/ids";
import { cellScope, committeeScope, type Scope } from "../../domain/scope";
import type { Db } from "../db/database";
import type { Coverage } from "./coverage";
import {
  type CursorRow,
  cursorRows,
  type PaperRow,
  paperRows,
  type ReceiptRow,
  type RosterRow,
  receiptRows,
} from "./coverage-sql";

export const createCoverage = (db: Db): Coverage => ({
  report: async (directory, viewer) => {
    const roster = rosterFor(directory, viewer);
    const papers = byDocument(await paperRows(db));
    const count = await counter(db, directory, roster, [...papers.values()].flat());
    const documents = [...papers].map(([document, rows]) => ({ document, ...sum(count(rows)) }));
    return { documents: viewer.office ? documents : documents.filter(({ members }) => members > 0) };
  },

  document: async (document, directory, viewer) => {
    const rows = await paperRows(db, document);
    const count = await counter(db, directory, rosterFor(directory, viewer), rows, document);
    const cells = count(rows).map(({ missing, ...cell }) => ({
      ...cell,
      ...(viewer.secretary && viewer.org === cell.org && { missing }),
    }));
    return rows.length && (viewer.office || cells.length) ? { document, cells } : undefined;
  },
});

interface CellCount {
  readonly org: OrgId;
  readonly members: number;
  readonly onPhone: number;
  readonly read: number;
  readonly acknowledged: number;
  readonly missing: MemberId[];
}

/** Members whom the viewer may count: everyone for the office, his own cell for a secretary. */
const rosterFor = (directory: Directory, viewer: Author): RosterRow[] =>
  [...directory.members.values()]
    .filter((member) => !member.left && (viewer.office || member.org === viewer.org))
    .map(({ id, org }) => ({ member: id, org, committee: directory.roles.has(id) }));

const byDocument = <Row extends { readonly document: DocumentId }>(rows: readonly Row[]) => {
  const papers = new Map<DocumentId, Row[]>();
  for (const row of rows) {
    const known = papers.get(row.document);
    if (known) known.push(row);
    else papers.set(row.document, [row]);
  }
  return papers;
};

/** Fetches what all these papers need, and counts any one of them cell by cell. */
const counter = async (
  db: Db,
  directory: Directory,
  roster: readonly RosterRow[],
  papers: readonly PaperRow[],
  document?: DocumentId,
) => {
  const scopes = [...new Set(papers.map(({ scope }) => scope))];
  const held = heldByMember(directory, await cursorRows(db, scopes));
  const receipts = byDocument(await receiptRows(db, roster, document));
  return (rows: readonly PaperRow[]): CellCount[] => countCells(rows, roster, held, receipts);
};

type Held = ReadonlyMap<Scope, ReadonlyMap<MemberId, number>>;

/** Per scope, how far the best of each member's phones is. A revoked phone has wiped itself, or will. */
const heldByMember = (directory: Directory, cursors: readonly CursorRow[]): Held => {
  const held = new Map<Scope, Map<MemberId, number>>();
  for (const { key, scope, full } of cursors) {
    const member = directory.keys.get(key)?.member;
    if (!member || directory.revoked.has(key)) continue;
    const members = held.get(scope) ?? new Map<MemberId, number>();
    members.set(member, Math.max(full, members.get(member) ?? 0));
    held.set(scope, members);
  }
  return held;
};

const countCells = (
  rows: readonly PaperRow[],
  roster: readonly RosterRow[],
  held: Held,
  receipts: ReadonlyMap<DocumentId, readonly ReceiptRow[]>,
): CellCount[] => {
  const numbers = new Map(rows.map(({ scope, n }) => [scope, n]));
  const reaches = (org: OrgId, committee: boolean): Scope[] =>
    (["commune", cellScope(org), ...(committee ? [committeeScope(org)] : [])] as Scope[]).filter((scope) =>
      numbers.has(scope),
    );
  const cells = new Map<OrgId, { -readonly [K in keyof CellCount]: CellCount[K] }>();
  for (const { member, org, committee } of roster) {
    const scopes = reaches(org, committee);
    if (scopes.length === 0) continue;
    const cell = cells.get(org) ?? { org, members: 0, onPhone: 0, read: 0, acknowledged: 0, missing: [] };
    cells.set(org, cell);
    cell.members += 1;
    const has = scopes.some((scope) => (held.get(scope)?.get(member) ?? 0) >= (numbers.get(scope) ?? 0));
    if (has) cell.onPhone += 1;
    else cell.missing.push(member);
  }
  for (const { org, committee, read, acknowledged } of receipts.get(rows[0]?.document as DocumentId) ?? []) {
    const cell = cells.get(org);
    if (!cell || reaches(org, committee).length === 0) continue;
    cell.read += read;
    cell.acknowledged += acknowledged;
  }
  return [...cells.values()];
};

const sum = (cells: readonly CellCount[]) =>
  cells.reduce(
    (total, { members, onPhone, read, acknowledged }) => ({
      members: total.members + members,
      onPhone: total.onPhone + onPhone,
      read: total.read + read,
      acknowledged: total.acknowledged + acknowledged,
    }),
    { members: 0, onPhone: 0, read: 0, acknowledged: 0 },
  );
