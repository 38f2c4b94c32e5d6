import { sql } from "drizzle-orm";
import { type Directory, emptyDirectory } from "../../domain/directory";
import { type Database, rowsOf } from "../db/database";
import { directoryScope } from "./entry-row";
import { reduceStored } from "./stored-entry";

/** The directory in memory and the number in the internal scope up to which it is built. */
export interface DirectoryState {
  readonly directory: Directory;
  readonly upTo: number;
}

export interface LiveDirectory {
  /** As it stands in this process. */
  current(): DirectoryState;
  /** As new as the database; with PostgreSQL other processes may have written. */
  refresh(): Promise<DirectoryState>;
  /** Puts in the directory that a commit of this process made, unless a refresh has gone further by then. */
  advance(state: DirectoryState): void;
  /** It is not known what a failed write left in the database: the next refresh reads it. */
  doubt(): void;
}

/** The same people and keys in new maps: a draft that may be thrown away. The values in the maps never change. */
export const copyDirectory = (directory: Directory): Directory =>
  Object.fromEntries(
    Object.entries(directory).map(([name, value]) => [name, value instanceof Map ? new Map(value) : value]),
  ) as unknown as Directory;

const pageEntries = 2000;

export const createLiveDirectory = ({ db, kind }: Database): LiveDirectory => {
  let state: DirectoryState = { directory: emptyDirectory(), upTo: 0 };
  /** The one process on PGlite knows of every entry, once it has read what was there at the start. */
  let complete = false;
  let doubted = 0;

  const pull = async () => {
    const [row] = await rowsOf<{ head: number | string }>(
      db,
      sql`select head from scope where name = ${directoryScope}`,
    );
    const head = Number(row?.head ?? 0);
    if (head <= state.upTo) return;
    const from = state.upTo;
    const directory = copyDirectory(state.directory);
    for (let upTo = from; upTo < head; upTo += pageEntries) {
      const rows = await rowsOf<{ payload: string }>(
        db,
        sql`select e.payload from scope_entry s join entry e on e.id = s.entry_id
            where s.scope = ${directoryScope} and s.n > ${upTo} and s.n <= ${Math.min(head, upTo + pageEntries)}
            order by s.n`,
      );
      for (const { payload } of rows) reduceStored(directory, payload);
    }
    if (state.upTo < head) state = { directory, upTo: head };
  };

  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  /** Everyone who asks while a query is under way shares the one after it, which sees what he may have caused. */
  const refresh = (): Promise<void> => {
    if (next) return next;
    const start = () => {
      next = undefined;
      running = pull().finally(() => {
        running = undefined;
      });
      return running;
    };
    if (!running) return start();
    next = running.then(start, start);
    return next;
  };

  return {
    current: () => state,
    refresh: async () => {
      if (!complete) {
        const doubts = doubted;
        await refresh();
        complete = kind === "pglite" && doubts === doubted;
      }
      return state;
    },
    advance: (to) => {
      if (to.upTo > state.upTo) state = to;
    },
    doubt: () => {
      doubted += 1;
      complete = false;
    },
  };
};
