import { createHash } from "node:crypto";
import { onTestFinished } from "vitest";
import type { Clock } from "../../src/domain/clock";
import type { Hash } from "../../src/domain/ids";
import { createAssertion } from "../../src/protocol/assertion";
import type { Signer } from "../../src/protocol/keys";
import { createBlobs } from "../../src/server/blobs/create-blobs";
import { createCoverage } from "../../src/server/coverage/create-coverage";
import { createDoor } from "../../src/server/door/create-door";
import { createApp } from "../../src/server/http/app";
import { findRevocation } from "../../src/server/http/find-revocation";
import type { AppParts } from "../../src/server/http/parts";
import { createTokenBuckets } from "../../src/server/http/token-bucket";
import { createLog } from "../../src/server/log/create-log";
import { openJournal } from "../../src/server/log/journal";
import type { Log } from "../../src/server/log/log";
import { createTestCommune, type TestPaper } from "./commune";
import { lendEmbedded } from "./embedded";

export type TestOffice = Awaited<ReturnType<typeof createTestOffice>>;

/** A test commune behind the real app, in process: PGlite in a folder that goes away with the test. */
export const createTestOffice = async (overridesOn: (clock: Clock) => Partial<AppParts> = () => ({})) => {
  const commune = await createTestCommune();
  const { clock } = commune;
  const { dataDir, database } = await lendEmbedded();
  const journal = await openJournal({ dataDir });
  const blobs = await createBlobs({ dataDir, clock });
  const lines: string[] = [];
  const say = (line: string) => {
    lines.push(line);
  };
  const door = createDoor(blobs, say);
  const inner = await createLog({ database, journal, blobs, clock, root: commune.root.id, door: door.check });
  onTestFinished(() => inner.close());
  const log: Log = {
    ...inner,
    accept: async (entries) => {
      const verdicts = await inner.accept(entries);
      await door.clear(inner.named);
      return verdicts;
    },
  };
  const verdicts = await log.accept(commune.founding);
  if (verdicts.some(({ is }) => is !== "applied")) throw new Error("the test commune was not taken");

  const app = createApp({
    log,
    blobs,
    clock,
    say,
    origin: "https://so.example.vn",
    coverage: createCoverage(database.db),
    revocationOf: (key) => findRevocation(database.db, key),
    limits: {
      device: createTokenBuckets({ capacity: 1000, perSecond: 100 }, clock),
      address: createTokenBuckets({ capacity: 1000, perSecond: 100 }, clock),
      enrolment: createTokenBuckets({ capacity: 10, perSecond: 10 / 600 }, clock),
      idle: 1000,
    },
    ...overridesOn(clock),
  });

  /** A request in a device's name, or in nobody's. */
  const send = async (
    as: Signer | undefined,
    method: string,
    path: string,
    init: Omit<RequestInit, "method"> & { readonly address?: string } = {},
  ): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (as) headers.set("Authorization", await createAssertion(as, { method, path }, clock));
    const request = new Request(`https://so.example.vn${path}`, { ...init, method, headers });
    return app.fetch(request, { address: init.address ?? "10.0.0.1" });
  };

  const putText = async (text: string) => blobs.put(new TextEncoder().encode(text), 1 << 24);

  return {
    commune,
    clock,
    log,
    blobs,
    app,
    database,
    dataDir,
    /** What was logged. */
    lines,
    send,
    /** Puts the text of a paper and pushes its entry; throws where it is refused. */
    issue: async (paper: TestPaper): Promise<TestPaper> => {
      await putText(paper.text);
      const [verdict] = await log.accept([paper.signed]);
      if (verdict?.is !== "applied") throw new Error(`not applied: ${JSON.stringify(verdict)}`);
      return paper;
    },
    putText,
  };
};

export const hashOf = (bytes: Uint8Array | string): Hash =>
  createHash("sha256").update(bytes).digest("base64url") as Hash;
