import { sql } from "drizzle-orm";
import type { Clock } from "../../domain/clock";
import type { KeyId } from "../../domain/ids";
import type { Db } from "../db/database";
import type { Log } from "./log";

/** Devices whose last confirmation is remembered, so that an unchanged one costs nothing. */
const memoEntries = 20_000;

export interface Confirmations extends Pick<Log, "confirm"> {
  /** Resolves when everything confirmed so far is written. */
  idle(): Promise<void>;
}

/** In a burst those of a fifth of a second are written together, in milliseconds. */
const pause = 200;

/**
 * How far each device says it holds each scope. Requests that come together are written in one statement;
 * a confirmation lost in a crash comes again with the device's next sync.
 */
export const createConfirmations = (db: Db, clock: Clock): Confirmations => {
  const memo = new Map<string, string>();
  let waiting = new Map<string, { key: string; scope: string; n: number; full: number; seen_at: number }>();
  let running: Promise<void> | undefined;

  let writtenAt = Number.NEGATIVE_INFINITY;
  const write = async () => {
    while (waiting.size) {
      const rest = writtenAt + pause - performance.now();
      if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
      writtenAt = performance.now();
      const rows = [...waiting.values()];
      waiting = new Map();
      await db.execute(sql`
        insert into device_cursor (key, scope, n, "full", seen_at)
        select key, scope, n, "full", seen_at
        from json_to_recordset(${JSON.stringify(rows)}::text::json)
          as t(key text, scope text, n bigint, "full" bigint, seen_at bigint)
        order by key, scope
        on conflict (key, scope) do update
          set n = excluded.n, "full" = excluded."full", seen_at = excluded.seen_at`);
    }
  };

  return {
    idle: async () => {
      await running?.catch(() => undefined);
    },
    confirm: async (device: KeyId, cursors) => {
      const said = JSON.stringify(Object.entries(cursors).map(([scope, c]) => [scope, c?.n, c?.full]));
      if (said === "[]" || memo.get(device) === said) return;
      for (const [scope, cursor] of Object.entries(cursors))
        if (cursor)
          waiting.set(`${device} ${scope}`, {
            key: device,
            scope,
            n: cursor.n,
            full: cursor.full,
            seen_at: clock.now(),
          });
      running ??= Promise.resolve()
        .then(write)
        .finally(() => {
          running = undefined;
        });
      await running;
      if (memo.size >= memoEntries) memo.clear();
      memo.set(device, said);
    },
  };
};
