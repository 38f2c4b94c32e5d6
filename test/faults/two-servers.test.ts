import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { committeeScope } from "../../src/domain/scope";
import { openOffice } from "../../src/server/cli/open-office";
import { temporaryFolder } from "../support/folder";
import { startPostgres, type TestPostgres } from "../support/postgres";
import { prepareData } from "../support/prepared-data";
import { createServerProcess } from "../support/server-process";
import { linesAs, receiptsOf, syncBody, verdictsIn } from "../support/wire-client";

const writers = 50;
const pushes = 4;
const perPush = 3;

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres?.stop(), 30_000);

test("two servers on one PostgreSQL, 50 writers in one scope: no number missing, none given twice, a follower skips nothing", async () => {
  const databaseUrl = await postgres.newDatabase();
  const dataDir = temporaryFolder();
  const { root, phones } = await prepareData(dataDir, { phones: writers, perCell: writers, databaseUrl });
  const env = { DATABASE_URL: databaseUrl };
  const servers = await Promise.all([1, 2].map(() => createServerProcess(dataDir, [], env, { bare: true })));
  onTestFinished(async () => {
    await Promise.all(servers.map((server) => server.kill()));
  });
  await Promise.all(servers.map((server) => server.start()));

  const office = await openOffice({ settings: { dataDir, databaseUrl }, root: root.id, say: () => {} });
  onTestFinished(() => office.close());
  const [{ org } = { org: undefined }] = phones;
  if (!org) throw new Error("no cell");
  const followed: { readonly n: number; readonly id: string }[] = [];
  let done = false;
  const follow = async () => {
    for (;;) {
      const last = done;
      const { entries } = await office.log.page(committeeScope(org), followed.at(-1)?.n ?? 0);
      for (const { n, id } of entries) followed.push({ n, id });
      if (last && entries.length === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const following = follow();

  const written: string[] = [];
  await Promise.all(
    phones.map(async (phone, i) => {
      for (let push = 0; push < pushes; push += 1) {
        const signed = await receiptsOf(phone, perPush);
        // An impatient phone asks both at once.
        const asked = push === 0 ? servers : [servers[(i + push) % 2] ?? servers[0]];
        const answers = await Promise.all(
          asked.map((server) =>
            linesAs(server?.origin ?? "", phone.signer, "/sync", syncBody(signed, phone.cursors)),
          ),
        );
        for (const lines of answers)
          expect(verdictsIn(lines).map(({ is, id }) => [is !== "rejected", id])).toEqual(
            signed.map(({ entry }) => [true, entry.id]),
          );
        written.push(...signed.map(({ entry }) => entry.id));
      }
    }),
  );
  done = true;
  await following;

  const receipts = followed.filter(({ id }) => written.includes(id));
  expect(followed.map(({ n }) => n)).toEqual(followed.map((_, i) => i + 1));
  expect(receipts).toHaveLength(writers * pushes * perPush);
  expect(new Set(receipts.map(({ id }) => id))).toEqual(new Set(written));
  expect(await Promise.all(servers.map((server) => server.stop()))).toEqual([0, 0]);
}, 120_000);
