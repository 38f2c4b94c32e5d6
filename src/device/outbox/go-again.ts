import type { Refusal } from "../../domain/refusal";
import { retainAcknowledged } from "../../protocol/limits";
import { isAsSigned } from "../apply/is-as-signed";
import type { Core } from "../core";
import { getEntries } from "../store/entries";
import { outboxRows, waitingForFacts } from "../store/outbox";
import type { OutboxRow } from "../store/rows";
import { returnBlobs } from "../sync/return-blobs";

/*
 * A server restored from a backup gets back what it lost from many devices, in whatever order they come: a colleague's phone
 * brings somebody's words before the desk has brought his enrolment. What was taken once and is refused now for who wrote it
 * may rest on a fact that is still on its way. It goes once more in the same run, after all else, and then with a run now and
 * then, for as long as a phone remembers what it sent.
 */

const aboutFacts: ReadonlySet<Refusal> = new Set(["unknown-author", "not-allowed", "wrong-scope"]);
const pause = 10 * 60_000;

const restsOnFacts = ({ back }: OutboxRow, code: Refusal): boolean => back === true && aboutFacts.has(code);

/** Whether a refused entry is worth one more try in this run; brings what the server lacks for it, mends what rotted. */
export const goesAgain = async (core: Core, row: OutboxRow, code: Refusal): Promise<boolean> => {
  if (code === "blob-missing") return returnBlobs(core, row);
  if (code === "bad-signature" || code === "id-reused") return mend(core, row);
  return restsOnFacts(row, code);
};

/** What a person wrote lies among the entries too: where the outbox's bytes are not as signed any more, those take their place. */
const mend = async (core: Core, row: OutboxRow): Promise<boolean> => {
  const directory = core.keeper.current();
  const { payload, signature } = (await getEntries(core.store.mirror, [row.id])).get(row.id) ?? {};
  if (!payload || !signature || payload === row.payload) return false;
  if (!(await isAsSigned({ payload, signature }, directory))) return false;
  await core.store.work.outbox.put({ ...row, payload, signature });
  return true;
};

/** Puts it off, with its effect as it is. False where no fact to come would help it, or none came for too long. */
export const putOff = async (core: Core, row: OutboxRow, code: Refusal): Promise<boolean> => {
  const now = core.clock.now();
  if (!restsOnFacts(row, code) || now - row.queuedAt > retainAcknowledged) return false;
  const state = row.state === "returned" ? "returnedLater" : "later";
  await core.store.work.outbox.put({ ...row, state, code, tried: now });
  return true;
};

/** What was put off long enough goes with the next run. A clock may have been set back meanwhile. */
export const tryLater = async (core: Core): Promise<void> => {
  const { work, mirror } = core.store;
  const now = core.clock.now();
  const due = (await outboxRows(mirror, waitingForFacts)).filter(
    ({ tried = 0 }) => Math.abs(now - tried) >= pause,
  );
  if (due.length === 0) return;
  await work.outbox.bulkPut(
    due.map((row) => ({ ...row, state: row.state === "later" ? "waiting" : "returned" })),
  );
  core.syncSoon();
};
