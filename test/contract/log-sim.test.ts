import { createBlobs } from "../../src/server/blobs/create-blobs";
import { createLog } from "../../src/server/log/create-log";
import { openJournal } from "../../src/server/log/journal";
import { createMemoryDatabase } from "../sim/world/database";
import { temporaryFolder } from "../support/folder";
import { runLogContract } from "./log-contract";

/*
 * The database in memory that the simulator runs on must be one that the log's contract cannot tell from the others:
 * as PGlite, alone and with a journal; as PostgreSQL, shared.
 */

runLogContract("the simulator's database, as PGlite", {
  shared: false,
  createStorage: async () => {
    const dataDir = temporaryFolder();
    const memory = createMemoryDatabase();
    return {
      open: async (options) => {
        const journal = await openJournal({ dataDir });
        const blobs = await createBlobs({ dataDir, clock: options.clock });
        const { database } = memory.connect("pglite");
        return { log: await createLog({ database, journal, blobs, ...options }), blobs };
      },
    };
  },
});

runLogContract("the simulator's database, as PostgreSQL", {
  shared: true,
  createStorage: async () => {
    const dataDir = temporaryFolder();
    const memory = createMemoryDatabase();
    return {
      open: async (options) => {
        const blobs = await createBlobs({ dataDir, clock: options.clock });
        const { database } = memory.connect("postgres");
        return { log: await createLog({ database, blobs, ...options }), blobs };
      },
    };
  },
});
