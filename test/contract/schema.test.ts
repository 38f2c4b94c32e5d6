import { sql } from "drizzle-orm";
import { getTableConfig } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { rowsOf } from "../../src/server/db/database";
import { migrate, NewerSchema } from "../../src/server/db/migrate";
import { openDatabase } from "../../src/server/db/open-database";
import * as schema from "../../src/server/db/schema";
import { embeddedFolder } from "../support/embedded";

test("the tables that Drizzle knows are those that the migrations make", async () => {
  const { db, close } = await openDatabase({ dataDir: await embeddedFolder() });
  for (const table of Object.values(schema)) {
    const { name, columns } = getTableConfig(table);
    const made = await rowsOf<{ name: string; nullable: string; type: string }>(
      db,
      sql`select column_name as name, is_nullable as nullable, data_type as type
          from information_schema.columns where table_name = ${name} and table_schema = 'public'`,
    );
    const known = columns.map((column) => ({
      name: column.name,
      nullable: column.notNull || column.primary ? "NO" : "YES",
      type: column.getSQLType(),
    }));
    const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
    expect([...made].sort(byName)).toEqual(known.sort(byName));
  }

  // A second start finds nothing to do; a database of a newer program is left alone.
  await migrate(db);
  await db.execute(sql`insert into migration (name) values ('999-of-tomorrow')`);
  await expect(migrate(db)).rejects.toThrow(NewerSchema);
  await close();
});
