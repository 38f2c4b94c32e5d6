import { existsSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { drizzle as drizzlePglite } from "drizzle-orm/pglite";
import { drizzle as drizzlePostgres } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Database, Db } from "./database";
import { noteClosed, noteOpen, setAside, wentDownOpen } from "./embedded-state";
import { lockFolder } from "./folder-lock";
import { migrate, NewerSchema } from "./migrate";
import * as schema from "./schema";

export interface DatabaseOptions {
  /** The folder of this server: lock, journal, blobs and, without `databaseUrl`, the embedded database. */
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  /** Told in one line what was repaired on opening; without content. */
  readonly say?: (line: string) => void;
}

/** Opens PGlite in `<dataDir>/pg` behind the folder lock, or PostgreSQL by its URL, and migrates it. */
export const openDatabase = ({ dataDir, databaseUrl, say }: DatabaseOptions): Promise<Database> =>
  databaseUrl ? openPostgres(databaseUrl) : openEmbedded(dataDir, say);

const openPostgres = async (url: string): Promise<Database> => {
  const client = postgres(url, { onnotice: () => {}, connection: { synchronous_commit: "on" } });
  const db: Db = drizzlePostgres(client, { schema });
  try {
    await migrate(db);
  } catch (error) {
    await client.end({ timeout: 1 });
    throw error;
  }
  return { kind: "postgres", db, rebuilt: false, close: () => client.end({ timeout: 5 }) };
};

const openEmbedded = async (dataDir: string, say: DatabaseOptions["say"]): Promise<Database> => {
  const lock = lockFolder(dataDir);
  const folder = join(dataDir, "pg");
  try {
    const existed = existsSync(folder);
    // Without a journal there is nothing to build it from again: it is left as it is.
    const replaceable = existed && existsSync(join(dataDir, "journal"));
    const lost = replaceable && wentDownOpen(dataDir);
    if (lost) say?.(`the machine went down while the database was open; it was moved to ${setAside(folder)}`);
    noteOpen(dataDir);
    const opened = await tryOpen(folder);
    if ("db" in opened) return embedded(opened, dataDir, lock.release, lost);
    if (!replaceable || opened.error instanceof NewerSchema) throw opened.error;
    say?.(`the embedded database could not be opened and was moved to ${setAside(folder)}`);
    const fresh = await tryOpen(folder);
    if (!("db" in fresh)) throw fresh.error;
    return embedded(fresh, dataDir, lock.release, true);
  } catch (error) {
    lock.release();
    throw error;
  }
};

type Opened = { readonly client: PGlite; readonly db: Db };

const tryOpen = async (folder: string): Promise<Opened | { readonly error: unknown }> => {
  let client: PGlite | undefined;
  try {
    client = await PGlite.create(folder);
    const db: Db = drizzlePglite(client, { schema });
    await migrate(db);
    return { client, db };
  } catch (error) {
    await client?.close().catch(() => undefined);
    return { error };
  }
};

const embedded = (
  { client, db }: Opened,
  dataDir: string,
  release: () => void,
  rebuilt: boolean,
): Database => {
  let closing: Promise<void> | undefined;
  return {
    kind: "pglite",
    db,
    rebuilt,
    close: () => {
      closing ??= client.close().then(() => {
        noteClosed(dataDir, join(dataDir, "pg"));
        release();
      });
      return closing;
    },
  };
};
