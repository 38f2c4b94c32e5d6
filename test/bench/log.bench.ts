import { gunzipSync, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { DocumentId, KeyId, MemberId, OrgId } from "../../src/domain/ids";
import { cellScope, memberScope, type Scope } from "../../src/domain/scope";
import type { Cursor } from "../../src/protocol/sync-request";
import { createBlobs } from "../../src/server/blobs/create-blobs";
import { openDatabase } from "../../src/server/db/open-database";
import { createLog } from "../../src/server/log/create-log";
import { openJournal } from "../../src/server/log/journal";
import { answerSync } from "../../src/server/sync/answer-sync";
import { createTestCommune } from "../support/commune";
import { generateDirectives } from "../support/directives";
import { embeddedFolder } from "../support/embedded";

const phones = 1657;
const papers = 856;

/** Both clocks: the machine may be busy with other things. */
interface Spent {
  readonly ms: number;
  readonly cpu: number;
}

const say = (what: string, { ms, cpu }: Spent, more = "") =>
  process.stdout.write(
    `${what.padEnd(42)}${ms.toFixed(0).padStart(6)} ms, ${cpu.toFixed(0).padStart(5)} ms of CPU  ${more}\n`,
  );

const bytesOf = async (stream: ReadableStream<Uint8Array>) =>
  Buffer.from(await new Response(stream).arrayBuffer());

test("the log and its answers by themselves, without network", async () => {
  const commune = await createTestCommune();
  const { clock } = commune;
  const dataDir = await embeddedFolder();
  const database = await openDatabase({ dataDir });
  const blobs = await createBlobs({ dataDir, clock });
  const journal = await openJournal({ dataDir });
  const log = await createLog({ database, journal, blobs, clock, root: commune.root.id });
  await log.accept(commune.founding);
  const timed = async <T>(work: () => Promise<T>): Promise<[T, Spent]> => {
    const started = performance.now();
    const before = process.cpuUsage();
    const value = await work();
    const { user, system } = process.cpuUsage(before);
    return [value, { ms: performance.now() - started, cpu: (user + system) / 1000 }];
  };

  const receipts = (count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, i) =>
        commune.receipt(commune.east.members[0], `paper${i}` as DocumentId),
      ),
    );
  await log.accept(await receipts(200));
  for (const count of [1, 200, 500]) {
    const push = await receipts(count);
    const [verdicts, ms] = await timed(() => log.accept(push));
    expect(verdicts.every(({ is }) => is === "applied")).toBe(true);
    say(`accept ${count}`, ms);
  }
  const single = await receipts(200);
  const [, together] = await timed(() => Promise.all(single.map((one) => log.accept([one]))));
  say("accept 200 requests of one entry at once", together);

  const texts = generateDirectives(papers + 1, 20_000, 1).map(({ json }) => json);
  const issue = async (json: string) => {
    const blocks = JSON.parse(json).blocks;
    const paper = await commune.paper({ blocks });
    await blobs.put(new TextEncoder().encode(paper.text), 1 << 20);
    return paper;
  };
  const issued = [];
  for (const json of texts.slice(0, papers)) issued.push(await issue(json));
  for (let i = 0; i < papers; i += 400)
    await log.accept(issued.slice(i, i + 400).map(({ signed }) => signed));

  const sync = (cursors: Partial<Record<Scope, Cursor>>, member: string, org: OrgId) => {
    const scopes: Scope[] = ["commune", cellScope(org), memberScope(member as MemberId)];
    const author = {
      key: member as string as KeyId,
      root: false,
      office: false,
      committee: false,
      secretary: false,
    };
    const hello = { v: 1, epoch: log.epoch, cursors, want: [], texts: true };
    return bytesOf(answerSync({ log, blobs, clock }, { author, scopes }, { hello, push: [] }));
  };
  const [first, cold] = await timed(() => sync({}, "someone00000", commune.east.org));
  const [, warm] = await timed(() => sync({}, "someone00001", commune.east.org));
  const plain = gunzipSync(first);
  const floor = gzipSync(plain).length;
  say(
    `first sync of ${papers} papers, nothing ready`,
    cold,
    `${first.length} bytes, one gzip stream of the same: ${floor} (× ${(first.length / floor).toFixed(3)})`,
  );
  say("the same for the next phone", warm);

  const n = (await log.heads(["commune"])).get("commune") ?? 0;
  const at = { n, full: n, digest: (await log.digestAt("commune", n)) ?? "" };
  const fresh = await issue(texts.at(-1) ?? "");
  await log.accept([fresh.signed]);
  const [answers, all] = await timed(() =>
    Promise.all(
      Array.from({ length: phones }, (_, i) =>
        sync(
          { commune: at },
          `phone${String(i).padStart(7, "0")}`,
          i % 2 ? commune.east.org : commune.west.org,
        ),
      ),
    ),
  );
  expect(answers.every((bytes) => gunzipSync(bytes).includes(fresh.textHash))).toBe(true);
  say(`${phones} phones pull one new paper`, all, `${(all.cpu / phones).toFixed(2)} ms of CPU each`);
  await log.close();
}, 300_000);
