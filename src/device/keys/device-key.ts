import { createSigner, generateKeyPair, type Signer, verify } from "../../protocol/keys";
import type { Database } from "../store/database";
import type { Store } from "../store/open-store";

/** Names in the table: the key in use, and one of an enrolment under way. */
export type KeyName = "device" | "pending";

export const loadSigner = async (db: Database, name: KeyName): Promise<Signer | undefined> => {
  const row = await db.keys.get(name);
  return row && createSigner(row.pair);
};

const probe = new TextEncoder().encode("so-chi-bo");

/**
 * A new device key, non-extractable, kept in the database. Some browsers cannot keep one (iOS lockdown and private
 * modes throw, others read back nothing: sync.md §2), so it is read again through a new connection and tried.
 * Undefined where it was not kept.
 */
export const makeKey = async (store: Store, name: KeyName): Promise<Signer | undefined> => {
  try {
    const pair = await generateKeyPair(false);
    const made = await createSigner(pair);
    await store.work.keys.put({ name, pair });
    store.work.close({ disableAutoOpen: false });
    const kept = await loadSigner(store.work, name);
    if (kept?.id !== made.id) return undefined;
    return (await verify(made.key, await kept.sign(probe), probe)) ? kept : undefined;
  } catch {
    return undefined;
  }
};

/** The pending key becomes the device's, once the server took the enrolment. */
export const adoptPendingKey = async (db: Database): Promise<void> => {
  const row = await db.keys.get("pending");
  if (!row) return;
  await db.keys.put({ name: "device", pair: row.pair });
  await db.keys.delete("pending");
};
