import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, onTestFinished } from "vitest";
import type { Database } from "../../src/server/db/database";
import { migrations } from "../../src/server/db/migrations";
import { openDatabase } from "../../src/server/db/open-database";
import { temporaryFolder } from "./folder";

const cache = join(import.meta.dirname, "../../node_modules/.cache/so-chi-bo");

/** Making a database takes seconds, copying a made one does not: it is kept for this schema and this PGlite. */
const template = async (): Promise<string> => {
  const version = readFileSync(
    join(import.meta.dirname, "../../node_modules/@electric-sql/pglite/package.json"),
    "utf8",
  );
  const key = createHash("sha256").update(JSON.stringify(migrations)).update(version).digest("hex");
  const ready = join(cache, `pg-${key.slice(0, 16)}`);
  if (existsSync(ready)) return ready;
  mkdirSync(cache, { recursive: true });
  const making = mkdtempSync(join(cache, "making-"));
  const database = await openDatabase({ dataDir: making });
  await database.close();
  try {
    renameSync(join(making, "pg"), ready);
  } catch (error) {
    // Another test file made it first.
    if (!existsSync(ready)) throw error;
  }
  rmSync(making, { recursive: true, force: true });
  return ready;
};

/** A test's folder need not outlive a power cut: only what the test changes is written out on closing. */
const copyTemplate = async (dataDir: string) => {
  cpSync(await template(), join(dataDir, "pg"), { recursive: true, preserveTimestamps: true });
  writeFileSync(join(dataDir, "pg-state.json"), JSON.stringify({ clean: true, since: 0 }));
};

/** A data folder with an empty embedded database in it, for this test alone. */
export const embeddedFolder = async (): Promise<string> => {
  const dataDir = temporaryFolder();
  await copyTemplate(dataDir);
  return dataDir;
};

/**
 * One embedded database for a whole test file, emptied for each test: starting PGlite takes about a second of work,
 * emptying it a few milliseconds. `close` of what `empty` gives leaves it running.
 */
export const shareEmbedded = async (): Promise<{
  readonly empty: () => Promise<Database>;
  readonly stop: () => Promise<void>;
}> => {
  const dataDir = mkdtempSync(join(tmpdir(), "so-chi-bo-"));
  await copyTemplate(dataDir);
  const database = await openDatabase({ dataDir });
  return {
    empty: async () => {
      await database.db.execute(
        sql`truncate entry, scope, scope_entry, blob_ref, claim, device_cursor, meta restart identity`,
      );
      return { ...database, close: async () => undefined };
    },
    stop: async () => {
      await database.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
};

let own: Promise<Awaited<ReturnType<typeof shareEmbedded>>> | undefined;
let lent = false;
afterAll(async () => {
  await (await own)?.stop();
});

/**
 * An empty database and a folder for what lies beside it, for this test alone: the file's shared one, or one of its own
 * while that is lent out.
 */
export const lendEmbedded = async (): Promise<{ readonly dataDir: string; readonly database: Database }> => {
  if (lent) {
    const dataDir = await embeddedFolder();
    return { dataDir, database: await openDatabase({ dataDir }) };
  }
  lent = true;
  onTestFinished(() => {
    lent = false;
  });
  own ??= shareEmbedded();
  return { dataDir: temporaryFolder(), database: await (await own).empty() };
};
