import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DocumentId } from "../../src/domain/ids";
import { memberScope, type Scope } from "../../src/domain/scope";
import { createBlobs } from "../../src/server/blobs/create-blobs";
import type { Database } from "../../src/server/db/database";
import { openDatabase } from "../../src/server/db/open-database";
import { createLog, type LogOptions } from "../../src/server/log/create-log";
import { openJournal } from "../../src/server/log/journal";
import type { Log } from "../../src/server/log/log";
import { createTestCommune, type TestCommune } from "../support/commune";
import { embeddedFolder, shareEmbedded } from "../support/embedded";
import { temporaryFolder } from "../support/folder";

let embedded: Awaited<ReturnType<typeof shareEmbedded>>;
beforeAll(async () => {
  embedded = await shareEmbedded();
}, 60_000);
afterAll(() => embedded?.stop());

/** A log whose folder stays while its database is swapped, set back or broken under it. */
const office = async () => {
  const commune = await createTestCommune();
  const dataDir = temporaryFolder();
  const said: string[] = [];
  const say = (line: string) => said.push(line);
  const blobs = await createBlobs({ dataDir, clock: commune.clock });
  const open = async (database: Database, options: Partial<LogOptions> = {}) =>
    createLog({
      database,
      journal: await openJournal({ dataDir, say }),
      blobs,
      clock: commune.clock,
      root: commune.root.id,
      say,
      ...options,
    });
  const issue = async (log: Log, ...args: Parameters<TestCommune["paper"]>) => {
    const paper = await commune.paper(...args);
    await blobs.put(new TextEncoder().encode(paper.text), 1 << 20);
    expect(await log.accept([paper.signed])).toMatchObject([{ is: "applied" }]);
    return paper;
  };
  return { commune, dataDir, said, open, issue };
};

const scopesOf = (commune: TestCommune): Scope[] => [
  "commune",
  "office",
  ...[commune.east, commune.west].flatMap(({ org, members }): Scope[] => [
    `cell:${org}`,
    `committee:${org}`,
    memberScope(members[0].member),
  ]),
];

/** Everything that phones could see of the log. */
const everything = async (log: Log, scopes: readonly Scope[]) => {
  const pages = [];
  for (const scope of scopes) {
    let page = await log.page(scope, 0);
    while (page.entries.length) {
      pages.push(page);
      page = await log.page(scope, page.entries.at(-1)?.n ?? 0);
    }
  }
  const { keys, places, members, commune } = await log.directory();
  return { epoch: log.epoch, pages, keys: [...keys], places: [...places], members: [...members], commune };
};

/** Takes the newest entries back out, as a database that was not fsynced before a power cut may do by itself. */
const forget = async ({ db }: Database, where: ReturnType<typeof sql>) => {
  await db.execute(sql`create temporary table lost as select id from entry where ${where}`);
  for (const table of ["blob_ref", "claim", "scope_entry"])
    await db.execute(sql`delete from ${sql.raw(table)} where entry_id in (select id from lost)`);
  await db.execute(sql`delete from entry where id in (select id from lost)`);
  await db.execute(sql`
    update scope set head = coalesce((select max(n) from scope_entry e where e.scope = name), 0),
      digest = coalesce((select digest from scope_entry e where e.scope = name order by n desc limit 1), digest)`);
  await db.execute(sql`drop table lost`);
};

const filled = async () => {
  const all = await office();
  const { commune, open, issue } = all;
  const database = await embedded.empty();
  const log = await open(database);
  await log.accept(commune.founding);
  const kept = await issue(log);
  const recalled = await issue(log);
  await log.accept([
    await commune.receipt(commune.east.members[0], kept.id),
    await commune.recall(recalled),
    await commune.receipt(commune.west.members[0], kept.id),
  ]);
  const before = await everything(log, scopesOf(commune));
  await log.close();
  return { ...all, database, before, kept, recalled };
};

