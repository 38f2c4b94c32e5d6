import Dexie from "dexie";
import type { Watch } from "../device";
import type { Timer } from "../sync/ports";
import type { Store } from "./open-store";

/**
 * Least time between two runs of a query, by how many came before it in this pull: a first sync writes hundreds of
 * times, and only its first news are eager.
 */
const rests = [50, 50, 50, 250, 250, 250] as const;
const busy = 1500;

/** Dexie's own event for committed changes, of this tab and of others: `idb://database/table/index` → keys. */
type Parts = Readonly<Record<string, unknown>>;

/** Calls back after commits that touched one of the tables, whichever tab made them. */
export const onChange = (store: Store, tables: readonly string[], listener: () => void): (() => void) => {
  const prefixes = tables.map((table) => `idb://${store.name}/${table}/`);
  const heard = (parts: Parts) => {
    const names = Object.keys(parts);
    if (names.some((name) => name === "all" || prefixes.some((prefix) => name.startsWith(prefix))))
      listener();
  };
  Dexie.on("storagemutated", heard);
  return () => Dexie.on.storagemutated.unsubscribe(heard);
};

export interface WatchOptions<T> {
  readonly store: Store;
  readonly timer: Timer;
  /** Settles when the store may be read. */
  readonly ready: Promise<unknown>;
  readonly tables: readonly string[];
  readonly query: () => Promise<T>;
  /** True while a long pull is under way: then look less often. */
  readonly pulling?: () => boolean;
}

/**
 * Runs a query at once and again after changes of its tables, never two at a time and never more often than a person
 * would notice. Dexie's liveQuery runs again at every commit: on a first sync that is a list read per page.
 */
export const createWatch = <T>(options: WatchOptions<T>): Watch<T> => ({
  subscribe: (listener) => {
    const { store, timer, ready, tables, query, pulling } = options;
    let stopped = false;
    let running = false;
    let dirty = false;
    let runs = 0;
    let cancel: (() => void) | undefined;

    const run = async () => {
      running = true;
      dirty = false;
      try {
        const value = await query();
        if (!stopped) listener(value);
      } catch {
        // The store is closing or was lost; whoever lost it has said so.
      }
      running = false;
      const rest = rests[runs] ?? busy;
      runs = pulling?.() ? runs + 1 : 0;
      cancel = timer.after(rest, () => {
        cancel = undefined;
        if (dirty && !stopped) void run();
      });
    };
    const changed = () => {
      dirty = true;
      if (!running && !cancel) void run();
    };
    const stopListening = onChange(store, tables, changed);
    void ready.then(() => {
      if (!stopped && !running && !cancel) void run();
    });
    return () => {
      stopped = true;
      stopListening();
      cancel?.();
    };
  },
});
