import { maxPushBytes, maxPushEntries, maxWanted } from "../../protocol/limits";
import type { SignedEntry } from "../../protocol/signed-entry";
import type { Cursor, SyncHello } from "../../protocol/sync-request";
import { protocolVersion } from "../../protocol/version";
import type { Database } from "../store/database";
import { readMeta } from "../store/meta";
import { outboxRows, toSend } from "../store/outbox";
import type { OutboxRow, WantedText } from "../store/rows";
import { readWanted } from "../store/wanted";

export interface PushLimits {
  readonly entries: number;
  readonly bytes: number;
}

export const fullPush: PushLimits = { entries: maxPushEntries, bytes: maxPushBytes };

/** After a 413: half of it, down to one entry. */
export const halve = ({ entries, bytes }: PushLimits): PushLimits => ({
  entries: Math.max(1, Math.floor(entries / 2)),
  bytes: Math.max(1, Math.floor(bytes / 2)),
});

export interface Outgoing {
  readonly hello: SyncHello;
  readonly push: readonly SignedEntry[];
  /** The outbox rows of `push`, in the same order. */
  readonly rows: readonly OutboxRow[];
  readonly pushMore: boolean;
  /** Of the directory, as it is on disk. */
  readonly revision: number | undefined;
}

/** What the phone says next, as it stands at one moment: its place in each scope, what it misses, the next piece of its outbox. */
export const buildRequest = async (db: Database, limits: PushLimits, texts: boolean): Promise<Outgoing> => {
  const [scopes, wanted, [sync, revision], queue] = await db.transaction(
    "r",
    [db.scopes, db.wanted, db.meta, db.outbox],
    () =>
      Promise.all([
        db.scopes.toArray(),
        readWanted(db),
        readMeta(db, ["sync", "revision"]),
        outboxRows(db, toSend),
      ]),
  );
  const missing = wanted.filter(({ state }) => state === "missing");
  const cursors: SyncHello["cursors"] = Object.fromEntries(
    scopes.map(({ scope, n, digest }): [typeof scope, Cursor] => [
      scope,
      { n, full: fullUpTo(scope, n, missing), digest },
    ]),
  );
  const rows = take(queue, limits);
  const wants = texts ? missing : missing.filter(({ rank }) => rank.startsWith("0"));
  return {
    hello: {
      v: protocolVersion,
      epoch: sync?.epoch ?? null,
      cursors,
      want: wants
        .sort((a, b) => (a.rank < b.rank ? -1 : 1))
        .slice(0, maxWanted)
        .map(({ hash }) => hash),
      texts,
    },
    push: rows,
    rows,
    pushMore: rows.length < queue.length,
    revision,
  };
};

/** The highest number up to which no text of the scope is missing. */
const fullUpTo = (scope: string, n: number, missing: readonly WantedText[]): number => {
  let full = n;
  for (const { places } of missing)
    for (const place of places) if (place.scope === scope && place.n <= full) full = place.n - 1;
  return full;
};

const take = (queue: readonly OutboxRow[], limits: PushLimits): OutboxRow[] => {
  const taken: OutboxRow[] = [];
  let bytes = 0;
  for (const row of queue) {
    bytes += row.payload.length + row.signature.length + 2;
    if (taken.length > 0 && (taken.length >= limits.entries || bytes > limits.bytes)) break;
    taken.push(row);
  }
  return taken;
};
