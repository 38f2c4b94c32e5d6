import type { Timer } from "../sync/ports";
import { createDatabase, type Database } from "./database";

/** Why the phone's database is not to be had any more. */
export type StoreLoss =
  /** Another tab brought a newer app: this one must be loaded anew. */
  | "outdated"
  /** Another tab wiped this phone. */
  | "deleted"
  /** The browser does not give it back (Safari after sleep, a damaged profile, an upgrade held up by an old tab). */
  | "lost";

/**
 * The only place that opens and closes the database. Two connections to the same one: what the person writes goes
 * through `work`, what was pulled through `mirror`. The service worker holds none.
 */
export interface Store {
  readonly name: string;
  readonly mirror: Database;
  readonly work: Database;
  /** False where it could not be opened; `onLoss` was told. */
  open(): Promise<boolean>;
  /** After sleep: reads one row; if nothing comes, closes and opens once more. False where it is lost. */
  probe(): Promise<boolean>;
  close(): void;
  /** Deletes everything. */
  destroy(): Promise<void>;
}

/** A blocked upgrade fires neither success nor error (sync.md §2, Dexie). */
const openLimit = 15_000;
const probeLimit = 2_000;

export const createStore = (name: string, timer: Timer, onLoss: (why: StoreLoss) => void): Store => {
  const mirror = createDatabase(name, "relaxed");
  const work = createDatabase(name, "strict");
  let closing = false;

  const close = () => {
    closing = true;
    mirror.close();
    work.close();
  };

  for (const db of [mirror, work])
    db.on("versionchange", (event) => {
      if (!closing) onLoss(event.newVersion === null ? "deleted" : "outdated");
      close();
      return false;
    });

  const within = <T>(ms: number, promise: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const cancel = timer.after(ms, () => reject(new Error("no answer from the database")));
      promise.then(resolve, reject).finally(cancel);
    });

  const open = async () => {
    try {
      await within(openLimit, mirror.open());
      return true;
    } catch {
      onLoss("lost");
      return false;
    }
  };

  /** Any row will do; the answer counts, not the value. */
  const ask = () => within(probeLimit, mirror.meta.get("self"));

  return {
    name,
    mirror,
    work,
    open,
    probe: async () => {
      if (closing) return false;
      try {
        await ask();
        return true;
      } catch {
        if (closing) return false;
        // The handle is dead, retrying on it never helps: drop both, open again, once.
        for (const db of [mirror, work]) db.close({ disableAutoOpen: false });
        if (!(await open())) return false;
        try {
          await ask();
          return true;
        } catch {
          onLoss("lost");
          return false;
        }
      }
    },
    close,
    destroy: async () => {
      close();
      await createDatabase(name, "strict").delete();
    },
  };
};
