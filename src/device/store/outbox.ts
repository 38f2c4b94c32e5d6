import type { Database } from "./database";
import type { OutboxRow, OutboxState } from "./rows";

/** What the next sync has to send. */
export const toSend: readonly OutboxState[] = ["waiting", "undecided", "returned"];
/** What this person wrote and the server was not heard on, or not for the last time. */
export const ownWaiting: readonly OutboxState[] = ["waiting", "undecided", "held", "later"];
/** What waits for facts that are on their way back to a restored server. */
export const waitingForFacts: readonly OutboxState[] = ["later", "returnedLater"];
/** All on which the server was not heard, or not for the last time. */
export const underWay: readonly OutboxState[] = [...ownWaiting, "returned", "returnedLater"];
/** What this person wrote and the office does not have. */
export const ownUnsent: readonly OutboxState[] = [...ownWaiting, "refused"];

/** The rows in these states, oldest first. Each state is read at once: over several, a cursor would stop at every row. */
export const outboxRows = async (
  db: Database,
  states: readonly OutboxState[],
): Promise<readonly OutboxRow[]> => {
  // Mostly there is nothing, and then this is all.
  if ((await db.outbox.count()) === 0) return [];
  const rows = await Promise.all(states.map((state) => db.outbox.where("state").equals(state).toArray()));
  return rows.flat().sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
};

/** Inside a transaction over `outbox`. What was written together lies together: a run of it is one request. */
export const removeFromOutbox = async (db: Database, rows: readonly OutboxRow[]): Promise<void> => {
  const runs: [number, number][] = [];
  for (const { order = 0 } of rows) {
    const last = runs.at(-1);
    if (last && last[1] + 1 === order) last[1] = order;
    else runs.push([order, order]);
  }
  for (const [first, last] of runs) await db.outbox.where("order").between(first, last, true, true).delete();
};
