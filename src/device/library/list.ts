import { unreadPrefix } from "../apply/document-record";
import type { Core } from "../core";
import type { DocumentRow, LibraryQuery, Watch } from "../device";
import type { DocumentRecord } from "../store/rows";
import { wantedHashes } from "../store/wanted";
import { createWatch } from "../store/watch";
import { holdsWords } from "./holds-words";
import { createRecordCache } from "./record-cache";
import { toDocumentRow } from "./to-row";

export interface ListResult {
  readonly rows: readonly DocumentRow[];
  readonly total: number;
}

interface Found {
  readonly records: readonly DocumentRecord[];
  readonly total: number;
}

/** Below every sort key, and above: records without one have nothing to show. */
const prefixEnd = "\uffff";

/** The lists of the library. The first screen is one short range of the `sort` index, however many papers there are. */
export const createLists = (core: Core) => {
  const { store, deps, ready } = core;
  const { mirror } = store;
  /** All records in order, for filters and words. */
  const all = createRecordCache(store, () => mirror.documents.orderBy("sort").toArray());

  const plain = async ({ show, limit }: LibraryQuery): Promise<Found> => {
    const range =
      show === "unread"
        ? mirror.documents.where("sort").between(unreadPrefix, unreadPrefix + prefixEnd)
        : mirror.documents.where("sort").above("");
    const [records, total] = await Promise.all([range.clone().limit(limit).toArray(), range.count()]);
    return { records, total };
  };

  const toAcknowledge = async ({ limit }: LibraryQuery): Promise<Found> => {
    const records = await mirror.documents.where("due").above("").toArray();
    records.sort((a, b) => ((a.sort ?? "") < (b.sort ?? "") ? -1 : 1));
    return { records: records.slice(0, limit), total: records.length };
  };

  const filtered = async (query: LibraryQuery): Promise<Found> => {
    const holds = await holdsWords(query.words ?? "");
    const records = (await all()).filter(
      (record) =>
        (query.show === "all" ||
          (query.show === "unread" ? record.sort?.startsWith(unreadPrefix) : record.due !== undefined)) &&
        (!query.kind || record.view.issued?.kind === query.kind) &&
        (!query.from || (query.from === "cell") === (record.view.issued?.org !== undefined)) &&
        holds(record),
    );
    return { records: records.slice(0, query.limit), total: records.length };
  };

  const find = (query: LibraryQuery): Promise<Found> => {
    if (query.kind || query.from || query.words?.trim()) return filtered(query);
    return query.show === "to-acknowledge" ? toAcknowledge(query) : plain(query);
  };

  /** Records, texts on their way and whose phone it is are asked for together: a cold start waits for each. */
  const run = async (query: LibraryQuery): Promise<ListResult> => {
    const [{ records, total }, missing] = await Promise.all([find(query), wantedHashes(mirror), ready]);
    const self = core.self()?.member;
    return { rows: records.flatMap((record) => toDocumentRow(record, self, missing) ?? []), total };
  };

  const watch = <T>(tables: readonly string[], query: () => Promise<T>): Watch<T> =>
    createWatch({
      store,
      timer: deps.timer,
      // At once: reads wait for the database by themselves, and only whose phone it is for `ready`.
      ready: Promise.resolve(),
      tables,
      query,
      pulling: () => core.state.getState().sync.running,
    });

  return {
    list: (query: LibraryQuery) => watch(["documents", "wanted"], () => run(query)),
    counts: () =>
      watch(["documents"], async () => {
        const { documents } = mirror;
        const [total, unread, due] = await Promise.all([
          documents.where("sort").above("").count(),
          documents
            .where("sort")
            .between(unreadPrefix, unreadPrefix + prefixEnd)
            .count(),
          documents.where("due").above("").count(),
          ready,
        ]);
        return { all: total, unread, toAcknowledge: due };
      }),
  };
};
