import { unreadPrefix } from "../apply/document-record";
import type { Core } from "../core";
import type { DocumentRow, LibraryQuery, Watch } from "../device";
import type { DocumentRecord } from "../store/rows";
import { wantedHashes } from "../store/wanted";
import { createWatch } from "../store/watch";
import { toDocumentRow } from "./to-row";

export interface ListResult {
  readonly rows: readonly DocumentRow[];
  readonly total: number;
  /** So many come before them. */
  readonly from: number;
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
  const plain = async ({ show, from = 0, limit }: LibraryQuery): Promise<Found> => {
    const end = (show === "unread" ? unreadPrefix : "") + prefixEnd;
    const range = mirror.documents.where("sort").between(show === "unread" ? unreadPrefix : "", end);
    // A range with an offset is gone through row by row, one from a key is read at once.
    const [first] = from > 0 ? await range.clone().offset(from).limit(1).keys() : [];
    const rows =
      first === undefined ? range.clone() : mirror.documents.where("sort").between(first, end, true, true);
    const [records, total] = await Promise.all([
      from > 0 && first === undefined ? [] : rows.limit(limit).toArray(),
      range.clone().count(),
    ]);
    return { records, total };
  };

  const toAcknowledge = async ({ from = 0, limit }: LibraryQuery): Promise<Found> => {
    const records = await mirror.documents.where("due").above("").toArray();
    records.sort((a, b) => ((a.sort ?? "") < (b.sort ?? "") ? -1 : 1));
    return { records: records.slice(from, from + limit), total: records.length };
  };

  const find = (query: LibraryQuery): Promise<Found> =>
    query.show === "to-acknowledge" ? toAcknowledge(query) : plain(query);

  /** Records, texts on their way and whose phone it is are asked for together: a cold start waits for each. */
  const run = async (query: LibraryQuery): Promise<ListResult> => {
    const [{ records, total }, missing] = await Promise.all([find(query), wantedHashes(mirror), ready]);
    const self = core.self()?.member;
    return {
      rows: records.flatMap((record) => toDocumentRow(record, self, missing) ?? []),
      total,
      from: query.from ?? 0,
    };
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
