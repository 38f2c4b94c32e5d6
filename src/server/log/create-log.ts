import { inArray } from "drizzle-orm";
import type { Clock } from "../../domain/clock";
import { dayAt } from "../../domain/commune-day";
import type { Entry } from "../../domain/entry";
import type { EntryId, KeyId } from "../../domain/ids";
import type { Refusal } from "../../domain/refusal";
import type { SignedEntry } from "../../protocol/signed-entry";
import type { Verdict } from "../../protocol/sync-line";
import type { Blobs } from "../blobs/blobs";
import type { Database } from "../db/database";
import { claim, entry } from "../db/schema";
import { createAcceptQueue } from "./accept-queue";
import { admitGroup, claimsOf } from "./admission";
import { createConfirmations } from "./confirmations";
import { blobsOf, directoryScope, entryRow, numberedScopes } from "./entry-row";
import { openEpoch } from "./epoch";
import { codeOf } from "./fault-code";
import type { Journal } from "./journal";
import { createLiveDirectory } from "./live-directory";
import type { Log } from "./log";
import { readLog } from "./read-log";
import { reconcile } from "./reconcile";
import { takesBack, withholdExpired, withholdTakenBack } from "./withholding";
import { ensureScopes, Overtaken, type WritableEntry, type Written, writeEntries } from "./write-entries";

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

/** Entries written in one transaction, and how often a group is judged again when another process was faster. */
const groupEntries = 1000;
const attempts = 20;

/** Opens the log: replays the journal where the database lags, and builds the directory. */
export const createLog = async (options: LogOptions): Promise<Log> => {
  const { database, journal, blobs, clock, faults, say = () => {} } = options;
  const { db } = database;
  const today = () => dayAt(clock.now());
  const epoch = await openEpoch(db, journal);
  if (journal) await reconcile(db, journal, today(), say);
  const live = createLiveDirectory(database);
  await live.refresh();

  const knownScopes = new Set<string>();
  const ensure = async (names: Iterable<string>) => {
    const missing = [...new Set(names)].filter((name) => !knownScopes.has(name));
    await ensureScopes(db, missing);
    for (const name of missing) knownScopes.add(name);
  };
  await ensure([directoryScope]);

  const parts = {
    blobs,
    clock,
    root: options.root,
    door: options.door,
    stored: async (ids: readonly EntryId[]) => {
      const { id, signature, payload } = entry;
      const rows = await db
        .select({ id, signature, payload })
        .from(entry)
        .where(inArray(id, [...ids]));
      return new Map(rows.map((row) => [row.id, { signature: row.signature, payload: row.payload }]));
    },
    claimed: async (names: readonly string[]) => {
      const rows = await db
        .select({ name: claim.name })
        .from(claim)
        .where(inArray(claim.name, [...names]));
      return new Set(rows.map(({ name }) => name));
    },
  };

  const commit = async (
    entries: readonly WritableEntry[],
    subjects: readonly string[],
    directoryAt: number,
  ) => {
    await ensure(entries.flatMap(({ scopes }) => scopes));
    return db.transaction(async (tx) => {
      const written = await writeEntries(tx, entries, directoryAt, database.kind === "pglite");
      await withholdTakenBack(tx, subjects);
      await faults?.("before-commit");
      return written;
    });
  };

  const record = async (entries: readonly WritableEntry[], written: readonly Written[]) => {
    if (!journal) return;
    await faults?.("before-journal");
    await journal.append(
      entries.map(({ row: { received_at, signature, payload } }, i) => {
        const one = written[i];
        if (!one) throw new Error("an entry was not written");
        return { ...one, receivedAt: received_at, signature, payload };
      }),
    );
    await faults?.("after-journal");
  };

  /** After a failed fsync the journal is read anew and gets what only the database holds. */
  const mend = async () => {
    if (!journal) return;
    await journal.settled().catch(async () => {
      await journal.reopen();
      await reconcile(db, journal, today(), say);
    });
  };

  const acceptGroup = async (entries: readonly SignedEntry[]): Promise<readonly Verdict[]> => {
    await mend();
    for (let attempt = 1; ; attempt += 1) {
      const before = await live.refresh();
      const { verdicts, accepted, directory } = await admitGroup(entries, before.directory, parts);
      if (accepted.length === 0) return verdicts;
      const now = clock.now();
      const writable = accepted.map(({ entry, definition, author, signature, payload }) => ({
        row: entryRow({ signature, payload }, entry, author, now, today()),
        scopes: numberedScopes(entry, definition),
        claims: claimsOf({ definition, entry }),
        blobs: blobsOf(entry, definition),
      }));
      const subjects = accepted.flatMap(({ entry }) => (takesBack.has(entry.type) ? [entry.subject] : []));
      try {
        const written = await commit(writable, [...new Set(subjects)], before.upTo);
        const changed = accepted.filter(({ definition }) => definition.view === "directory").length;
        // At once: who reads what by an older directory than the pages' would read a room that he was just moved out of.
        if (changed) live.advance({ directory, upTo: before.upTo + changed });
        await faults?.("after-commit");
        await record(writable, written);
        return verdicts;
      } catch (error) {
        live.doubt();
        if ((error instanceof Overtaken || isRace(error)) && attempt < attempts) continue;
        say(`a push could not be written (${codeOf(error) ?? "unknown reason"})`);
        throw error;
      }
    }
  };

  const queue = createAcceptQueue<readonly SignedEntry[], readonly Verdict[]>(
    (entries) => entries.length,
    groupEntries,
    async (groups) => {
      const verdicts = await acceptGroup(groups.flat());
      return groups.map((_, i) => {
        const from = groups.slice(0, i).reduce((sum, group) => sum + group.length, 0);
        return verdicts.slice(from, from + (groups[i]?.length ?? 0));
      });
    },
  );

  let sweptOn = "";
  const sweepExpired = async () => {
    if (sweptOn === today()) return;
    sweptOn = today();
    await db.transaction((tx) => withholdExpired(tx, today()));
  };

  /** What is read may not be lost again: an answer waits until all that it could show is in the journal. */
  const settled = async () => {
    // An empty group mends a journal that failed.
    await journal?.settled().catch(() => queue.add([]));
  };
  const durable =
    <Args extends unknown[], T>(read: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      const value = await read(...args);
      await settled();
      return value;
    };

  let closing: Promise<void> | undefined;
  const reading = readLog(db);
  const confirmations = createConfirmations(db, clock);
  await sweepExpired();
  return {
    ...reading,
    epoch,
    accept: (entries) => (entries.length ? queue.add(entries) : Promise.resolve([])),
    directory: async () => (await live.refresh()).directory,
    heads: durable(reading.heads),
    digestAt: durable(reading.digestAt),
    page: durable(reading.page),
    standing: durable(async (cursors) => {
      await sweepExpired();
      return reading.standing(cursors);
    }),
    early: durable(reading.early),
    async *ids(scope) {
      for await (const one of reading.ids(scope)) {
        await settled();
        yield one;
      }
    },
    entries: durable(reading.entries),
    confirm: confirmations.confirm,
    close: () => {
      closing ??= (async () => {
        await queue.idle();
        await confirmations.idle();
        await journal?.close();
        await database.close();
      })();
      return closing;
    },
  };
};

/** Deadlock or serialisation failure: PostgreSQL took one of two transactions back. */
const isRace = (error: unknown): boolean => ["40P01", "40001"].includes(codeOf(error) ?? "");
