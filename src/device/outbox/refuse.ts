import type { Entry } from "../../domain/entry";
import type { Refusal } from "../../domain/refusal";
import { rebuildDirectory, rebuildViews } from "../apply/rebuild";
import { entryTables } from "../apply/store-entries";
import type { Core } from "../core";
import { removeEntries } from "../store/entries";
import type { OutboxRow } from "../store/rows";
import { resign } from "./resign";

/**
 * The server does not take an entry of this phone: its effect is undone, its text stays in the outbox with the reason.
 * One that was only signed with a wrong clock is signed anew at once; the person need not know.
 */
export const refuse = async (core: Core, row: OutboxRow, code: Refusal): Promise<void> => {
  await markRefused(core, row, code);
  if (code === "clock-ahead" && row.offset !== core.clock.offset())
    await resign(core, row.id).catch(() => false);
};

const markRefused = (core: Core, row: OutboxRow, code: Refusal): Promise<void> =>
  core.keeper.exclusive(async () => {
    const db = core.store.work;
    const { type, subject } = JSON.parse(row.payload) as Entry;
    const context = { self: core.self()?.member, now: core.clock.now() };
    await db.transaction("rw", [...entryTables(db), db.outbox], async () => {
      await db.outbox.put({ ...row, state: "refused", code });
      await removeEntries(db, [row.id]);
      if (await rebuildViews(db, [{ type, subject }], context)) {
        core.keeper.replace(await rebuildDirectory(db));
        await core.keeper.save(db);
      }
    });
  });
