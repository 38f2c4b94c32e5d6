import type { Clock } from "../../domain/clock";
import type { Entry } from "../../domain/entry";
import type { KeyId } from "../../domain/ids";
import type { Refusal } from "../../domain/refusal";
import type { Blobs } from "../blobs/blobs";
import type { Database } from "../db/database";
import type { Journal } from "./journal";
import type { Log } from "./log";

/** Moments at which a test may kill or fail the server. */
export type Fault = "before-commit" | "after-commit" | "before-journal" | "after-journal";

export interface LogOptions {
  readonly database: Database;
  /** Needed beside PGlite; PostgreSQL is durable by itself. */
  readonly journal?: Journal;
  readonly blobs: Blobs;
  readonly clock: Clock;
  /** The commune's root: needed until a founding entry is in the log. */
  readonly root?: KeyId;
  /** Rules on the content of a paper that the entry itself cannot show (domain.md 2.4): asked after every other check. */
  readonly door?: (entry: Entry) => Promise<Refusal | undefined>;
  readonly faults?: (at: Fault) => void | Promise<void>;
  /** Told in one line what was repaired at the start; without content. */
  readonly say?: (line: string) => void;
}

/** Opens the log: replays the journal where the database lags, and builds the directory. */
export const createLog = async (options: LogOptions): Promise<Log> => {
  throw new Error(`to be built: ${options.database.kind}`);
};
