import { sql } from "drizzle-orm";
import type { KeyId } from "../../domain/ids";
import type { SignedEntry } from "../../protocol/signed-entry";
import { type Db, rowsOf } from "../db/database";

/** The first `device.revoked` of a key, just as it was signed; undefined where the key still holds. */
export const findRevocation = async (db: Db, key: KeyId): Promise<SignedEntry | undefined> => {
  const [row] = await rowsOf<SignedEntry>(
    db,
    sql`select signature, payload from entry
      where type = 'device.revoked' and subject = ${key} and not withheld order by seq limit 1`,
  );
  return row && { signature: row.signature, payload: row.payload };
};
