import { sql } from "drizzle-orm";
import { type Db, rowsOf } from "./database";
import { migrations } from "./migrations";

/** One lock for all processes that start at once on one PostgreSQL. */
const lockKey = 7_205_759;

export class NewerSchema extends Error {
  constructor() {
    super("the database was made by a newer version of this program; start that version");
  }
}

/** Brings the schema up to date; each step is remembered in the table `migration`. */
export const migrate = (db: Db): Promise<void> =>
  db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${sql.raw(String(lockKey))})`);
    await tx.execute(sql`create table if not exists migration (name text primary key)`);
    const rows = await rowsOf<{ name: string }>(tx, sql`select name from migration`);
    const known = new Set(migrations.map(({ name }) => name));
    if (rows.some(({ name }) => !known.has(name))) throw new NewerSchema();
    const done = new Set(rows.map(({ name }) => name));
    for (const { name, statements } of migrations) {
      if (done.has(name)) continue;
      for (const statement of statements) await tx.execute(sql.raw(statement));
      await tx.execute(sql`insert into migration (name) values (${name})`);
    }
  });
