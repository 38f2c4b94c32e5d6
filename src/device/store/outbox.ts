import type { Database } from "./database";
import type { OutboxRow, OutboxState } from "./rows";

/** The rows in these states, oldest first. Each state is read at once: over several, a cursor would stop at every row. */
export const outboxRows = async (
  db: Database,
  states: readonly OutboxState[],
): Promise<readonly OutboxRow[]> => {
  const rows = await Promise.all(states.map((state) => db.outbox.where("state").equals(state).toArray()));
  return rows.flat().sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
};