test("a database that lost everything is filled from the journal: same numbers, same digests, same epoch", async () => {
  const { commune, open, said, before, kept, recalled } = await filled();
  const log = await open(await embedded.empty());
  expect(said.join()).toMatch(/\d+ entries were put back/);
  expect(await everything(log, scopesOf(commune))).toEqual(before);
  expect(await log.mayRead(kept.textHash, ["commune"])).toBe(true);
  expect(await log.mayRead(recalled.textHash, ["commune"])).toBe(false);
  const again = await commune.paper({ id: kept.id, words: "khác" });
  expect(await log.accept([again.signed, kept.signed])).toMatchObject([
    { is: "rejected", code: "blob-missing" },
    { is: "duplicate" },
  ]);
  const offer = commune.founding.find(({ entry }) => entry.type === "device.enrolled");
  expect(await log.accept(offer ? [offer] : [])).toMatchObject([{ is: "duplicate" }]);
  const receipt = await commune.receipt(commune.east.members[1], kept.id);
  expect(await log.accept([receipt])).toMatchObject([{ is: "applied" }]);
  await log.close();
});

test("a database that lost its newest entries, or some in the middle, gets just those back", async () => {
  const { commune, open, database, said, before } = await filled();
  const cases = [
    sql`seq > (select max(seq) - 4 from entry)`,
    sql`type in ('document.issued', 'document.read')`,
    sql`type = 'document.recalled'`,
    sql`seq = 1`,
  ];
  for (const where of cases) {
    await forget(database, where);
    said.length = 0;
    const log = await open(database);
    expect(said.join()).toMatch(/\d+ entries were put back/);
    expect(await everything(log, scopesOf(commune))).toEqual(before);
    await log.close();
  }
});

test("what was committed but not yet in the journal is added to it, and nobody sees it earlier", async () => {
  const { commune, open, dataDir, said } = await office();
  const database = await embedded.empty();
  let broken = false;
  const journal = await openJournal({ dataDir });
  const log = await open(database, {
    journal,
    faults: (at) => {
      if (broken && at === "before-journal") throw new Error("killed");
    },
  });
  await log.accept(commune.founding);
  const receipt = await commune.receipt(commune.east.members[0], "paper" as DocumentId);
  broken = true;
  await expect(log.accept([receipt])).rejects.toThrow("killed");
  await journal.close();
  // The process is gone: another one opens the same folder.
  const again = await open(database);
  expect(said.join()).toMatch("1 entries were added from the database to the journal");
  expect(await again.accept([receipt])).toMatchObject([{ is: "duplicate" }]);
  await again.close();
  const third = await open(await embedded.empty());
  expect((await third.page(memberScope(commune.east.members[0].member), 0)).entries).toHaveLength(1);
  await third.close();
  expect(readdirSync(join(dataDir, "journal"))).toHaveLength(1);
});

test("a failure before the commit leaves nothing, and the numbers go to the next", async () => {
  const { commune, open } = await office();
  let broken = false;
  const log = await open(await embedded.empty(), {
    faults: (at) => {
      if (broken && at === "before-commit") throw new Error("killed");
    },
  });
  await log.accept(commune.founding);
  const listed = await commune.newMember("Người Mới", commune.west.org);
  const heads = await log.heads(["office"]);
  broken = true;
  await expect(log.accept([listed])).rejects.toThrow("killed");
  expect(await log.heads(["office"])).toEqual(heads);
  expect((await log.directory()).members.size).toBe(7);
  broken = false;
  expect(await log.accept([listed])).toMatchObject([{ is: "applied" }]);
  expect((await log.directory()).members.size).toBe(8);
  await log.close();
});

