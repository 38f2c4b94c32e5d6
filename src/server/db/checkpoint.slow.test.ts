import { sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { embeddedFolder } from "../../../test/support/embedded";
import { checkpointIfDue } from "./checkpoint";
import { openDatabase } from "./open-database";

test("the embedded database's write-ahead log is written out once it is long, and not before", async () => {
  const database = await openDatabase({ dataDir: await embeddedFolder() });
  onTestFinished(() => database.close());
  const { db } = database;
  const limit = 1024 * 1024;
  await db.execute(sql`checkpoint`);
  await db.execute(sql`create table filler (words text)`);
  expect(await checkpointIfDue(database, limit)).toBe(false);
  await db.execute(
    sql`insert into filler select repeat(md5(n::text), 30) from generate_series(1, 2000) as n`,
  );
  expect(await checkpointIfDue(database, limit)).toBe(true);
  expect(await checkpointIfDue(database, limit)).toBe(false);
  expect(await checkpointIfDue({ ...database, kind: "postgres" }, 0)).toBe(false);
});
