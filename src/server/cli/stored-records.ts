import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "../db/open-database";
import { type JournalRecord, parseJournalLine } from "../log/journal-line";
import { storedRecords } from "../log/reconcile";
import { OperatorError, type Settings } from "./settings";

/**
 * Everything in the log, in order of acceptance, while the server may go on running: from PostgreSQL by a query, beside
 * the embedded database from the journal, which is only ever appended to and holds what was acknowledged.
 */
export async function* everyRecord({ dataDir, databaseUrl }: Pick<Settings, "dataDir" | "databaseUrl">) {
  if (!databaseUrl) return yield* journalRecords(dataDir);
  const database = await openDatabase({ dataDir, databaseUrl });
  try {
    yield* storedRecords(database.db, 0);
  } finally {
    await database.close();
  }
}

function* journalRecords(dataDir: string): Generator<JournalRecord> {
  const folder = join(dataDir, "journal");
  for (const name of journalFiles(folder)) {
    const lines = readFileSync(join(folder, name), "utf8").split("\n");
    // A last line without its end is being written now, and was not answered for yet.
    for (const [i, line] of lines.slice(0, -1).entries()) {
      const record = parseJournalLine(line);
      if (!record) throw new OperatorError(`line ${i + 1} of ${join(folder, name)} is damaged`);
      if ("payload" in record) yield record;
    }
  }
}

const journalFiles = (folder: string): string[] => {
  try {
    return readdirSync(folder)
      .filter((name) => /^journal\.\d{6}$/.test(name))
      .sort();
  } catch {
    throw new OperatorError(`there is nothing to back up in ${folder}`);
  }
};
