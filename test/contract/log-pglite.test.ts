import { afterAll, beforeAll } from "vitest";
import { createBlobs } from "../../src/server/blobs/create-blobs";
import { createLog } from "../../src/server/log/create-log";
import { openJournal } from "../../src/server/log/journal";
import { shareEmbedded } from "../support/embedded";
import { temporaryFolder } from "../support/folder";
import { runLogContract } from "./log-contract";

let embedded: Awaited<ReturnType<typeof shareEmbedded>>;
beforeAll(async () => {
  embedded = await shareEmbedded();
}, 60_000);
afterAll(() => embedded?.stop());

runLogContract("PGlite", {
  shared: false,
  createStorage: async () => {
    const dataDir = temporaryFolder();
    const database = await embedded.empty();
    return {
      open: async (options) => {
        const journal = await openJournal({ dataDir });
        const blobs = await createBlobs({ dataDir, clock: options.clock });
        return { log: await createLog({ database, journal, blobs, ...options }), blobs };
      },
    };
  },
});
