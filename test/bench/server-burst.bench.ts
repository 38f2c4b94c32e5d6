import { Agent, request } from "node:http";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { systemClock } from "../../src/domain/clock";
import { createAssertion } from "../../src/protocol/assertion";
import { sha256 } from "../../src/protocol/sha256";
import { formatSyncRequest } from "../../src/protocol/sync-request";
import { protocolVersion } from "../../src/protocol/version";
import { generateDirectives } from "../support/directives";
import { temporaryFolder } from "../support/folder";
import { publishOn } from "../support/office-client";
import { type PreparedPhone, prepareData } from "../support/prepared-data";
import { createServerProcess, type ServerProcess } from "../support/server-process";

/** All phones of the commune of the seed. */
const phoneCount = 1657;
/** As many as a small office line holds open at once. */
const connections = 256;

interface Answer {
  readonly status: number;
  readonly ms: number;
  readonly body: Buffer;
}

const agent = new Agent({ keepAlive: true, maxSockets: connections });

const send = (
  server: ServerProcess,
  method: string,
  path: string,
  authorization: string,
  body: string,
  type = "text/plain",
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const headers = { authorization, "content-type": type, "accept-encoding": "gzip" };
    const sent = request(`${server.origin}${path}`, { method, agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const raw = Buffer.concat(chunks);
        const body = response.headers["content-encoding"] === "gzip" ? gunzipSync(raw) : raw;
        resolve({ status: response.statusCode ?? 0, ms: performance.now() - started, body });
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });

const hello = (phone: PreparedPhone, epoch: string | null) =>
  formatSyncRequest({
    hello: { v: protocolVersion, epoch, cursors: phone.cursors, want: [], texts: true },
    push: [],
  });

const assertion = (phone: PreparedPhone) =>
  createAssertion(phone.signer, { method: "POST", path: "/sync" }, systemClock);

const percentile = (sorted: readonly number[], p: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0;

test("1,657 phones pull one new directive at once", async () => {
  const dataDir = temporaryFolder();
  const paper = generateDirectives(1, 20_000, 3)[0];
  if (!paper) throw new Error("no paper");
  const { root, phones } = await prepareData(dataDir, { phones: phoneCount });
  const server = await createServerProcess(dataDir);
  await server.start();
  try {
    const [first] = phones;
    if (!first) throw new Error("no phones");
    const before = await send(server, "POST", "/sync", await assertion(first), hello(first, null));
    const epoch = /"epoch":"([^"]+)"/.exec(before.body.toString())?.[1] ?? null;

    await publishOn(server.origin, root, [paper]);
    const hash = await sha256(paper.json);

    const ready = await Promise.all(
      phones.map(async (phone) => ({ phone, authorization: await assertion(phone) })),
    );
    const idleKb = server.residentKb();
    const started = performance.now();
    const answers = await Promise.all(
      ready.map(({ phone, authorization }) =>
        send(server, "POST", "/sync", authorization, hello(phone, epoch)),
      ),
    );
    const seconds = (performance.now() - started) / 1000;
    const served = answers.filter(
      ({ status, body }) => status === 200 && body.includes(hash) && body.toString().endsWith(". 0\n"),
    );
    const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
    process.stdout.write(
      [
        `phones served whole        ${served.length} of ${phoneCount}, refused ${answers.filter(({ status }) => status !== 200).length}`,
        `all served in              ${seconds.toFixed(1)} s (${Math.round(phoneCount / seconds)} a second; load generator on the same machine)`,
        `one phone p50 / p95 / max  ${[0.5, 0.95, 1].map((p) => `${Math.round(percentile(times, p))} ms`).join(" / ")}, from a queue of ${connections} connections`,
        `server memory before/after ${Math.round(idleKb / 1024)} / ${Math.round(server.residentKb() / 1024)} MB`,
        "",
      ].join("\n"),
    );
    expect(served.length).toBe(phoneCount);
  } finally {
    agent.destroy();
    await server.stop();
  }
});
