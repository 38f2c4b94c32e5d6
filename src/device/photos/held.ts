import { aggregateOf, type BlobRef, type Entry } from "../../domain/entry";
import { definitionOf } from "../../domain/every-definition";
import type { Hash } from "../../domain/ids";
import type { Core } from "../core";
import type { Database } from "../store/database";
import { getMeta } from "../store/meta";
import { outboxRows, underWay } from "../store/outbox";
import type { OutboxRow } from "../store/rows";

/*
 * An entry that names photographed pages is held in the outbox until the server has them all, so that nobody ever reads of
 * a page that is nowhere. What fails holds that entry back and no other.
 */

/** The pages that an entry of the outbox names. */
export const pagesOf = ({ payload }: Pick<OutboxRow, "payload">): readonly BlobRef[] => {
  const { type, body } = JSON.parse(payload) as Entry;
  const definition = definitionOf(type);
  return definition && aggregateOf(definition) ? (definition.files?.(body) ?? []) : [];
};

/** Files that are nowhere but here, as far as this phone knows: of unsent entries and of papers being photographed. */
export const unsentFiles = async (db: Database): Promise<ReadonlySet<Hash>> => {
  const rows = await outboxRows(db, [...underWay, "refused"]);
  const drafts = (await getMeta(db, "photoDrafts")) ?? [];
  return new Set([...rows.flatMap(pagesOf), ...drafts.flatMap(({ pages }) => pages)].map(({ hash }) => hash));
};

/** The server lacks pages that are here: they are sent again. False where that would not help. */
export const holdAgain = async ({ store: { work } }: Core, row: OutboxRow): Promise<boolean> => {
  const hashes = pagesOf(row).map(({ hash }) => hash);
  if (hashes.length === 0) return false;
  return work.transaction("rw", [work.outbox, work.files], async () => {
    const files = await work.files.bulkGet(hashes);
    if (!files.every((file) => file?.whole)) return false;
    await work.files.where("hash").anyOf(hashes).modify({ sent: false });
    await work.outbox.put({ ...row, state: "held" });
    return true;
  });
};
