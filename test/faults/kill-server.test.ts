import { expect, onTestFinished, test } from "vitest";
import { systemClock } from "../../src/domain/clock";
import { receiptScopes } from "../../src/domain/document";
import { type DocumentId, newLocalId } from "../../src/domain/ids";
import { createSeededRandom } from "../../src/domain/random";
import { cellScope, memberScope } from "../../src/domain/scope";
import { createAssertion } from "../../src/protocol/assertion";
import { emptyDigest, extendDigest } from "../../src/protocol/digest";
import { signEntry } from "../../src/protocol/signed-entry";
import { parseSyncLine } from "../../src/protocol/sync-line";
import { formatSigned, formatSyncRequest } from "../../src/protocol/sync-request";
import { protocolVersion } from "../../src/protocol/version";
import { systemRandom } from "../../src/server/cli/open-office";
import { embeddedFolder } from "../support/embedded";
import { type PreparedPhone, prepareData } from "../support/prepared-data";
import { createServerProcess, type ServerProcess } from "../support/server-process";

const rounds = 10;
const perPush = 5;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A signed request that may break off at any byte; its lines as far as they came. */
const request = async (server: ServerProcess, phone: PreparedPhone, path: string, body: string) => {
  const lines: string[] = [];
  try {
    const authorization = await createAssertion(phone.signer, { method: "POST", path }, systemClock);
    const headers = { Authorization: authorization, "Accept-Encoding": "identity" };
    const answer = await fetch(server.origin + path, { method: "POST", headers, body });
    if (!answer.ok || !answer.body) return lines;
    let rest = "";
    const decoder = new TextDecoder();
    for await (const piece of answer.body) {
      const parts = (rest + decoder.decode(piece, { stream: true })).split("\n");
      rest = parts.pop() ?? "";
      lines.push(...parts);
    }
  } catch {
    // Cut off: what came whole counts, as it does on a phone.
  }
  return lines;
};

test(`killed ${rounds} times while phones push: nothing acknowledged is lost, nothing changed, no number missing`, async () => {
  const seed = Number(process.env.SEED ?? 20261124);
  const draw = createSeededRandom(seed);
  const dataDir = await embeddedFolder();
  const { phones } = await prepareData(dataDir, { phones: 8 });
  const server = await createServerProcess(dataDir);
  onTestFinished(() => server.kill());

  /** What each phone was told is kept, and everything it ever sent. */
  const acknowledged = new Map(phones.map((phone) => [phone, new Map<string, string>()]));
  const sent = new Map(phones.map((phone) => [phone, new Map<string, string>()]));
  let killed = false;
  let heard = 0;
  const push = async (phone: PreparedPhone) => {
    while (!killed) {
      const batch = await Promise.all(
        Array.from({ length: perPush }, () => {
          const scopes = receiptScopes(phone.org, phone.member);
          const subject = newLocalId<DocumentId>(systemRandom);
          return signEntry(
            phone.signer,
            { type: "document.read", scopes, subject, body: {} },
            systemClock,
            systemRandom,
          );
        }),
      );
      for (const signed of batch) sent.get(phone)?.set(signed.entry.id, formatSigned(signed));
      const hello = { v: protocolVersion, epoch: null, cursors: phone.cursors, want: [], texts: false };
      for (const text of await request(server, phone, "/sync", formatSyncRequest({ hello, push: batch }))) {
        const line = parseSyncLine(text);
        if (line?.tag !== "verdict" || line.verdict.is === "rejected") continue;
        acknowledged.get(phone)?.set(line.verdict.id, sent.get(phone)?.get(line.verdict.id) ?? "");
        heard += 1;
      }
    }
  };

  for (let round = 0; round < rounds; round += 1) {
    await server.start();
    killed = false;
    const pushing = Promise.all(phones.map(push));
    const before = heard;
    while (heard === before) await pause(10);
    await pause(draw.next() * 600);
    await server.kill();
    killed = true;
    await pushing;
  }

  await server.start();
  let count = 0;
  for (const phone of phones) {
    const wanted = [...(acknowledged.get(phone) ?? [])];
    count += wanted.length;
    const kept: string[] = [];
    for (let from = 0; from < wanted.length; from += 500) {
      const ids = wanted.slice(from, from + 500).map(([id]) => id);
      kept.push(...(await request(server, phone, "/entries", JSON.stringify({ ids }))));
    }
    expect(new Set(kept)).toEqual(new Set(wanted.map(([, line]) => line)));

    // What was written unanswered may be there, too; nothing else, nothing twice, no gap, and the digest agrees.
    const scope = memberScope(phone.member);
    const ids = (await request(server, phone, "/ids", JSON.stringify({ scope }))).map((line) =>
      line.split(" "),
    );
    expect(ids.map(([n]) => Number(n))).toEqual(ids.map((_, i) => i + 1));
    expect(new Set(ids.map(([, id]) => id)).size).toBe(ids.length);
    for (const [, id = ""] of ids) expect(sent.get(phone)?.has(id)).toBe(true);
    let digest = emptyDigest;
    for (const [, , signature = ""] of ids) digest = await extendDigest(digest, signature);
    const cursors = { [scope]: { n: ids.length, full: ids.length, digest } };
    const hello = { v: protocolVersion, epoch: null, cursors, want: [], texts: false };
    const answer = await request(server, phone, "/sync", formatSyncRequest({ hello, push: [] }));
    expect(answer.filter((line) => line.startsWith("d "))).toEqual([]);
    expect(answer.some((line) => line.startsWith(`p ${cellScope(phone.org)} `))).toBe(true);
  }
  process.stdout.write(`seed ${seed}: ${count} entries acknowledged over ${rounds} kills, 0 lost\n`);
  expect(count).toBeGreaterThan(rounds * perPush);
  expect(await server.stop()).toBe(0);
}, 600_000);
