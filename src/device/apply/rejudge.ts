import { authorOf, type Directory, keyCountsAt } from "../../domain/directory";
import type { Author, Entry } from "../../domain/entry";
import { definitionOf } from "../../domain/every-definition";
import type { EntryId } from "../../domain/ids";
import type { Refusal } from "../../domain/refusal";
import type { Database } from "../store/database";
import { removeEntries, replaceEntries } from "../store/entries";
import { getMeta, putMeta } from "../store/meta";
import { numberedIds } from "../store/numbers";
import { outboxRows, underWay } from "../store/outbox";
import type { EntryPack, EntryRow, Place, QuarantineRow } from "../store/rows";
import type { Applier } from "./apply-page";
import { rebuildDirectory, rebuildViews } from "./rebuild";
import { entryTables } from "./store-entries";

/*
 * An entry is judged by where its author stood when he signed. A fact about that may come after the entry: a role that
 * ended on an office desk without a line, a phone revoked from an earlier moment. What was let in before the fact came is
 * then judged again, or a phone that heard the two in the other order would show something else. Bunches of entries are
 * numbered as they came, so what is left to do is known after a kill as well. Rare, and not on the first path.
 */

/** Judges again what facts that came since the last time bear on. */
export const rejudge = (applier: Applier): Promise<void> =>
  applier.keeper.exclusive(async (directory) => {
    const { db, keeper } = applier;
    await db.transaction("rw", [...entryTables(db), db.outbox, db.quarantine, db.numbers], async () => {
      const judged = await getMeta(db, "judged");
      const fresh = await db.entries
        .where(":id")
        .above(judged?.pack ?? 0)
        .toArray();
      const facts = fresh.flatMap(factsIn);
      const unsent = await unsentIds(db);
      let waits = false;
      const pack = fresh.at(-1)?.pack ?? judged?.pack ?? 0;
      if (facts.length > 0) {
        const since = Math.min(...facts.map((fact) => fact.since));
        const before = await db.entries
          .where(":id")
          .belowOrEqual(facts.at(-1)?.pack ?? 0)
          .toArray();
        const changed = before.flatMap(({ rows }) =>
          rows.flatMap((row) => changeOf(row, since, directory) ?? []),
        );
        // What is still to be sent is for the server to refuse: it then stands in the open. If it does not, this comes again.
        const sent = changed.filter(({ row, refused }) => !refused || !unsent.has(row.id));
        waits = sent.length < changed.length;
        if (sent.length > 0 && (await change(applier, sent))) {
          keeper.replace(await rebuildDirectory(db));
          await keeper.save(db);
        }
      }
      const revision = (await getMeta(db, "revision")) ?? 0;
      await putMeta(db, "judged", waits ? { pack: judged?.pack ?? 0, revision: -1 } : { pack, revision });
    });
  });

const aboutMember = /^(?:member|role)\./;
/** Facts by which entries of others are judged. */
const isPlacing = (type: string): boolean => aboutMember.test(type) || type === "device.revoked";

const factsIn = ({ pack = 0, rows }: EntryPack): { readonly pack: number; readonly since: number }[] =>
  rows.flatMap(({ type = "", payload }) => {
    if (!isPlacing(type) || payload === undefined) return [];
    const { at, body } = JSON.parse(payload) as Entry<string, { readonly since?: number }>;
    return [{ pack, since: body.since ?? at }];
  });

interface Change {
  readonly row: EntryRow;
  /** As he is known to have stood, where the entry holds. */
  readonly author?: Author;
  readonly refused?: Refusal;
}

const changeOf = (row: EntryRow, since: number, directory: Directory): Change | undefined => {
  // Who introduces himself stands on his offer, not on his place.
  if (row.payload === undefined || !row.author || row.author.root) return undefined;
  const entry = JSON.parse(row.payload) as Entry;
  const definition = definitionOf(entry.type);
  if (entry.at < since || !definition || definition.introduces) return undefined;
  if (!keyCountsAt(directory, entry.by, entry.at)) return { row, refused: "revoked-key" };
  const author = authorOf(directory, entry.by, entry.at);
  // A key that left this phone's directory with its cell was known when the entry was let in.
  if (!author) return undefined;
  const same = JSON.stringify(author) === JSON.stringify(row.author);
  // A word of the office about a member hangs on where he stood, too.
  if (same && !aboutMember.test(entry.type)) return undefined;
  const refused = definition.mayWrite(author, entry, directory);
  if (refused) return { row, refused };
  return same ? undefined : { row, author };
};

const unsentIds = async (db: Database): Promise<ReadonlySet<EntryId>> =>
  new Set((await outboxRows(db, underWay)).map(({ id }) => id));

/** True where the directory is another one now. */
const change = async ({ db, self, heard }: Applier, changed: readonly Change[]): Promise<boolean> => {
  const staying = changed.filter(({ refused }) => !refused);
  const leaving = changed.filter(({ refused }) => refused);
  await replaceEntries(
    db,
    staying.map(({ row, author }) => ({ ...row, ...(author && { author }) })),
  );
  const aside: QuarantineRow[] = [];
  for (const { row, refused } of leaving)
    if (row.payload !== undefined && refused) {
      const { id, signature, payload } = row;
      aside.push({ id, signature, payload, code: refused, places: await placesOf(db, row), asked: true });
    }
  await removeEntries(
    db,
    leaving.map(({ row }) => row.id),
  );
  await db.quarantine.bulkPut(aside);
  const touched = [...leaving, ...staying].map(({ row }) => row);
  return rebuildViews(db, touched, { self, now: heard() });
};

const placesOf = async (db: Database, { id, scopes = [] }: EntryRow): Promise<readonly Place[]> => {
  const places: Place[] = [];
  for (const scope of scopes) {
    const n = (await numberedIds(db, scope)).indexOf(id as EntryId) + 1;
    if (n > 0) places.push({ scope, n });
  }
  return places;
};
