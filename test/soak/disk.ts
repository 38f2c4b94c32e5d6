import { lstatSync, readdirSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";

export interface Disk {
  readonly database: number;
  /** The embedded database's write-ahead log, beside its tables. */
  readonly wal: number;
  readonly journal: number;
  /** Texts as they were published, and their compressed forms, which a server that runs for weeks throws away by their age. */
  readonly texts: number;
  readonly forms: number;
}

/** Bytes of the files in a folder and below whose names fit. The server may be taking one away just now. */
const bytesIn = (folder: string, fits: (name: string) => boolean = () => true): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && fits(entry.name))
    .reduce(
      (sum, { parentPath, name }) =>
        sum + (lstatSync(join(parentPath, name), { throwIfNoEntry: false })?.size ?? 0),
      0,
    );

const databaseBytes = async (url: string): Promise<number> => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const [row] = await sql<{ bytes: string }[]>`select pg_database_size(current_database()) as bytes`;
  await sql.end();
  return Number(row?.bytes ?? 0);
};

/** What the server keeps on its disk. */
export const measureDisk = async (dataDir: string, databaseUrl: string | undefined): Promise<Disk> => ({
  database: databaseUrl ? await databaseBytes(databaseUrl) : bytesIn(join(dataDir, "pg/base")),
  wal: databaseUrl ? 0 : bytesIn(join(dataDir, "pg/pg_wal")),
  journal: databaseUrl ? 0 : bytesIn(join(dataDir, "journal")),
  texts: bytesIn(join(dataDir, "blobs"), (name) => !name.includes(".")),
  forms: bytesIn(join(dataDir, "blobs"), (name) => name.includes(".")),
});
