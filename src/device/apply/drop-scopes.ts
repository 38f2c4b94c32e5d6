import { definitionOf } from "../../domain/every-definition";
import type { DocumentId, EntryId } from "../../domain/ids";
import type { Scope } from "../../domain/scope";
import type { Database } from "../store/database";
import { findEntries, getEntries, removeEntries } from "../store/entries";
import { numberedIds, numberRows } from "../store/numbers";
import type { EntryRow } from "../store/rows";
import { changeWanted } from "../store/wanted";
import type { Applier } from "./apply-page";
import { rebuildDirectory, rebuildViews } from "./rebuild";
import { entryTables, removeBlobs } from "./store-entries";

/**
 * Takes scopes off this phone: every entry that stands in no scope left, with its views, texts and files. What says
 * who this phone is stays (its own enrolment was written in the cell it left), and so does everything unsent, which
 * the outbox holds by itself.
 */
export const dropScopes = (applier: Applier, dropped: readonly Scope[]): Promise<void> =>
  applier.keeper.exclusive(async () => {
    const { db, keeper, self } = applier;
    const context = { self, now: applier.heard() };
    await db.transaction("rw", [...entryTables(db), db.numbers, db.scopes, db.quarantine], async () => {
      await db.scopes.bulkDelete([...dropped]);
      const left = new Set<Scope>(await db.scopes.toCollection().primaryKeys());
      const own = await ownSubjects(db);
      // By their scopes too: an entry has no number before its page has come, nor when a restored server lost it.
      const rows = new Map<EntryId, EntryRow>(
        (
          await findEntries(db, ({ scopes }) => scopes?.some((scope) => dropped.includes(scope)) ?? false)
        ).map((row) => [row.id, row]),
      );
      for (const scope of dropped) {
        const ids = await numberedIds(db, scope);
        await numberRows(db, scope).delete();
        for (const [id, row] of await getEntries(db, ids)) rows.set(id, row);
        await dropQuarantined(db, ids, left);
      }
      const leaving = [...rows.values()].filter(
        (row) => !row.scopes?.some((scope) => left.has(scope)) && !own.has(row.subject ?? ""),
      );
      await removeEntries(
        db,
        leaving.map(({ id }) => id),
      );

      const documents = leaving
        .filter((row) => definitionOf(row.type ?? "")?.view === "document")
        .map((row) => row.subject as DocumentId);
      const before = await db.documents.bulkGet([...new Set(documents)]);
      const directoryChanged = await rebuildViews(db, leaving, context);
      await removeBlobs(
        db,
        before.flatMap((record) => (record?.text ? [record.text] : [])),
        before.flatMap((record) => (record?.file ? [record.file] : [])),
      );
      await dropPlaces(db, new Set(dropped));
      if (directoryChanged) {
        keeper.replace(await rebuildDirectory(db));
        await keeper.save(db);
      }
    });
  });

const ownSubjects = async (db: Database): Promise<ReadonlySet<string>> => {
  const self = (await db.meta.get("self"))?.value as
    | { readonly key: string; readonly member: string }
    | undefined;
  return new Set(self ? [self.key, self.member] : []);
};

const dropQuarantined = async (db: Database, ids: readonly EntryId[], left: ReadonlySet<Scope>) => {
  const rows = (await db.quarantine.bulkGet([...ids])).filter((row) => row !== undefined);
  for (const row of rows) {
    const places = row.places.filter(({ scope }) => left.has(scope));
    if (places.length === 0) await db.quarantine.delete(row.id);
    else await db.quarantine.put({ ...row, places });
  }
};

const dropPlaces = (db: Database, dropped: ReadonlySet<Scope>) =>
  changeWanted(db, (text) =>
    text.places.some(({ scope }) => dropped.has(scope))
      ? { ...text, places: text.places.filter(({ scope }) => !dropped.has(scope)) }
      : text,
  );
