import type { Core } from "../core";
import type { Outbox } from "../device";
import { loadExport, loadOutboxItems, loadResign } from "../lazy";
import { createWatch } from "../store/watch";

/** What waits, since when, and what was refused and why. */
export const createOutbox = (core: Core): Outbox => {
  const { store, deps, ready } = core;
  return {
    items: () =>
      createWatch({
        store,
        timer: deps.timer,
        ready,
        tables: ["outbox"],
        query: async () => (await loadOutboxItems()).outboxItems(core),
      }),
    retry: async (id) => {
      const { resign } = await loadResign();
      await resign(core, id);
    },
    discard: async (id) => (await loadOutboxItems()).discardRefused(core, id),
    exportFile: async () => (await loadExport()).exportOutbox(store.mirror),
  };
};
