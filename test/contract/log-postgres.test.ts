import { afterAll, beforeAll } from "vitest";
import { createBlobs } from "../../src/server/blobs/create-blobs";
import { openDatabase } from "../../src/server/db/open-database";
import { createLog } from "../../src/server/log/create-log";
import { temporaryFolder } from "../support/folder";
import { startPostgres, type TestPostgres } from "../support/postgres";
import { runLogContract } from "./log-contract";

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
}, 30_000);
afterAll(() => server?.stop(), 30_000);

runLogContract("PostgreSQL", {
  shared: true,
  createStorage: async () => {
    const dataDir = temporaryFolder();
    const databaseUrl = await server.newDatabase();
    return {
      open: async (options) => {
        const database = await openDatabase({ dataDir, databaseUrl });
        const blobs = await createBlobs({ dataDir, clock: options.clock });
        return { log: await createLog({ database, blobs, ...options }), blobs };
      },
    };
  },
});
