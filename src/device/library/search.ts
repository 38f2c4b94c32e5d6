import type { DocumentId } from "../../domain/ids";
import type { Core } from "../core";
import type { Finding, FoundDocument, FoundDocuments } from "../device";
import { loadTidyIndex } from "../lazy";
import { askedTables, type FoundId, type Question } from "../search/question";
import { wantedHashes } from "../store/wanted";
import { createWatch } from "../store/watch";
import { openFinder } from "./finder-beside";
import { toDocumentRow } from "./to-row";

/** Asked for beyond what is shown, since some hits may have left the phone since they were indexed. */
const spare = 5;

/** The page's side of searching: questions go to the finder, rows are read here. */
export const createFinding = async (core: Core): Promise<Finding> => {
  const { store, deps, ready, state } = core;
  const { mirror } = store;
  await ready;
  const { finder, close } = await openFinder(store);
  state.subscribe(({ phase }) => (phase === "wiped" || phase === "broken") && close());
  void finder.prepare().catch(() => undefined);

  let mending = false;
  /** Damaged pieces are thrown away and built anew from the texts, which are whole. */
  const mend = async (damaged: readonly number[]) => {
    if (mending) return;
    mending = true;
    state.setState({ index: "rebuilding" });
    try {
      await (await loadTidyIndex()).rebuildSegments(mirror, damaged);
      state.setState({ index: "rebuilt" });
    } catch {
      // No room, or the store is closing: the next question comes upon the damage again.
    }
    mending = false;
  };

  const toRows = async (found: readonly FoundId[], limit: number): Promise<readonly FoundDocument[]> => {
    const [records, missing] = await Promise.all([
      mirror.documents.bulkGet(found.map(({ id }) => id)),
      wantedHashes(mirror),
    ]);
    const self = core.self()?.member;
    return found
      .flatMap(({ by, near }, i): FoundDocument[] => {
        const record = records[i];
        const row = record && toDocumentRow(record, self, missing);
        return row ? [{ row, near, ...(by && { by }) }] : [];
      })
      .slice(0, limit);
  };

  const find = async (question: Question, limit: number): Promise<FoundDocuments> => {
    const from = performance.now();
    try {
      const { found, total, damaged } = await finder.find(question, limit + spare);
      // What the bench reads: from the question to what answers it, and to the rows of that.
      performance.measure("answer", { start: from });
      if (damaged.length > 0) void mend(damaged);
      const papers = await toRows(found, limit);
      performance.measure("find", { start: from });
      return { papers, total: found.length <= limit ? papers.length : total };
    } catch {
      return { papers: [], total: 0, failed: true };
    }
  };

  const watch = <T>(query: () => Promise<T>) =>
    createWatch({
      store,
      timer: deps.timer,
      ready: Promise.resolve(),
      tables: askedTables,
      query,
      pulling: () => state.getState().sync.running,
    });

  return {
    find: (question, limit) => watch(() => find(question, limit)),
    findOnce: find,
    facets: (question) => watch(() => finder.facets(question)),
    passages: (words: string, ids: readonly DocumentId[]) => finder.passages(words, ids),
  };
};
