import type { Hash, KeyId } from "../../../src/domain/ids";
import { emptyDigest } from "../../../src/protocol/digest";
import type { SignedEntry } from "../../../src/protocol/signed-entry";
import { createApp } from "../../../src/server/http/app";
import { findRevocation } from "../../../src/server/http/find-revocation";
import { createTokenBuckets } from "../../../src/server/http/token-bucket";
import { createLog, type Fault } from "../../../src/server/log/create-log";
import { openJournal } from "../../../src/server/log/journal";
import { type JournalRecord, parseJournalLine } from "../../../src/server/log/journal-line";
import type { Log } from "../../../src/server/log/log";
import { restoreRecords } from "../../../src/server/log/reconcile";
import { createMemoryBlobs, type MemoryBlobs } from "./blobs";
import type { Chance } from "./chance";
import { type Connection, createMemoryDatabase, type MemoryDatabase } from "./database";
import { createDisk, type Disk } from "./disk";
import { sleep, soon, worldNow } from "./loop";
import type { Question } from "./network";
import { type Cell, newTransaction, see } from "./rows";
import type { EntryRecord } from "./tables";

/*
 * The office's machine: the real log, journal and app over a database, a disk and blobs that a crash can touch. Embedded, it
 * is one process on PGlite with a journal; or two processes share one PostgreSQL.
 */

export interface ServerOptions {
  readonly kind: "pglite" | "postgres";
  readonly processes: number;
  readonly root: KeyId;
  readonly origin: string;
  /** How busy its disk and its database are, 0 to 1: of syncs and of statements, that one takes long. */
  readonly load: number;
  readonly chance: Chance;
  readonly say: (what: string) => void;
}

interface Process {
  readonly log: Log;
  readonly app: ReturnType<typeof createApp>;
  readonly connection: Connection;
  unmount(): void;
  alive: boolean;
  readonly dying: Set<() => void>;
}

export interface Backup {
  readonly at: number;
  readonly records: readonly JournalRecord[];
  readonly blobs: ReadonlyMap<Hash, Uint8Array<ArrayBuffer>>;
}

export type Crash = "process" | "power";
export type Moment = Fault | "after-answer";

export interface Server {
  start(): Promise<void>;
  running(): boolean;
  ask(question: Question): Promise<{ readonly response: Response; readonly body: Uint8Array }>;
  /** Kills all processes at this moment. */
  crash(how: Crash): void;
  /** Kills it at one of the moments of an acceptance to come, or as soon as a push was answered, and calls `died` then. */
  crashAt(moment: Moment, how: Crash, died: () => void): void;
  failDisk(): void;
  /** Its disk takes so many milliseconds more for each sync, until the next crash. */
  stallDisk(ms: number): void;
  /** What was to happen to it does not. */
  spare(): void;
  backup(): Backup | undefined;
  /** The machine is lost; another is set up from the backup. */
  restore(backup: Backup): Promise<void>;
  readonly blobs: MemoryBlobs;
  /** Straight into the log, past the network: for the founding. */
  accept(entries: readonly SignedEntry[]): Promise<void>;
  /** Everything committed, in order of acceptance. */
  entries(): EntryRecord[];
  entry(id: string): EntryRecord | undefined;
  /** The same as rows, some of them not yet committed; another list after a crash or a restore, told by `life`. */
  readonly log: () => { readonly cells: readonly Cell<EntryRecord>[]; readonly life: number };
  /** Ids of a scope in the order of their numbers. */
  numbers(scope: string): readonly (string | undefined)[];
  head(scope: string): { readonly head: number; readonly digest: string };
  readonly epoch: () => string;
  readonly lives: () => number;
}

/** Milliseconds that a statement, or a way to the platter, takes beyond its turn. */
const pause = (chance: Chance, load: number, longest: number): number =>
  chance.yes(load) ? chance.between(1, longest) : 0;

