import { formatSigned } from "../../protocol/sync-request";
import type { Database } from "../store/database";

/** Everything of this person's that has not reached the office, refused ones too: one signed line each. */
export const exportOutbox = async (db: Database): Promise<Blob> => {
  const rows = await db.outbox.where("state").anyOf("waiting", "refused").sortBy("order");
  return new Blob([rows.map((row) => `${formatSigned(row)}\n`).join("")], {
    type: "text/plain;charset=utf-8",
  });
};
