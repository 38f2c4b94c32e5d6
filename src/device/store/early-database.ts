declare global {
  /** Set by `public/early.js`: the database as it stood when the page began, undefined where there was none. */
  var earlyDatabase: Promise<IDBDatabase | undefined> | undefined;
}

type Handler<E extends Event> = ((event: E) => void) | null;

/** As much of a request to open as Dexie uses. */
class Opening {
  result: IDBDatabase | undefined;
  transaction: IDBTransaction | null = null;
  onsuccess: Handler<Event> = null;
  onerror: Handler<Event> = null;
  onblocked: Handler<IDBVersionChangeEvent> = null;
  onupgradeneeded: Handler<IDBVersionChangeEvent> = null;

  succeed(database: IDBDatabase): void {
    this.result = database;
    this.onsuccess?.(new Event("success"));
  }

  follow(request: IDBOpenDBRequest): void {
    request.onsuccess = () => this.succeed(request.result);
    request.onerror = (event) => this.onerror?.(event);
    request.onblocked = (event) => this.onblocked?.(event);
    request.onupgradeneeded = (event) => {
      this.result = request.result;
      this.transaction = request.transaction;
      this.onupgradeneeded?.(event);
    };
  }
}

/**
 * An `indexedDB` whose first `open` takes over what `public/early.js` opened while the app was still being read, where
 * that is the right database in the right version; else it opens as always. A cold start waits for the opening longest.
 */
export const earlyFactory = (): Pick<IDBFactory, "open" | "deleteDatabase" | "databases" | "cmp"> => ({
  open: (name, version) => {
    const early = globalThis.earlyDatabase;
    globalThis.earlyDatabase = undefined;
    if (!early) return indexedDB.open(name, version);
    const opening = new Opening();
    void early.then((database) => {
      if (database?.name === name && database.version === version) return opening.succeed(database);
      database?.close();
      opening.follow(indexedDB.open(name, version));
    });
    return opening as unknown as IDBOpenDBRequest;
  },
  deleteDatabase: (name) => indexedDB.deleteDatabase(name),
  databases: () => indexedDB.databases(),
  cmp: (a, b) => indexedDB.cmp(a, b),
});