export const createServer = (options: ServerOptions): Server => {
  const { kind, root, origin, load, chance, say } = options;
  const clock = { now: () => Math.floor(worldNow()) };
  const newDisk = () => createDisk(() => pause(chance, load, 400));
  let memory: MemoryDatabase = createMemoryDatabase();
  let disk: Disk = newDisk();
  let blobs = createMemoryBlobs();
  let processes: Process[] = [];
  let planned: { readonly moment: Moment; readonly how: Crash; readonly died: () => void } | undefined;
  let epoch = "";
  let lives = 1;
  let life = 0;

  const open = async (): Promise<Process> => {
    const mount = disk.mount();
    const connection = memory.connect(kind, {
      pause: async () => {
        const ms = pause(chance, load, 40);
        if (ms > 0) await sleep(ms);
      },
    });
    const one: { process?: Process } = {};
    const journal = kind === "pglite" ? await openJournal({ dataDir: mount.path, say }) : undefined;
    const log = await createLog({
      database: connection.database,
      ...(journal && { journal }),
      blobs,
      clock,
      root,
      say,
      faults: async (at) => {
        if (one.process?.alive && dies(at)) await new Promise<never>(() => undefined);
      },
    });
    const plenty = () => createTokenBuckets({ capacity: 1_000_000, perSecond: 100_000 }, clock);
    const { db } = connection.database;
    const app = createApp({
      log,
      blobs,
      clock,
      origin,
      say: (line) => {
        if (!line.includes(" 2")) say(line);
      },
      coverage: { report: async () => ({ documents: [] }), document: async () => undefined },
      revocationOf: (key) => findRevocation(db, key),
      limits: { device: plenty(), address: plenty(), enrolment: plenty(), idle: 60_000 },
    });
    epoch = log.epoch;
    one.process = { log, app, connection, unmount: mount.unmount, alive: true, dying: new Set() };
    return one.process;
  };

  const start = async () => {
    const starting: Process[] = [];
    for (let i = 0; i < options.processes; i += 1) starting.push(await open());
    processes = starting;
  };

  const crash = (how: Crash) => {
    for (const one of processes) {
      one.alive = false;
      one.connection.kill();
      one.unmount();
      for (const die of one.dying) soon(die);
    }
    processes = [];
    life += 1;
    disk.stall(0);
    if (how === "power") blobs.cutPower(chance);
    if (how === "power" && kind === "pglite") {
      disk.cutPower(chance.real());
      // PGlite does not sync: after a power cut its folder is set aside.
      memory.clear();
    }
  };

  /** True where it was to die at this moment, and did. */
  const dies = (at: Moment): boolean => {
    if (planned?.moment !== at) return false;
    const { how, died } = planned;
    planned = undefined;
    say(`dies ${at} (${how})`);
    crash(how);
    died();
    return true;
  };

  const ask: Server["ask"] = (question) => {
    const one = chance.pick(processes.filter(({ alive }) => alive));
    if (!one) return Promise.reject(new TypeError("connection refused"));
    const answer = new Promise<Awaited<ReturnType<Server["ask"]>>>((resolve, reject) => {
      const die = () => reject(new TypeError("connection reset"));
      one.dying.add(die);
      const { method, path, headers, body } = question;
      const request = new Request(origin + path, { method, headers, ...(body && { body }) });
      const answering = async () => {
        const response = await one.app.fetch(request, { address: "10.0.0.1" });
        const bytes = new Uint8Array(await response.arrayBuffer());
        return { response, body: bytes };
      };
      const answered = (answer: Awaited<ReturnType<typeof answering>>) => {
        if (one.alive) resolve(answer);
      };
      answering()
        .then(answered, reject)
        .finally(() => one.dying.delete(die));
    });
    // Once whoever asked has the answer, and the judge has seen what the log was when it was given.
    if (isPush(question))
      answer
        .then(() => undefined)
        .then(
          () => dies("after-answer"),
          () => undefined,
        );
    return answer;
  };

  const entries = (): EntryRecord[] => {
    const reader = newTransaction();
    return memory.tables.order.flatMap((cell) => see(cell, reader) ?? []);
  };

  const journalled = (): JournalRecord[] =>
    [...disk.files]
      .filter(([name]) => /journal\.\d{6}$/.test(name))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, { bytes, synced }]) => bytes.subarray(0, synced).toString().split("\n").slice(0, -1))
      .flatMap((line) => {
        const record = parseJournalLine(line);
        return record && "payload" in record ? [record] : [];
      });

  const numbersOf = () => {
    const numbers = new Map<string, Record<string, number>>();
    const reader = newTransaction();
    for (const [scope, list] of memory.tables.numbers)
      list.forEach((cell, i) => {
        const row = see(cell, reader);
        if (row) numbers.set(row.entry_id, { ...numbers.get(row.entry_id), [scope]: i + 1 });
      });
    return numbers;
  };

  return {
    start,
    running: () => processes.length > 0,
    ask,
    crash,
    crashAt: (moment, how, died) => {
      planned = { moment, how, died };
    },
    failDisk: () => disk.failNext("EIO"),
    stallDisk: (ms) => disk.stall(ms),
    spare: () => {
      planned = undefined;
      disk.stall(0);
      disk.failNext(undefined);
    },
    backup: () => {
      if (kind === "pglite") return { at: worldNow(), records: journalled(), blobs: new Map(blobs.all) };
      const numbers = numbersOf();
      const records = entries().map(({ id, seq, received_at, signature, payload }) => ({
        seq,
        numbers: numbers.get(id) ?? {},
        receivedAt: received_at,
        signature,
        payload,
      }));
      return { at: worldNow(), records, blobs: new Map(blobs.all) };
    },
    restore: async (backup) => {
      crash("process");
      memory = createMemoryDatabase();
      disk = newDisk();
      blobs = createMemoryBlobs(new Map(backup.blobs));
      if (kind === "pglite") {
        // As `npm run restore` does.
        const mount = disk.mount();
        const journal = await openJournal({ dataDir: mount.path });
        journal.begin(crypto.randomUUID());
        await journal.append(backup.records);
        await journal.close();
        mount.unmount();
      } else {
        const { database } = memory.connect(kind);
        await restoreRecords(database.db, eachOf(backup.records), new Set(), "2026-01-01");
      }
      lives += 1;
      await start();
    },
    get blobs() {
      return blobs;
    },
    accept: async (more) => {
      const verdicts = await processes[0]?.log.accept(more);
      const refused = verdicts?.find(({ is }) => is === "rejected");
      if (refused) throw new Error(`the founding was refused: ${JSON.stringify(refused)}`);
    },
    entries,
    entry: (id) => see(memory.tables.entries.get(id), newTransaction()),
    log: () => ({ cells: memory.tables.order, life }),
    numbers: (scope) => {
      const reader = newTransaction();
      const ids = (memory.tables.numbers.get(scope) ?? []).map((cell) => see(cell, reader)?.entry_id);
      // A transaction that was taken back leaves an empty place in memory: at the end it is no row, before it would be a gap.
      return ids.slice(0, ids.findLastIndex((id) => id !== undefined) + 1);
    },
    head: (scope) => {
      const row = see(memory.tables.scopes.get(scope), newTransaction());
      return { head: row?.head ?? 0, digest: row?.digest ?? emptyDigest };
    },
    epoch: () => epoch,
    lives: () => lives,
  };
};

/** What is pushed stands in lines after the first. */
const isPush = ({ path, body }: Question): boolean => path === "/sync" && (body?.includes(10) ?? false);

async function* eachOf<T>(list: readonly T[]) {
  yield* list;
}