test("a disk that fails for a while: no answer in that time, and nothing is lost afterwards", async () => {
  const { commune, open, dataDir } = await office();
  const database = await embedded.empty();
  const journal = await openJournal({ dataDir, fileBytes: 10 });
  const log = await open(database, { journal });
  await log.accept(commune.founding);
  const next = join(dataDir, "journal", "journal.000002");
  mkdirSync(next);
  const listed = await commune.newMember("Người Mới", commune.west.org);
  await expect(log.accept([listed])).rejects.toThrow();
  await expect(log.page("office", 0)).rejects.toThrow();
  rmdirSync(next);
  const page = await log.page("office", 0);
  expect(page.entries.at(-1)?.id).toBe(listed.entry.id);
  expect(await log.accept([listed])).toMatchObject([{ is: "duplicate" }]);
  expect((await log.directory()).members.size).toBe(8);
  const before = await everything(log, scopesOf(commune));
  await log.close();
  const again = await open(await embedded.empty());
  expect(await everything(again, scopesOf(commune))).toEqual(before);
  await again.close();
});

test("a torn last line is cut off; what the database still holds is written again", async () => {
  const { commune, open, dataDir, database, said, before } = await filled();
  const [file] = readdirSync(join(dataDir, "journal"));
  appendFileSync(join(dataDir, "journal", file ?? ""), '0badc0de {"seq":99,"numbers":{"comm');
  const log = await open(database);
  expect(said.join()).toMatch("unfinished bytes");
  expect(await everything(log, scopesOf(commune))).toEqual(before);
  await log.close();
});

test("journal and database of two different lives are not mixed", async () => {
  const [one, other] = [await filled(), await filled()];
  // The embedded database now holds the life of the second.
  await expect(one.open(other.database)).rejects.toThrow("two different lives");
});

test("after a power cut the database is not trusted, even where it opens", async () => {
  const { commune, open, issue } = await office();
  const dataDir = await embeddedFolder();
  const said: string[] = [];
  const openHere = async () =>
    open(await openDatabase({ dataDir, say: (line) => said.push(line) }), {
      journal: await openJournal({ dataDir }),
    });
  const log = await openHere();
  await log.accept(commune.founding);
  await issue(log);
  const before = await everything(log, scopesOf(commune));
  await log.close();
  const state = join(dataDir, "pg-state.json");
  const { boot, since } = JSON.parse(readFileSync(state, "utf8"));

  // Closed before the machine went down: it was written out.
  writeFileSync(state, JSON.stringify({ boot: "another", clean: true, since }));
  await (await openHere()).close();
  // Killed, but the machine stayed up: the pages are all there.
  writeFileSync(state, JSON.stringify({ boot, clean: false, since }));
  await (await openHere()).close();
  expect(said).toEqual([]);

  writeFileSync(state, JSON.stringify({ boot: "another", clean: false, since }));
  const again = await openHere();
  expect(said.join()).toMatch("the machine went down");
  expect(await everything(again, scopesOf(commune))).toEqual(before);
  await again.close();
}, 60_000);

test("a folder that PGlite cannot open is set aside and built again from the journal", async () => {
  const { commune, open, issue } = await office();
  const dataDir = await embeddedFolder();
  const said: string[] = [];
  const say = (line: string) => said.push(line);
  const first = await openDatabase({ dataDir });
  await expect(openDatabase({ dataDir })).rejects.toThrow(String(process.pid));
  const log = await open(first, { journal: await openJournal({ dataDir }) });
  await log.accept(commune.founding);
  await issue(log);
  const before = await everything(log, scopesOf(commune));
  await log.close();

  for (const name of ["global/pg_control", "pg_wal"]) rmSync(join(dataDir, "pg", name), { recursive: true });
  writeFileSync(join(dataDir, "pg", "global/pg_control"), "not a control file");
  const second = await openDatabase({ dataDir, say });
  expect(second.rebuilt).toBe(true);
  expect(said.join()).toMatch("moved to");
  const again = await open(second, { journal: await openJournal({ dataDir }) });
  expect(await everything(again, scopesOf(commune))).toEqual(before);
  await again.close();
  expect(readdirSync(dataDir).filter((name) => name.startsWith("pg."))).toHaveLength(1);
}, 60_000);
