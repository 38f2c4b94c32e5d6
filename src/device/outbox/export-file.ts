import { formatSigned } from "../../protocol/sync-request";
import type { Database } from "../store/database";
import { outboxRows, ownUnsent } from "../store/outbox";

/** Everything of this person's that has not reached the office, refused ones too: one signed line each. */
export const exportOutbox = async (db: Database): Promise<Blob> => {
  const rows = await outboxRows(db, ownUnsent);
  return new Blob([rows.map((row) => `${formatSigned(row)}\n`).join("")], {
    type: "text/plain;charset=utf-8",
  });
};
