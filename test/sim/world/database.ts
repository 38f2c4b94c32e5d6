import { drizzle } from "drizzle-orm/pg-proxy";
import type { Database, Db } from "../../../src/server/db/database";
import * as schema from "../../../src/server/db/schema";
import { soon } from "./loop";
import { commit, newTransaction, rollback, type Transaction } from "./rows";
import { type Statement, statements } from "./statements";
import { emptyTables, newTables, type Tables } from "./tables";

/*
 * A database in memory that speaks the product's own SQL. Not PGlite: a thousand worlds in five minutes leave it half a
 * millisecond for a statement, two servers on one PostgreSQL need transactions that overlap, and a crash must be possible at
 * each statement.
 */

export interface Connection {
  readonly database: Database;
  /** The process is gone: what it had not committed is taken back, and its statements never come back. */
  kill(): void;
}

export interface MemoryDatabase {
  readonly tables: Tables;
  connect(kind: Database["kind"], options?: { readonly pause?: () => Promise<void> }): Connection;
  /** Everything is lost, as a folder that cannot be opened. */
  clear(): void;
}

const known = new Map<string, Statement>();
const statementOf = (sql: string): Statement => {
  const found = known.get(sql);
  if (found) return found;
  const text = sql.replace(/\s+/g, " ").trim();
  const [best] = statements
    .filter(([start]) => text.startsWith(start))
    .sort(([a], [b]) => b.length - a.length);
  if (!best) throw new Error(`the database of the simulator does not know: ${text.slice(0, 200)}`);
  known.set(sql, best[1]);
  return best[1];
};

const never = new Promise<never>(() => undefined);

export const createMemoryDatabase = (): MemoryDatabase => {
  const tables = newTables();

  const connect: MemoryDatabase["connect"] = (kind, { pause } = {}) => {
    let dead = false;
    const open = new Set<Transaction>();
    /** PGlite does one thing at a time, a whole transaction included. */
    let tail: Promise<unknown> = Promise.resolve();
    const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
      if (kind === "postgres") return task();
      const turn = tail.then(task, task);
      tail = turn.catch(() => undefined);
      return turn;
    };
    const alive = async () => {
      if (dead) await never;
    };

    const run = async (sql: string, params: readonly unknown[], tx: Transaction) => {
      await new Promise<void>((resolve) => {
        soon(resolve);
      });
      if (pause) await pause();
      await alive();
      const statement = statementOf(sql);
      const rows = await statement(tables, tx, params, sql);
      await alive();
      return rows;
    };

    const within = async <T>(task: (tx: Transaction) => Promise<T>): Promise<T> => {
      await alive();
      const tx = newTransaction();
      open.add(tx);
      try {
        const value = await task(tx);
        await alive();
        commit(tx);
        return value;
      } catch (error) {
        await alive();
        rollback(tx);
        throw error;
      } finally {
        open.delete(tx);
      }
    };

    const clientOf =
      (tx: Transaction | undefined) => async (sql: string, params: unknown[], method: string) => {
        const rows = tx
          ? await run(sql, params, tx)
          : await inTurn(() => within((own) => run(sql, params, own)));
        // A row of the query builder is a list in the order of the statement's columns, which objects here keep.
        return { rows: method === "execute" ? [...rows] : rows.map((row) => Object.values(row)) };
      };

    const db = drizzle(clientOf(undefined), { schema }) as unknown as Db;
    const transaction = (task: (tx: Db) => Promise<unknown>) =>
      inTurn(() => within((tx) => task(drizzle(clientOf(tx), { schema }) as unknown as Db)));
    Object.defineProperty(db, "transaction", { value: transaction });

    return {
      database: { kind, db, rebuilt: false, close: async () => undefined },
      kill: () => {
        dead = true;
        for (const tx of [...open]) rollback(tx);
        open.clear();
      },
    };
  };

  return { tables, connect, clear: () => emptyTables(tables) };
};
