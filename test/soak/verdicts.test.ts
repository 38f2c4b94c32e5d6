import { describe, expect, test } from "vitest";
import { systemClock } from "../../src/domain/clock";
import type { EntryId, Hash, MemberId, OrgId } from "../../src/domain/ids";
import { emptyDigest, extendDigest } from "../../src/protocol/digest";
import { sha256 } from "../../src/protocol/sha256";
import { signEntry } from "../../src/protocol/signed-entry";
import { formatSyncLine } from "../../src/protocol/sync-line";
import { systemRandom } from "../../src/server/cli/open-office";
import { newSigner } from "../support/commune";
import { checkCopies, checkLog } from "./end-check";
import { growthOf } from "./growth";
import { createLedger } from "./ledger";
import { type LightPhone, syncPhone } from "./light-phone";
import type { Line } from "./line";

/* A soak that finds nothing must be one that would have found something. */

const member = "0123456789ab" as MemberId;
const phoneOf = async (): Promise<LightPhone> => ({
  signer: await newSigner(),
  member,
  org: "0123456789ab" as OrgId,
  cursors: {},
  epoch: null,
  outbox: [],
  unread: [],
});

/** A phone with one entry to push and the right answer to it: a verdict, two entries of which one issues a paper, its text. */
const createExchange = async () => {
  const ledger = createLedger();
  const phone = await phoneOf();
  const text = '{"v":1,"blocks":[]}';
  const hash = await sha256(text);
  ledger.texts.set(hash, Buffer.from(text));
  const write = async (subject: string) => {
    const draft = { type: "document.issued", scopes: ["commune" as const], subject, body: {} };
    const { entry, ...signed } = await signEntry(phone.signer, draft, systemClock, systemRandom);
    ledger.written.set(entry.id, signed);
    return { id: entry.id as EntryId, signed };
  };
  const entries = [await write("first"), await write("second")] as const;
  ledger.papers.set(entries[1].id, {
    document: "0123456789ab" as never,
    text: hash,
    asksConfirmation: false,
  });
  phone.outbox.push(entries[0].signed);
  const first = await extendDigest(emptyDigest, entries[0].signed.signature);
  const digest = await extendDigest(first, entries[1].signed.signature);
  const lines = [
    formatSyncLine({ tag: "hello", hello: { v: 1, now: 0, epoch: "e", scopes: ["commune"] } }),
    formatSyncLine({ tag: "verdict", verdict: { id: entries[0].id, is: "applied" } }),
    formatSyncLine({ tag: "page", scope: "commune", from: 0, head: 2 }),
    formatSyncLine({ tag: "entry", n: 1, signed: entries[0].signed }),
    formatSyncLine({ tag: "entry", n: 2, signed: entries[1].signed }),
    formatSyncLine({ tag: "commit", n: 2, digest }),
    formatSyncLine({ tag: "text", hash: hash as Hash, text }),
    formatSyncLine({ tag: "end", more: false }),
  ];
  const answer = async (lines: readonly string[]) => {
    const body = Buffer.from(lines.map((line) => `${line}\n`).join(""));
    const line: Line = {
      ask: async () => ({ body, up: 1, down: body.length, ms: 1 }),
      limited: () => 0,
      broken: () => 0,
      close: () => undefined,
    };
    await syncPhone(phone, line, ledger);
  };
  return { ledger, phone, entries, lines, digest, answer };
};

test("a light phone takes a right answer", async () => {
  const { ledger, phone, entries, lines, digest, answer } = await createExchange();
  await answer(lines);
  expect(ledger.faults).toEqual([]);
  expect([...ledger.acknowledged]).toEqual([entries[0].id]);
  expect(phone.cursors).toEqual({ commune: { n: 2, full: 2, digest } });
  expect(phone.unread).toHaveLength(1);
});

test.each([1, 2, 3, 4, 5, 6, 7])("a light phone notices that line %i is missing", async (missing) => {
  const { ledger, lines, answer } = await createExchange();
  await answer(lines.filter((_, i) => i !== missing));
  expect(ledger.faults).not.toEqual([]);
});

/** The last letter or digit; of a page's beginning the number after which it begins. */
const lastOf = (line: string) => (line.startsWith("p ") ? /\w(?= \d+$)/ : /\w(?=[^\w]*$)/);

test.each([1, 2, 3, 4, 5, 6])("a light phone notices one letter changed in line %i", async (changed) => {
  const { ledger, lines, answer } = await createExchange();
  await answer(
    lines.map((line, i) =>
      i === changed ? line.replace(lastOf(line), (letter) => (letter === "7" ? "8" : "7")) : line,
    ),
  );
  expect(ledger.faults).not.toEqual([]);
});

describe("at the end", () => {
  const whole = async () => {
    const { ledger, phone, entries, lines, digest, answer } = await createExchange();
    await answer(lines);
    for (const { id } of entries) ledger.acknowledged.add(id);
    const listed = new Map<string, string>(entries.map(({ id, signed }) => [id, signed.signature]));
    const server = new Map([["commune" as const, { head: 2, digest }]]);
    return { ledger, phone, entries, listed, server, digest };
  };

  test("a log and copies that agree are let pass", async () => {
    const { ledger, phone, listed, server, digest } = await whole();
    expect(checkLog(ledger, listed)).toEqual({ listed: 2, acknowledged: 2 });
    checkCopies(ledger, server, [phone], [{ phone: "desk", scope: "commune", n: 2, digest, entries: 2 }]);
    expect(ledger.faults).toEqual([]);
  });

  test("an acknowledged entry that is missing, another one in its place, and one that nobody wrote are found", async () => {
    const { ledger, entries, listed } = await whole();
    listed.delete(entries[0].id);
    listed.set(entries[1].id, "another");
    listed.set("stranger", "signature");
    checkLog(ledger, listed);
    expect(ledger.faults).toHaveLength(3);
  });

  test("a copy that differs is found, on a light phone and on a whole one", async () => {
    const { ledger, phone, server, digest } = await whole();
    const light = { ...phone, cursors: { commune: { n: 2, full: 2, digest: emptyDigest } } };
    checkCopies(ledger, server, [light], [{ phone: "desk", scope: "commune", n: 1, digest, entries: 1 }]);
    checkCopies(ledger, server, [], [{ phone: "desk", scope: "commune", n: 2, digest, entries: 1 }]);
    expect(ledger.faults).toHaveLength(3);
  });
});

describe("memory", () => {
  const mega = 1024 * 1024;
  const year = (bytesAt: (month: number) => number, months = 12) =>
    Array.from({ length: months }, (_, month) => ({
      entries: 20_000 * month,
      memory: { rss: 0, heapUsed: bytesAt(month), external: 0, modules: 0, cpu: 0 },
      disk: { database: 0, wal: 0, journal: 0, texts: 0, forms: 2 * mega * month },
    }));

  test("caches that fill in the first months and are full then are no growth", () => {
    expect(growthOf(year((month) => Math.min(month, 3) * 60 * mega))?.steady).toBe(true);
  });
  test("the cache of compressed texts may fill with what is published", () => {
    expect(growthOf(year((month) => month * 3 * mega))?.steady).toBe(true);
  });
  test("every entry kept is growth", () => {
    expect(growthOf(year((month) => 20_000 * month * 500))).toMatchObject({ steady: false });
  });
  test("up and down by some megabytes is none", () => {
    expect(growthOf(year((month) => (60 + (month % 3) * 4) * mega))?.steady).toBe(true);
  });
  test("a short run is not judged", () => {
    expect(growthOf(year((month) => month * 100 * mega, 5))).toBeUndefined();
  });
});
