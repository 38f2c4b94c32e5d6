import { appendFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { maxTextBytes } from "../../src/domain/document";
import { cellScope, memberScope, type Scope } from "../../src/domain/scope";
import { backup } from "../../src/server/cli/backup";
import { type Office, openOffice } from "../../src/server/cli/open-office";
import { restore } from "../../src/server/cli/restore";
import { readSettings, type Settings } from "../../src/server/cli/settings";
import type { NumberedEntry } from "../../src/server/log/log";
import { createTestCommune } from "../support/commune";
import { temporaryFolder } from "../support/folder";
import { startPostgres, type TestPostgres } from "../support/postgres";

let server: TestPostgres;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

const quiet = () => undefined;
const place = async (kind: "PGlite" | "PostgreSQL"): Promise<Settings> => ({
  ...readSettings({ DATA_DIR: join(temporaryFolder(), "data") }),
  databaseUrl: kind === "PostgreSQL" ? await server.newDatabase() : undefined,
});
const openAt = async (
  settings: Settings,
  root?: Parameters<typeof openOffice>[0]["root"],
): Promise<Office> => {
  const office = await openOffice({ settings, root, say: quiet });
  let open = true;
  const close = async () => {
    if (open) await office.close();
    open = false;
  };
  onTestFinished(close);
  return { ...office, close };
};

const everything = async ({ log }: Office, scopes: readonly Scope[]) => {
  const all: Record<string, { digest: string | undefined; entries: readonly NumberedEntry[] }> = {};
  for (const scope of scopes) {
    const entries: NumberedEntry[] = [];
    for (;;) {
      const page = await log.page(scope, entries.at(-1)?.n ?? 0);
      if (page.entries.length === 0) break;
      entries.push(...page.entries);
    }
    all[scope] = { digest: await log.digestAt(scope, entries.length), entries };
  }
  return all;
};

const kinds = [
  ["PGlite", "PGlite"],
  ["PostgreSQL", "PostgreSQL"],
  ["PGlite", "PostgreSQL"],
  ["PostgreSQL", "PGlite"],
] as const;

describe.each(kinds)("from %s to %s", (from, to) => {
  test("a backup holds all of it under the same numbers, and phones bring back what came later", async () => {
    const commune = await createTestCommune();
    const { east } = commune;
    const here = await place(from);
    const office = await openAt(here, commune.root.id);
    const push = async (into: Office, signed: Parameters<Office["log"]["accept"]>[0]) =>
      (await into.log.accept(signed)).map((verdict) =>
        verdict.is === "rejected" ? verdict.code : verdict.is,
      );
    const putText = (into: Office, text: string) =>
      into.blobs.put(new TextEncoder().encode(text), maxTextBytes);
    expect(new Set(await push(office, commune.founding))).toEqual(new Set(["applied"]));
    const [kept, recalled, late] = [await commune.paper(), await commune.paper(), await commune.paper()];
    for (const paper of [kept, recalled]) {
      await putText(office, paper.text);
      expect(await push(office, [paper.signed])).toEqual(["applied"]);
    }
    const receipt = await commune.receipt(east.members[0], kept.id);
    expect(await push(office, [await commune.recall(recalled), receipt])).toEqual(["applied", "applied"]);
    const scopes: Scope[] = ["commune", "office", cellScope(east.org), memberScope(east.members[0].member)];
    const before = await everything(office, scopes);

    // A line that is being written at this very moment was not answered for, and is left out.
    if (from === "PGlite") appendFileSync(join(here.dataDir, "journal/journal.000001"), "0badc0de {");
    const tar = join(temporaryFolder(), "backup.tar");
    await backup(["--to", tar], here, quiet);
    expect(statSync(tar).mode & 0o777).toBe(0o600);
    const later = await commune.receipt(east.members[1], kept.id);
    if (from === "PostgreSQL") {
      await putText(office, late.text);
      expect(await push(office, [late.signed, later])).toEqual(["applied", "applied"]);
    }
    const { epoch } = office.log;
    await office.close();

    const there = await place(to);
    await restore([tar], there, quiet);
    const copy = await openAt(there);
    expect(copy.log.epoch).not.toBe(epoch);
    expect(await everything(copy, scopes)).toEqual(before);
    expect(before.commune?.entries.some(({ payload }) => payload === undefined)).toBe(true);
    expect(new TextDecoder().decode(await copy.blobs.read(kept.textHash))).toBe(kept.text);
    expect(await copy.log.mayRead(kept.textHash, ["commune"])).toBe(true);
    expect(await copy.log.mayRead(recalled.textHash, ["commune"])).toBe(false);

    await putText(copy, late.text);
    expect(await push(copy, [kept.signed, receipt, late.signed, later])).toEqual([
      "duplicate",
      "duplicate",
      "applied",
      "applied",
    ]);
    await expect(restore([tar], there, quiet)).rejects.toThrow("is not empty");
  });
});
