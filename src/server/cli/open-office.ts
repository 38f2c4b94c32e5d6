import { mkdirSync } from "node:fs";
import { sql } from "drizzle-orm";
import { type Clock, systemClock } from "../../domain/clock";
import type { KeyId } from "../../domain/ids";
import type { Random } from "../../domain/random";
import type { Blobs } from "../blobs/blobs";
import { createBlobs } from "../blobs/create-blobs";
import type { Database } from "../db/database";
import { openDatabase } from "../db/open-database";
import { createDoor, type Door } from "../door/create-door";
import { createLog } from "../log/create-log";
import { openJournal } from "../log/journal";
import type { Log } from "../log/log";
import type { Settings } from "./settings";

/** The office side opened on its data, without a network. */
export interface Office {
  readonly log: Log;
  readonly blobs: Blobs;
  readonly database: Database;
  readonly clock: Clock;
  readonly random: Random;
  close(): Promise<void>;
}

export const systemRandom: Random = { bytes: (length) => crypto.getRandomValues(new Uint8Array(length)) };

export interface OpenOptions {
  readonly settings: Pick<Settings, "dataDir" | "databaseUrl">;
  /** The commune's root; needed until it is founded. */
  readonly root?: KeyId | undefined;
  readonly say: (line: string) => void;
}

export const openOffice = async ({ settings, root, say }: OpenOptions): Promise<Office> => {
  const { dataDir, databaseUrl } = settings;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const database = await openDatabase({ dataDir, databaseUrl, say });
  try {
    const blobs = await createBlobs({ dataDir });
    const journal = database.kind === "pglite" ? await openJournal({ dataDir, say }) : undefined;
    const door = createDoor(blobs, say);
    const log = await createLog({
      database,
      blobs,
      clock: systemClock,
      door: door.check,
      say,
      ...(journal && { journal }),
      ...(root && { root }),
    });
    return {
      log: emptyingDoor(log, door),
      blobs,
      database,
      clock: systemClock,
      random: systemRandom,
      close: async () => {
        // The next start then has nothing to recover.
        if (database.kind === "pglite") await database.db.execute(sql`checkpoint`);
        await log.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
};

/** After each push what was staged for refused papers goes. */
const emptyingDoor = (log: Log, door: Door): Log => ({
  ...log,
  accept: async (entries) => {
    try {
      return await log.accept(entries);
    } finally {
      await door.clear(log.named);
    }
  },
});
