import Dexie from "dexie";
import { IDBFactory } from "fake-indexeddb";
import type { Lock, Origin, Signals, Timer } from "../../../src/device/sync/ports";
import { later } from "./loop";

/*
 * One phone's browser: the storage of the app's origin, its tabs, its Web Locks. The tabs can be killed at any turn, and
 * the storage can be full, lost or evicted.
 */

interface RawTransaction {
  readonly db: unknown;
  readonly mode: string;
  _state: string;
  _abort(name: string | null): void;
}
interface RawConnection extends IDBDatabase {
  _rawDatabase: { readonly transactions: RawTransaction[] };
  lost?: boolean;
}
interface RawStore {
  readonly records: { values(): Iterable<{ readonly value: unknown }> };
}

export interface Browser {
  readonly name: string;
  /** No write finds room while it is true. */
  full: boolean;
  factory: IDBFactory;
  openTab(): TabPorts;
  /** Rows of a table as they are on disk, past all connections. */
  rows<T>(table: string): T[];
  exists(): boolean;
  /** The browser throws away everything of this origin. */
  evict(): void;
  readonly tabs: ReadonlySet<TabPorts>;
}

export interface TabPorts {
  readonly lock: Lock;
  readonly timer: Timer;
  readonly signals: Signals & { online(): void; foreground(): void };
  readonly origin: Origin;
  alive(): boolean;
  /** True while a transaction that writes is under way. */
  writing(): boolean;
  /** The process is gone at this very moment; transactions under way are taken back. */
  kill(): void;
  /** The browser loses its connections to the database, as Safari does after sleep. */
  loseConnections(): void;
}

const browsers = new Map<string, Browser>();
/** Set while a device is made, so that its connections are known as this tab's. */
let opening: Pick<IDBFactory, "open"> | undefined;

const connectionsOf = (tab: Set<RawConnection>) => [...tab];

export const createBrowser = (name: string): Browser => {
  const tabs = new Set<TabPorts>();
  interface Claim {
    readonly tab: TabPorts;
    readonly start: () => void;
  }
  const locks = new Map<string, Claim[]>();
  const nextOf = (lock: string) => locks.get(lock)?.[0]?.start();
  const leave = (lock: string, claim: Claim) => {
    const queue = locks.get(lock) ?? [];
    const first = queue[0] === claim;
    locks.set(
      lock,
      queue.filter((one) => one !== claim),
    );
    if (first) nextOf(lock);
  };

  const openTab = (): TabPorts => {
    let alive = true;
    const connections = new Set<RawConnection>();
    const cancels = new Set<() => void>();
    const online = new Set<() => void>();
    const visible = new Set<() => void>();
    const listen = (set: Set<() => void>) => (listener: () => void) => {
      set.add(listener);
      return () => set.delete(listener);
    };
    const tellAll = (set: Set<() => void>) => {
      if (alive) for (const one of set) one();
    };
    const running = () =>
      connectionsOf(connections).flatMap((connection) =>
        connection._rawDatabase.transactions.filter(
          (one) => one.db === connection && one._state !== "finished",
        ),
      );
    const tab: TabPorts = {
      alive: () => alive,
      lock: {
        run: <T>(lock: string, task: () => Promise<T>) =>
          new Promise<T>((resolve, reject) => {
            if (!alive) return;
            const claim: Claim = {
              tab,
              start: () => {
                const end = () => {
                  if (alive) leave(lock, claim);
                };
                task().then(resolve, reject).finally(end);
              },
            };
            const queue = locks.get(lock) ?? [];
            locks.set(lock, [...queue, claim]);
            if (queue.length === 0) claim.start();
          }),
      },
      timer: {
        after: (ms, task) => {
          if (!alive) return () => undefined;
          const cancel = later(ms, () => {
            cancels.delete(cancel);
            if (alive) task();
          });
          cancels.add(cancel);
          return cancel;
        },
      },
      signals: {
        onOnline: listen(online),
        onVisible: listen(visible),
        visible: () => alive,
        wifi: () => undefined,
        online: () => tellAll(online),
        foreground: () => tellAll(visible),
      },
      origin: {
        persist: async () => true,
        persisted: async () => false,
        estimate: async () => ({}),
        clear: async () => undefined,
      },
      writing: () => running().some(({ mode }) => mode === "readwrite"),
      kill: () => {
        if (!alive) return;
        alive = false;
        tabs.delete(tab);
        for (const cancel of cancels) cancel();
        for (const one of running()) one._abort(null);
        for (const connection of connections) connection.close();
        for (const [lock, queue] of locks) {
          const held = queue[0]?.tab === tab;
          locks.set(
            lock,
            queue.filter((claim) => claim.tab !== tab),
          );
          if (held) nextOf(lock);
        }
      },
      loseConnections: () => {
        for (const one of running()) one._abort("UnknownError");
        for (const connection of connections) connection.lost = true;
      },
    };
    tabs.add(tab);
    opening = {
      open: (database: string, version?: number) => {
        // A killed process waits for ever.
        if (!alive) return {} as IDBOpenDBRequest;
        const request = browser.factory.open(database, version);
        request.addEventListener("success", () => connections.add(request.result as RawConnection));
        request.addEventListener("upgradeneeded", () => connections.add(request.result as RawConnection));
        return request;
      },
    };
    return tab;
  };

  const browser: Browser = {
    name,
    full: false,
    factory: new IDBFactory(),
    tabs,
    openTab,
    rows: <T>(table: string): T[] => {
      const store = rawDatabases(browser.factory).get(name)?.rawObjectStores.get(table);
      return store ? [...store.records.values()].map(({ value }) => value as T) : [];
    },
    exists: () => rawDatabases(browser.factory).has(name),
    evict: () => {
      for (const tab of [...tabs]) tab.kill();
      browser.factory = new IDBFactory();
      locks.clear();
    },
  };
  browsers.set(name, browser);
  return browser;
};

