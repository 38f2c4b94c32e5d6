import { createHash, randomUUID } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { maxFileBytes } from "../../domain/document";
import { createBlobs } from "../blobs/create-blobs";
import { rowsOf } from "../db/database";
import { openDatabase } from "../db/open-database";
import { openJournal } from "../log/journal";
import { type JournalRecord, parseJournalLine } from "../log/journal-line";
import { restoreRecords } from "../log/reconcile";
import { saveSetup } from "./first-start";
import { writePrivateFile } from "./private-file";
import { rootKeyPath } from "./root-key";
import { OperatorError, type Settings } from "./settings";
import { readTar } from "./tar";

/**
 * `restore FILE`: puts a backup into an empty data folder (and an empty database). The epoch is a new one, so phones
 * compare at their next contact and bring back what they had sent after the backup was made.
 */
export const restore = async (args: readonly string[], settings: Settings, say: (line: string) => void) => {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new OperatorError("which backup? npm run restore -- FILE.tar");
  const path = resolve(file);
  if (!existsSync(path)) throw new OperatorError(`there is no file ${path}`);
  const { dataDir } = settings;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  if (readdirSync(dataDir).length)
    throw new OperatorError(`${dataDir} is not empty: a backup goes into a fresh folder (DATA_DIR=…)`);

  // Looked through once before anything is written: half a backup would be worse than none.
  const { entries } = await checkBackup(path);
  const blobs = await createBlobs({ dataDir });
  const records: JournalRecord[] = [];
  for await (const { name, bytes } of readTar(createReadStream(path))) {
    if (name.startsWith("log/")) records.push(...recordsOf(bytes));
    else if (name.startsWith("blobs/")) await blobs.put(bytes, maxFileBytes);
    else if (name === "root-key.json")
      writePrivateFile(rootKeyPath(dataDir), new TextDecoder().decode(bytes));
  }
  await (settings.databaseUrl ? intoPostgres(settings, records) : intoJournal(dataDir, records));
  saveSetup(dataDir, { state: "done", sample: false, invited: [] });
  say(`${entries} entries restored into ${dataDir}; npm start serves them`);
};

/** Throws where anything in it differs from its checksum. */
const checkBackup = async (path: string): Promise<{ readonly entries: number }> => {
  const sums = new Map<string, string>();
  let listed: string | undefined;
  let entries = 0;
  try {
    for await (const { name, bytes } of readTar(createReadStream(path))) {
      if (name === "SHA256SUMS") listed = new TextDecoder().decode(bytes);
      else sums.set(name, createHash("sha256").update(bytes).digest("hex"));
      if (name.startsWith("log/")) entries += recordsOf(bytes).length;
    }
  } catch (error) {
    throw new OperatorError(
      `${path} cannot be used: ${error instanceof Error ? error.message : "unreadable"}`,
    );
  }
  const wanted = (listed ?? "")
    .split("\n")
    .filter(Boolean)
    .map((line) => line.split("  "));
  const whole =
    listed !== undefined &&
    wanted.length === sums.size &&
    wanted.every(([sum, name]) => sums.get(name ?? "") === sum);
  if (!whole) throw new OperatorError(`${path} is damaged or not a backup: its checksums do not agree`);
  return { entries };
};

const recordsOf = (bytes: Uint8Array): JournalRecord[] =>
  new TextDecoder()
    .decode(bytes)
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const record = parseJournalLine(line);
      if (!record || !("payload" in record)) throw new Error("a line of the log is damaged");
      return record;
    });

/** The embedded database is built from the journal at the next start. */
const intoJournal = async (dataDir: string, records: readonly JournalRecord[]) => {
  const journal = await openJournal({ dataDir });
  try {
    journal.begin(randomUUID());
    for (let from = 0; from < records.length; from += 1000)
      await journal.append(records.slice(from, from + 1000));
  } finally {
    await journal.close();
  }
};

const intoPostgres = async ({ dataDir, databaseUrl }: Settings, records: readonly JournalRecord[]) => {
  const database = await openDatabase({ dataDir, databaseUrl });
  try {
    const rows = await rowsOf(database.db, sql`select 1 from entry limit 1`);
    if (rows.length) throw new OperatorError("the database is not empty: a backup goes into a fresh one");
    await database.db.execute(sql`delete from meta where key = 'epoch'`);
    const today = new Date().toISOString().slice(0, 10);
    await restoreRecords(database.db, eachOf(records), new Set(), today);
  } finally {
    await database.close();
  }
};

async function* eachOf<T>(list: readonly T[]) {
  yield* list;
}
