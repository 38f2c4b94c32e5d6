import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { createSeededRandom } from "../../src/domain/random";
import { cellScope, memberScope } from "../../src/domain/scope";
import { emptyDigest, extendDigest } from "../../src/protocol/digest";
import { formatSigned } from "../../src/protocol/sync-request";
import { embeddedFolder } from "../support/embedded";
import { temporaryFolder } from "../support/folder";
import { startPostgres, type TestPostgres } from "../support/postgres";
import { type PreparedPhone, prepareData } from "../support/prepared-data";
import { createServerProcess, type ServerProcess } from "../support/server-process";
import { thorough } from "../support/thorough";
import {
  askAs,
  linesAs,
  linesOf,
  receiptsOf,
  syncBody,
  verdictsIn,
  type Written,
} from "../support/wire-client";

/** Of both databases together: `npm run kills` sets it (`test/long-run.mjs`). */
const allRounds = Number(process.env.ROUNDS ?? (thorough ? 50 : 14));
/** The embedded database starts slowly: it gets the smaller part. */
const shares = [
  ["PGlite", Math.ceil(allRounds * 0.3)],
  ["PostgreSQL", Math.floor(allRounds * 0.7)],
] as const;
const mostRounds = Math.ceil(allRounds * 0.7);
const seed = Number(process.env.SEED ?? 20261124);
const perPush = 5;
/** Of a client's requests; it is killed within so many milliseconds, and comes back with what its outbox held. */
const killedClients = 0.3;
const clientLife = 80;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Client {
  readonly phone: PreparedPhone;
  outbox: readonly Written[];
  /** Every line it ever sent, and those it was told are kept, by id. */
  readonly sent: Map<string, string>;
  readonly acknowledged: Map<string, string>;
}

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres?.stop(), 30_000);

/** One request of a client, which may be killed in the middle of it: then it has heard nothing. */
const push = async (server: ServerProcess, client: Client, draw: () => number): Promise<number> => {
  if (client.outbox.length === 0) client.outbox = await receiptsOf(client.phone, perPush);
  for (const signed of client.outbox) client.sent.set(signed.entry.id, formatSigned(signed));
  const life = new AbortController();
  const timer = draw() < killedClients ? setTimeout(() => life.abort(), draw() * clientLife) : undefined;
  const body = syncBody(client.outbox, client.phone.cursors);
  const lines = await askAs(server.origin, client.phone.signer, "/sync", body, { signal: life.signal })
    .then((answer) => (answer.ok ? linesOf(answer) : []))
    .catch(() => []);
  clearTimeout(timer);
  if (life.signal.aborted) return 0;
  const verdicts = verdictsIn(lines);
  expect(verdicts.filter(({ is }) => is === "rejected")).toEqual([]);
  const kept = new Set(verdicts.map(({ id }) => id));
  for (const { entry } of client.outbox)
    if (kept.has(entry.id)) client.acknowledged.set(entry.id, client.sent.get(entry.id) ?? "");
  client.outbox = client.outbox.filter(({ entry }) => !kept.has(entry.id));
  if (kept.size === 0) await pause(20);
  return kept.size;
};

/** What was written unanswered may be there, too; nothing else, nothing twice, no gap, and the digest agrees. */
const expectWhole = async (server: ServerProcess, { phone, sent, acknowledged }: Client) => {
  const ask = (path: string, body: unknown) =>
    linesAs(server.origin, phone.signer, path, JSON.stringify(body));
  const wanted = [...acknowledged];
  const kept: string[] = [];
  for (let from = 0; from < wanted.length; from += 500)
    kept.push(...(await ask("/entries", { ids: wanted.slice(from, from + 500).map(([id]) => id) })));
  expect(new Set(kept)).toEqual(new Set(wanted.map(([, line]) => line)));

  const scope = memberScope(phone.member);
  const ids = (await ask("/ids", { scope })).map((line) => line.split(" "));
  expect(ids.map(([n]) => Number(n))).toEqual(ids.map((_, i) => i + 1));
  expect(new Set(ids.map(([, id]) => id)).size).toBe(ids.length);
  for (const [, id = ""] of ids) expect(sent.has(id)).toBe(true);
  let digest = emptyDigest;
  for (const [, , signature = ""] of ids) digest = await extendDigest(digest, signature);
  const body = syncBody([], { [scope]: { n: ids.length, full: ids.length, digest } });
  const answer = await linesAs(server.origin, phone.signer, "/sync", body);
  expect(answer.filter((line) => line.startsWith("d "))).toEqual([]);
  expect(answer.some((line) => line.startsWith(`p ${cellScope(phone.org)} `))).toBe(true);
};

test.each(shares)(
  "server and clients killed again and again on %s while phones push: nothing acknowledged is lost, nothing changed, no number missing",
  async (database, rounds) => {
    const random = createSeededRandom(seed);
    const draw = () => random.next();
    const own = database === "PGlite" ? undefined : await postgres.newDatabase();
    const dataDir = own ? temporaryFolder() : await embeddedFolder();
    const { phones } = await prepareData(dataDir, { phones: 6, ...(own && { databaseUrl: own }) });
    const server = await createServerProcess(dataDir, [], own ? { DATABASE_URL: own } : {}, { bare: true });
    onTestFinished(() => server.kill());
    const clients = phones.map(
      (phone): Client => ({ phone, outbox: [], sent: new Map(), acknowledged: new Map() }),
    );

    for (let round = 0; round < rounds; round += 1) {
      await server.start();
      let killed = false;
      let heard = 0;
      const pushing = Promise.all(
        clients.map(async (client) => {
          while (!killed) heard += await push(server, client, draw);
        }),
      );
      while (heard === 0) await pause(5);
      await pause(draw() * 200);
      await server.kill();
      killed = true;
      await pushing;
    }

    await server.start();
    for (const client of clients) await expectWhole(server, client);
    const count = clients.reduce((sum, { acknowledged }) => sum + acknowledged.size, 0);
    process.stdout.write(`${database}, seed ${seed}: ${count} entries acknowledged over ${rounds} kills\n`);
    expect(count).toBeGreaterThanOrEqual(rounds);
    expect(await server.stop()).toBe(0);
  },
  60_000 + mostRounds * 20_000,
);
