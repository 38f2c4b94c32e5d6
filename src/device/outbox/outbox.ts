import type { Entry } from "../../domain/entry";
import type { DocumentId, MemberId, OrgId } from "../../domain/ids";
import type { Core } from "../core";
import type { Outbox, OutboxItem } from "../device";
import { loadExport, loadResign } from "../lazy";
import { outboxRows, ownUnsent } from "../store/outbox";
import type { OutboxRow } from "../store/rows";
import { createWatch } from "../store/watch";

/** What waits, since when, and what was refused and why. */
export const createOutbox = (core: Core): Outbox => {
  const { store, deps, ready } = core;

  const toItem = async (row: OutboxRow): Promise<OutboxItem> => {
    const { type, subject, at } = JSON.parse(row.payload) as Entry;
    const about = await nameOf(subject);
    return {
      id: row.id,
      type,
      subject,
      at,
      state: row.state === "refused" ? "refused" : "waiting",
      ...(about && { about }),
      ...(row.code && { code: row.code }),
    };
  };
  const nameOf = async (subject: string): Promise<string | undefined> => {
    const { members, orgs } = core.keeper.current();
    return (
      (await store.mirror.documents.get(subject as DocumentId))?.view.issued?.abstract ??
      members.get(subject as MemberId)?.name ??
      orgs.get(subject as OrgId)?.name
    );
  };

  return {
    items: () =>
      createWatch({
        store,
        timer: deps.timer,
        ready,
        tables: ["outbox"],
        query: async () => {
          const rows = await outboxRows(store.mirror, ownUnsent);
          return Promise.all(rows.map(toItem));
        },
      }),
    retry: async (id) => {
      const { resign } = await loadResign();
      await resign(core, id);
    },
    discard: async (id) => {
      await store.work.outbox
        .where("id")
        .equals(id)
        .filter(({ state }) => state === "refused")
        .delete();
      core.refresh();
    },
    exportFile: async () => (await loadExport()).exportOutbox(store.mirror),
  };
};
