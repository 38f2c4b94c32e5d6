declare global {
  /** Set by `public/early.js`: the database as it stood when the page began, undefined where there was none. */
  var earlyDatabase: Promise<IDBDatabase | undefined> | undefined;
}

type Handler<E extends Event> = ((event: E) => void) | null;

/** As much of a request to open as Dexie uses. No class: its fields would bring helpers onto the first path. */
interface Opening {
  result?: IDBDatabase;
  transaction?: IDBTransaction | null;
  onsuccess?: Handler<Event>;
  onerror?: Handler<Event>;
  onblocked?: Handler<IDBVersionChangeEvent>;
  onupgradeneeded?: Handler<IDBVersionChangeEvent>;
}

const succeed = (opening: Opening, database: IDBDatabase): void => {
  opening.result = database;
  opening.onsuccess?.(new Event("success"));
};

const follow = (opening: Opening, request: IDBOpenDBRequest): void => {
  request.onsuccess = () => succeed(opening, request.result);
  request.onerror = (event) => opening.onerror?.(event);
  request.onblocked = (event) => opening.onblocked?.(event);
  request.onupgradeneeded = (event) => {
    opening.result = request.result;
    opening.transaction = request.transaction;
    opening.onupgradeneeded?.(event);
  };
};

/**
 * An `indexedDB` whose first `open` takes over what `public/early.js` opened while the app was still being read, where
 * that is the right database in the right version; else it opens as always. A cold start waits for the opening longest.
 */
export const earlyFactory = (): Pick<IDBFactory, "open" | "deleteDatabase" | "databases" | "cmp"> => ({
  open: (name, version) => {
    const early = globalThis.earlyDatabase;
    globalThis.earlyDatabase = undefined;
    if (!early) return indexedDB.open(name, version);
    const opening: Opening = {};
    void early.then((database) => {
      if (database?.name === name && database.version === version) return succeed(opening, database);
      database?.close();
      follow(opening, indexedDB.open(name, version));
    });
    return opening as unknown as IDBOpenDBRequest;
  },
  deleteDatabase: (name) => indexedDB.deleteDatabase(name),
  databases: () => indexedDB.databases(),
  cmp: (a, b) => indexedDB.cmp(a, b),
});
