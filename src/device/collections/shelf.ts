import type { DocumentId } from "../../domain/ids";
import type { Core } from "../core";
import { toDocumentRow } from "../library/to-row";
import { getMany } from "../store/get-many";
import type { ShelfRow } from "../store/rows";
import { wantedHashes } from "../store/wanted";
import type { SavedPaper } from "./collections";

/** So long may a name be that a reader gives; more would not fit a row. */
const longestLabel = 40;

/** The names as they are kept: no two alike, none empty. */
const tidyLabels = (labels: readonly string[]): readonly string[] => [
  ...new Set(
    labels.map((label) => label.trim().replace(/\s+/g, " ").slice(0, longestLabel)).filter((label) => label),
  ),
];

/**
 * What the reader put aside for himself: on this phone alone, in no entry, never sent. Written through the strict
 * connection, like everything that a person does.
 */
export const createShelf = ({ store, clock, self }: Core) => {
  const { mirror, work } = store;

  const change = (id: DocumentId, next: (before: ShelfRow | undefined) => ShelfRow | undefined) =>
    work.transaction("rw", [work.shelf], async () => {
      const before = await work.shelf.get(id);
      const after = next(before);
      if (after) await work.shelf.put(after);
      else await work.shelf.delete(id);
      return before;
    });

  return {
    has: async (id: DocumentId): Promise<boolean> => (await mirror.shelf.get(id)) !== undefined,
    /** With their papers; one that left the phone is not shown, and is there again if its paper comes back. */
    papers: async (): Promise<readonly SavedPaper[]> => {
      const rows = (await mirror.shelf.toArray()).sort((a, b) => b.savedAt - a.savedAt);
      const ids = rows.map(({ id }) => id);
      const [records, wanted] = await Promise.all([getMany(mirror.documents, ids), wantedHashes(mirror)]);
      return rows.flatMap(({ id, labels }) => {
        const record = records.get(id);
        const row = record && toDocumentRow(record, self()?.member, wanted);
        return row ? [{ row, labels }] : [];
      });
    },
    save: async (id: DocumentId): Promise<void> => {
      await change(id, (before) => before ?? { id, savedAt: clock.now(), labels: [] });
    },
    unsave: async (id: DocumentId) => {
      const before = await change(id, () => undefined);
      return async () => {
        if (before) await change(id, (now) => now ?? before);
      };
    },
    /** Naming a paper saves it. */
    label: async (id: DocumentId, labels: readonly string[]): Promise<void> => {
      await change(id, (before) => ({
        id,
        savedAt: before?.savedAt ?? clock.now(),
        labels: tidyLabels(labels),
      }));
    },
  };
};