const rawDatabases = (factory: IDBFactory) =>
  (
    factory as unknown as {
      readonly _databases: Map<string, { readonly rawObjectStores: Map<string, RawStore> }>;
    }
  )._databases;

export const forgetBrowsers = (): void => {
  browsers.clear();
  listeners.clear();
};

/** What Dexie takes for `indexedDB`: each database belongs to the browser of its name. */
const routed = {
  open: (name: string, version?: number) =>
    (opening ?? browsers.get(name)?.factory)?.open(name, version) ?? {},
  deleteDatabase: (name: string) => browsers.get(name)?.factory.deleteDatabase(name),
  databases: async () => [],
  cmp: (a: unknown, b: unknown) => indexedDB.cmp(a, b),
};
/** Connections made by what `make` creates, and what it listens to, belong to the tab of this browser opened last. */
export const asTab = <T>(browser: Browser, make: () => T): T => {
  const own = opening;
  opening = undefined;
  Dexie.dependencies.indexedDB = { ...routed, open: own?.open ?? routed.open } as unknown as IDBFactory;
  try {
    return listeningAs(browser.name, make);
  } finally {
    Dexie.dependencies.indexedDB = routed as unknown as IDBFactory;
  }
};

/*
 * Dexie tells every listener of the process of each change, and what a killed tab listened with stays for ever: with forty
 * phones that is most of the work. So each is told of its own database alone where it is known, and all go with their world.
 */
type Mutated = (parts: Readonly<Record<string, unknown>>) => void;
const everywhere = "";
const listeners = new Map<string, Set<Mutated>>();
let listening = everywhere;

/** Listeners that `subscribe` adds at once are this database's. */
export const listeningAs = <T>(name: string, subscribe: () => T): T => {
  const before = listening;
  listening = name;
  try {
    return subscribe();
  } finally {
    listening = before;
  }
};
Object.assign(Dexie.on.storagemutated, {
  subscribe: (listener: Mutated) => {
    listeners.set(listening, (listeners.get(listening) ?? new Set()).add(listener));
  },
  unsubscribe: (listener: Mutated) => {
    for (const set of listeners.values()) set.delete(listener);
  },
  fire: (parts: Readonly<Record<string, unknown>>) => {
    // A commit is of one database, which each of its parts names.
    for (const part in parts) {
      const name = part.slice("idb://".length, part.lastIndexOf("/", part.lastIndexOf("/") - 1));
      for (const one of [...(listeners.get(everywhere) ?? []), ...(listeners.get(name) ?? [])]) one(parts);
      return;
    }
  },
});

// ---- faults of the storage itself -----------------------------------------------------------------------------

const connection = FDBDatabasePrototype();
function FDBDatabasePrototype() {
  return globalThis.IDBDatabase.prototype as unknown as {
    transaction(this: RawConnection, ...args: unknown[]): unknown;
  };
}
const { transaction } = connection;
connection.transaction = function (...args) {
  if (this.lost) throw new DOMException("Connection to Indexed Database server lost", "UnknownError");
  return transaction.apply(this, args);
};

interface RawObjectStore {
  readonly transaction: {
    readonly db: { readonly name: string };
    _execRequestAsync(what: { readonly source: unknown; readonly operation: () => never }): unknown;
  };
}
const stores = globalThis.IDBObjectStore.prototype as unknown as Record<
  "put" | "add",
  (this: RawObjectStore, ...args: unknown[]) => unknown
>;
for (const method of ["put", "add"] as const) {
  const real = stores[method];
  stores[method] = function (...args) {
    if (!browsers.get(this.transaction.db.name)?.full) return real.apply(this, args);
    return this.transaction._execRequestAsync({
      source: this,
      operation: () => {
        throw new DOMException("no room", "QuotaExceededError");
      },
    });
  };
}
