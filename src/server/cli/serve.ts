import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Clock } from "../../domain/clock";
import { createCoverage } from "../coverage/create-coverage";
import { checkpointIfDue } from "../db/checkpoint";
import { createApp } from "../http/app";
import { openBuiltFiles } from "../http/built-files";
import { findRevocation } from "../http/find-revocation";
import type { RequestLimits } from "../http/parts";
import { describeFault } from "../http/request-log";
import { createTokenBuckets } from "../http/token-bucket";
import { startOffice } from "./first-start";
import { listen } from "./listen";
import type { Office } from "./open-office";
import type { Settings } from "./settings";
import { showLinks } from "./show-links";

/** How long running answers may take once the server was told to stop. */
const patience = 10_000;
const sweepEvery = 60 * 60 * 1000;
const checkpointEvery = 30 * 1000;

/** Runs until SIGINT or SIGTERM, then closes in order; resolves when everything is on disk and unlocked. */
export const serve = async (args: readonly string[], settings: Settings, say: (line: string) => void) => {
  const { values } = parseArgs({
    args: [...args],
    options: { empty: { type: "boolean", default: false }, name: { type: "string" } },
  });
  const stopped = untilStopped();
  const started = await startOffice({ settings, empty: values.empty, name: values.name, say });
  const { office } = started;
  try {
    await showLinks(started, settings, say);
    const listening = await listen(createOfficeApp(office, settings, say), settings);
    const chores = [
      setInterval(() => void sweep(office, say), sweepEvery).unref(),
      setInterval(() => void checkpoint(office, say), checkpointEvery).unref(),
    ];
    say(`serving ${settings.origin} on port ${listening.port}, data in ${settings.dataDir}; Ctrl-C stops it`);
    await stopped;
    say("stopping: running answers are finished first");
    for (const chore of chores) clearInterval(chore);
    await listening.close(patience);
  } finally {
    await office.close();
  }
  say("stopped; everything is on disk");
};

/** The app as it is served: with the numbers of one commune, whose phones may all share one address. */
const createOfficeApp = (office: Office, settings: Settings, say: (line: string) => void) => {
  const built = join(import.meta.dirname, "../client");
  const { database, log, blobs, clock } = office;
  return createApp({
    log,
    blobs,
    clock,
    say,
    origin: settings.origin,
    coverage: createCoverage(database.db),
    revocationOf: (key) => findRevocation(database.db, key),
    limits: requestLimits(clock),
    files: existsSync(join(built, "index.html")) ? openBuiltFiles(built) : undefined,
  });
};

const requestLimits = (clock: Clock): RequestLimits => ({
  device: createTokenBuckets({ capacity: 300, perSecond: 5 }, clock),
  address: createTokenBuckets({ capacity: 5000, perSecond: 100 }, clock),
  enrolment: createTokenBuckets({ capacity: 10, perSecond: 10 / 600 }, clock),
  idle: 30_000,
});

const sweep = (office: Office, say: (line: string) => void) =>
  office.blobs.sweep(office.log.named).catch((error: unknown) => say(describeFault(error)));

const checkpoint = (office: Office, say: (line: string) => void) =>
  checkpointIfDue(office.database).catch((error: unknown) => say(describeFault(error)));

/** A second signal while stopping ends the process at once, as the system does by itself. */
const untilStopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
    // npm hands a SIGTERM to the shell it started us with; that shell dies of it and tells nobody.
    if (process.env.npm_lifecycle_event === undefined) return;
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      resolve();
    }, 500).unref();
  });
