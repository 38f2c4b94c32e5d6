import type { TaskView } from "../../domain/task";
import type { FinderSource } from "../search/create-finder";
import type { DocumentRecord, RecordRow, SegmentRow, TextPack, WantedRow } from "./rows";

/*
 * Reads the phone's database without Dexie: a worker would load its 29 kB once more. It only reads, of whatever version is
 * there, and never stands in the way of an upgrade or of a wipe.
 */

const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const openThere = (name: string): Promise<IDBDatabase> => {
  const request = indexedDB.open(name);
  // Nothing there: a database made here would be taken for the phone's own.
  request.onupgradeneeded = () => request.transaction?.abort();
  return answer(request);
};

export const createPlainReader = (name: string): FinderSource => {
  let opening: Promise<IDBDatabase> | undefined;
  const open = () => {
    opening ??= openThere(name).then(
      (db) => {
        const gone = () => {
          opening = undefined;
        };
        db.onversionchange = () => {
          gone();
          db.close();
        };
        db.onclose = gone;
        return db;
      },
      (error) => {
        opening = undefined;
        throw error;
      },
    );
    return opening;
  };
  const read = async <T>(table: string, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    try {
      return await answer(ask((await open()).transaction(table).objectStore(table)));
    } catch {
      // A connection dies while the app sleeps; a new one is asked once.
      (await opening?.catch(() => undefined))?.close();
      opening = undefined;
      return answer(ask((await open()).transaction(table).objectStore(table)));
    }
  };

  return {
    segmentIds: async () => (await read("searchSegments", (store) => store.getAllKeys())) as number[],
    segment: async (id) =>
      (await read("searchSegments", (store) => store.get(id) as IDBRequest<SegmentRow | undefined>))?.bytes,
    missing: async () =>
      (await read("wanted", (store) => store.getAll() as IDBRequest<WantedRow[]>)).flatMap(({ texts }) =>
        texts.map(({ hash }) => hash),
      ),
    documents: () => read("documents", (store) => store.getAll() as IDBRequest<DocumentRecord[]>),
    document: (id) => read("documents", (store) => store.get(id) as IDBRequest<DocumentRecord | undefined>),
    tasks: async () =>
      (await read("views", (store) => store.index("kind").getAll("task") as IDBRequest<RecordRow[]>)).map(
        ({ view }) => view as TaskView,
      ),
    text: async (hash) => {
      const pack = await read(
        "texts",
        (store) => store.index("hashes").get(hash) as IDBRequest<TextPack | undefined>,
      );
      const i = pack?.hashes.indexOf(hash) ?? -1;
      return i < 0 ? undefined : pack?.data.slice(pack.ends[i - 1] ?? 0, pack.ends[i]);
    },
  };
};
