import { type Aggregate, aggregateOf } from "../../domain/entry";
import type { Admitted } from "../../protocol/admit";
import type { Database } from "../store/database";
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

/** Reduces entries of aggregates into their records. Inside a transaction over `views` and `files`. */
export const storeRecords = async (db: Database, admitted: readonly Reducible[]): Promise<void> => {
  const about = new Map<string, { readonly key: [Aggregate, string]; readonly more: Reducible[] }>();
  for (const one of admitted) {
    const kind = aggregateOf(one.definition);
    if (!kind) continue;
    const { subject } = one.entry;
    // A page that is here already, because it was photographed here, stays as it is.
    for (const { hash, bytes } of one.definition.files?.(one.entry.body) ?? [])
      await db.files.put({
        ...((await db.files.get(hash)) ?? { hash, bytes, media: "", done: 0, whole: 0, usedAt: 0 }),
        about: subject,
      });
    const name = `${kind} ${subject}`;
    const known = about.get(name);
    if (known) known.more.push(one);
    else about.set(name, { key: [kind, subject], more: [one] });
  }
  if (about.size === 0) return;
  const all = [...about.values()];
  const before = await db.views.bulkGet(all.map(({ key }) => key));
  await db.views.bulkPut(all.map(({ key: [kind, id], more }, i) => withEntries(before[i], id, kind, more)));
};
