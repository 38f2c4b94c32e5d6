import { type Aggregate, aggregateOf } from "../../domain/entry";
import type { Admitted } from "../../protocol/admit";
import type { Database } from "../store/database";
import { getMany } from "../store/get-many";
import type { RecordRow } from "../store/rows";

/** What reducing needs of an entry that was let in. */
export type Reducible = Pick<Admitted, "entry" | "definition" | "author">;

/** The record with these entries added to it; begins one where there is none. */
export const withEntries = (
  known: RecordRow | undefined,
  id: string,
  kind: Aggregate,
  more: readonly Reducible[],
): RecordRow => ({
  id,
  kind,
  entries: [...(known?.entries ?? []), ...more.map(({ entry }) => entry.id)],
  view: more.reduce(
    (view, { definition, entry, author }) => definition.reduce(view, entry, author),
    known?.view ?? more[0]?.definition.empty,
  ),
});

/** Reduces entries of aggregates into their records. Inside a transaction over `records`. */
export const storeRecords = async (db: Database, admitted: readonly Reducible[]): Promise<void> => {
  const about = new Map<string, { readonly kind: Aggregate; readonly more: Reducible[] }>();
  for (const one of admitted) {
    const kind = aggregateOf(one.definition);
    if (!kind) continue;
    const known = about.get(one.entry.subject);
    if (known) known.more.push(one);
    else about.set(one.entry.subject, { kind, more: [one] });
  }
  if (about.size === 0) return;
  const before = await getMany(db.records, [...about.keys()]);
  await db.records.bulkPut(
    [...about].map(([id, { kind, more }]) => withEntries(before.get(id), id, kind, more)),
  );
};
