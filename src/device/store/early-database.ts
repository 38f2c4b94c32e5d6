import type { Timer } from "../sync/ports";
import { databaseVersion } from "./database-version";
import type { DocumentRecord, MetaRow, WantedRow } from "./rows";

declare global {
  /** Set by `public/early.js`: the database as it stood when the page began, undefined where there was none. */
  var earlyDatabase: Promise<IDBDatabase | undefined> | undefined;
  /** And the rows that a first list needs, all of one moment. */
  var earlyRows: Promise<EarlyRows | undefined> | undefined;
}

export interface EarlyRows {
  readonly name: string;
  readonly version: number;
  /** The first papers of the list, at least one. */
  readonly papers: readonly DocumentRecord[];
  /** There are no others. */
  readonly whole: boolean;
  readonly wanted: readonly WantedRow[];
  readonly self: MetaRow | undefined;
}

/** Dexie's version 1 is IndexedDB's 10. */
const dexieSteps = 10;

/** A database that does not answer must not hold up whoever will say so. */
const patience = 2_000;

/** What was read before the app was there, of this database in this version; undefined where nothing was. Once. */
export const takeEarlyRows = (name: string, timer: Timer): Promise<EarlyRows | undefined> => {
  const reading = globalThis.earlyRows;
  globalThis.earlyRows = undefined;
  if (!reading) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const cancel = timer.after(patience, () => resolve(undefined));
    void reading.then((rows) => {
      cancel();
      resolve(rows?.name === name && rows.version === databaseVersion * dexieSteps ? rows : undefined);
    });
  });
};

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
