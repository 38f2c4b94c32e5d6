import { type Directory, directoryFromJson, directoryToJson, emptyDirectory } from "../../domain/directory";
import type { Watch } from "../device";
import type { Database } from "../store/database";
import { getMeta, putMeta, readMeta } from "../store/meta";

/**
 * Owns the directory in memory and its snapshot on disk, one row that a cold start reads. Whoever changes it does so
 * inside `exclusive`, so that checks and their effect are not interleaved with another batch's.
 */
export interface DirectoryKeeper {
  current(): Directory;
  /** The snapshot as it was read at the start. */
  restore(json: unknown, revision: number): void;
  /** Loads again if another tab changed the snapshot: the revision just read on disk is above the one here. */
  catchUp(revision: number | undefined): Promise<void>;
  /**
   * Runs tasks one after another. They change the directory in place and call `save` in their transaction;
   * when one throws, the directory is what the disk says again. A task may be run twice: if another tab
   * changed the directory meanwhile, what it judged by is out of date.
   */
  exclusive<T>(task: (directory: Directory) => Promise<T>): Promise<T>;
  /** Inside a transaction that covers `meta`. */
  save(db: Database): Promise<void>;
  /** Puts another directory in place, inside `exclusive`, before `save`. */
  replace(directory: Directory): void;
  watch(): Watch<Directory>;
}

const moved = new Error("the directory was changed by another tab");
/** Two tabs that take turns need one repetition; more means that something else is wrong. */
const attempts = 5;

export const createDirectoryKeeper = (mirror: Database, ready: Promise<unknown>): DirectoryKeeper => {
  let directory = emptyDirectory();
  let revision = 0;
  let saved: number | undefined;
  let tail: Promise<unknown> = Promise.resolve();
  const listeners = new Set<(value: Directory) => void>();

  /** A new object each time: whoever compares references must see that it changed. */
  const tell = () => {
    for (const listener of listeners) listener({ ...directory });
  };
  const restore = (json: unknown, known: number) => {
    directory = json === undefined ? emptyDirectory() : directoryFromJson(json);
    revision = known;
    tell();
  };
  const load = async () => {
    const [json, known] = await readMeta(mirror, ["directory", "revision"]);
    restore(json, known ?? 0);
  };

  const attempt = async <T>(task: (directory: Directory) => Promise<T>, left: number): Promise<T> => {
    saved = undefined;
    try {
      const result = await task(directory);
      if (saved !== undefined) {
        revision = saved;
        tell();
      }
      return result;
    } catch (error) {
      await load();
      if (isMoved(error) && left > 1) return attempt(task, left - 1);
      throw error;
    }
  };
  const exclusive = <T>(task: (directory: Directory) => Promise<T>): Promise<T> => {
    const turn = tail.then(() => attempt(task, attempts));
    tail = turn.catch(() => undefined);
    return turn;
  };

  return {
    current: () => directory,
    restore,
    exclusive,
    catchUp: async (known = 0) => {
      // Asked again in its turn: what was just being saved is this tab's own.
      if (known > revision) await exclusive(async () => (known > revision ? load() : undefined));
    },
    save: async (db) => {
      if (((await getMeta(db, "revision")) ?? 0) !== revision) throw moved;
      saved = revision + 1;
      await putMeta(db, "revision", saved);
      await putMeta(db, "directory", directoryToJson(directory));
    },
    replace: (next) => {
      directory = next;
    },
    watch: () => ({
      subscribe: (listener) => {
        listeners.add(listener);
        void ready.then(() => listeners.has(listener) && listener({ ...directory }));
        return () => listeners.delete(listener);
      },
    }),
  };
};

/** Dexie may hand on an error of a transaction's body wrapped. */
const isMoved = (error: unknown): boolean =>
  error === moved || (error instanceof Error && (error as { readonly inner?: unknown }).inner === moved);
