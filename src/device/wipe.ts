import type { Store } from "./store/open-store";
import type { Origin } from "./sync/ports";

/** Everything of the commune leaves this phone: database and settings. */
export const wipeAll = async (store: Store, origin: Origin): Promise<void> => {
  await store.destroy();
  await origin.clear();
};
