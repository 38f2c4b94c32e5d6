import type { Database } from "./database";

export interface DatabaseOptions {
  /** The folder of this server: lock, journal, blobs and, without `databaseUrl`, the embedded database. */
  readonly dataDir: string;
  readonly databaseUrl?: string | undefined;
  /** Told in one line what was repaired on opening; without content. */
  readonly say?: (line: string) => void;
}

/** Opens PGlite in `<dataDir>/pg` behind the folder lock, or PostgreSQL by its URL, and migrates it. */
export const openDatabase = async ({ dataDir }: DatabaseOptions): Promise<Database> => {
  throw new Error(`to be built: ${dataDir}`);
};
