import type { Entry } from "../../domain/entry";
import type { EntryId } from "../../domain/ids";
import type { Refusal } from "../../domain/refusal";
import type { Verdict } from "../../protocol/sync-line";
import { isAsSigned } from "../apply/is-as-signed";
import { rebuildDirectory, rebuildViews } from "../apply/rebuild";
import { entryTables } from "../apply/store-entries";
import type { Core } from "../core";
import { holdAgain, pagesOf } from "../photos/held";
import { removeEntries } from "../store/entries";
import { removeFromOutbox } from "../store/outbox";
import type { OutboxRow } from "../store/rows";
import { blobsHere } from "../sync/return-blobs";
import { goesAgain, putOff } from "./go-again";
import { resign } from "./resign";

/** Said of an entry that did not arrive as it was signed. Of somebody else's the log has the id: that is enough. */
const mayBeAltered = ({ state }: OutboxRow, code: Refusal): boolean =>
  code === "bad-signature" || (code === "id-reused" && state !== "returned");

/**
 * What the server refused of these rows; their verdicts stand in the same order. Those that are worth one more try in this run
 * (`repeated`: they had it) stay as they are. False where one of the refusals does not count (`refuse`).
 */
export const refuseAll = async (
  core: Core,
  rows: readonly OutboxRow[],
  verdicts: readonly Verdict[],
  repeated: Set<EntryId>,
): Promise<boolean> => {
  let honest = true;
  for (const [i, verdict] of verdicts.entries()) {
    const row = rows[i];
    if (!row || verdict.is !== "rejected" || (verdict.id ?? row.id) !== row.id) continue;
    const again = !repeated.has(row.id) && (await goesAgain(core, row, verdict.code));
    repeated.add(row.id);
    if (!again && !(await refuse(core, row, verdict.code))) honest = false;
  }
  return honest;
};

/**
 * The server does not take an entry of this phone: its effect is undone, its text stays in the outbox with the reason.
 * One that was only signed with a wrong clock is signed anew at once; the person need not know. False where the refusal
 * does not count: the entry was altered after it had left, and waits for another line.
 */
export const refuse = async (core: Core, row: OutboxRow, code: Refusal): Promise<boolean> => {
  if (mayBeAltered(row, code) && (await isAsSigned(row, core.keeper.current()))) return false;
  await take(core, row, code);
  return true;
};

const take = async (core: Core, row: OutboxRow, code: Refusal): Promise<void> => {
  // A server restored to a day before it, or one that waited longer than it keeps what nobody names: sent once more.
  if (code === "blob-missing" && row.state !== "returned" && (await holdAgain(core, row))) return;
  if (await putOff(core, row, code)) return;
  await markRefused(core, row, code);
  if (code === "clock-ahead" && row.offset !== core.clock.offset())
    await resign(core, row.id).catch(() => false);
};

/**
 * Somebody else's entry that the server has in other words stays as this phone knows it; so does one whose text or pages the
 * server has not got again, where they are here and this phone may not bring them.
 */
const mayStay = async (core: Core, row: OutboxRow, code: Refusal): Promise<boolean> =>
  code === "id-reused" || (code === "blob-missing" && (await isReadable(core, row)));

const isReadable = async (core: Core, row: OutboxRow): Promise<boolean> =>
  pagesOf(row).length === 0 || (await blobsHere(core, row)) !== undefined;

/** One's own stays in the open; somebody else's is his to mend, and leaves: nobody else shows it. */
const markRefused = async (core: Core, row: OutboxRow, code: Refusal): Promise<void> => {
  const stays = row.state === "returned" && (await mayStay(core, row, code));
  return core.keeper.exclusive(async () => {
    const db = core.store.work;
    const { type, subject } = JSON.parse(row.payload) as Entry;
    const context = { self: core.self()?.member, now: core.clock.heard() };
    await db.transaction("rw", [...entryTables(db), db.outbox], async () => {
      if (row.state !== "returned") await db.outbox.put({ ...row, state: "refused", code });
      else {
        await removeFromOutbox(db, [row]);
        if (stays) return;
      }
      await removeEntries(db, [row.id]);
      if (await rebuildViews(db, [{ type, subject }], context)) {
        core.keeper.replace(await rebuildDirectory(db));
        await core.keeper.save(db);
      }
    });
  });
};
