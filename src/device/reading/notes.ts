import type { DocumentId } from "../../domain/ids";
import { newLocalId } from "../../domain/ids";
import type { Core } from "../core";
import { toDocumentRow } from "../library/to-row";
import type { NoteRow } from "../store/rows";
import { wantedHashes } from "../store/wanted";
import { createWatch } from "../store/watch";
import type { Note, NotedPaper, Reading } from "./reading";

const inText = (a: NoteRow, b: NoteRow) => a.block - b.block || a.from - b.from || a.at - b.at;

/**
 * Bookmarks, highlights and private notes. They are rows of this phone, not entries: nothing of them is signed or sent,
 * and a sync, a rebuilt view or a freed text does not touch them. With their paper they go (`removeNotes`).
 */
export const createNotes = (core: Core): Pick<Reading, "notes" | "allNotes" | "keepNote" | "removeNote"> => {
  const { store, deps, ready } = core;
  const { mirror, work } = store;
  const watch = <T>(tables: readonly string[], query: () => Promise<T>) =>
    createWatch({ store, timer: deps.timer, ready, tables, query });

  const all = async (): Promise<readonly NotedPaper[]> => {
    const rows = await mirror.notes.toArray();
    const byPaper = new Map<DocumentId, NoteRow[]>();
    for (const row of rows) byPaper.set(row.document, [...(byPaper.get(row.document) ?? []), row]);
    const ids = [...byPaper.keys()];
    const [records, missing] = await Promise.all([mirror.documents.bulkGet(ids), wantedHashes(mirror)]);
    const latest = ({ notes }: NotedPaper) => Math.max(...notes.map(({ at }) => at));
    return records
      .flatMap((record): NotedPaper[] => {
        const paper = record && toDocumentRow(record, core.self()?.member, missing);
        return paper ? [{ paper, notes: (byPaper.get(paper.id) ?? []).sort(inText) }] : [];
      })
      .sort((a, b) => latest(b) - latest(a));
  };

  return {
    notes: (id) =>
      watch(
        ["notes"],
        async (): Promise<readonly Note[]> =>
          (await mirror.notes.where("document").equals(id).toArray()).sort(inText),
      ),
    allNotes: () => watch(["notes", "documents"], all),
    keepNote: async (draft) => {
      await ready;
      const note: Note = {
        ...draft,
        id: draft.id ?? newLocalId<DocumentId>(deps.random),
        at: draft.at ?? Math.round(core.clock.now()),
      };
      await work.notes.put(note);
      return note;
    },
    removeNote: async (id) => {
      await ready;
      await work.notes.delete(id);
    },
  };
};
