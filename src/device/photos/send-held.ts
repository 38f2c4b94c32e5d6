import { photoMedia } from "../../domain/meeting-photos";
import type { Refusal } from "../../domain/refusal";
import type { Core } from "../core";
import type { SyncProblem } from "../device";
import { readChunks, uploadBlob } from "../files/transfer";
import { refuse } from "../outbox/refuse";
import { outboxRows } from "../store/outbox";
import type { OutboxRow } from "../store/rows";
import { pagesOf } from "./held";

/** What trying again later helps, as the status line tells it. Anything else is the server's last word on a page. */
const passing: { readonly [failure in SyncProblem | Refusal]?: SyncProblem } = {
  unreachable: "unreachable",
  "not-our-server": "not-our-server",
  busy: "busy",
  "too-many-requests": "busy",
  "server-full": "busy",
  "app-too-old": "app-too-old",
  failed: "failed",
  "not-signed-in": "failed",
  "wrong-clock": "failed",
  "revoked-key": "failed",
};

/**
 * Sends the pages of held entries, then lets the entries go. One that fails holds back none of the others. Returns what
 * stopped it, where something did.
 */
export const sendHeld = async (core: Core): Promise<SyncProblem | undefined> => {
  let stopped: SyncProblem | undefined;
  for (const row of await outboxRows(core.store.mirror, ["held"])) {
    const failure = await sendPages(core, row);
    const problem = failure && passing[failure];
    if (problem) stopped ??= problem;
    else if (failure) await refuse(core, row, failure as Refusal);
    else await release(core, row);
  }
  return stopped;
};

const sendPages = async (core: Core, row: OutboxRow): Promise<SyncProblem | Refusal | undefined> => {
  const { mirror } = core.store;
  for (const { hash } of pagesOf(row)) {
    const file = await mirror.files.get(hash);
    if (file?.sent) continue;
    if (!file?.whole) return "blob-missing";
    const sent = await uploadBlob(core, await readChunks(core.store, hash, photoMedia), () => undefined);
    if (!sent.ok) return sent.error;
    if (sent.value !== hash) return "damaged-file";
    await mirror.files.update(hash, { sent: true });
  }
  return undefined;
};

/** Unless the person took it back meanwhile. */
const release = ({ store: { work } }: Core, { id }: OutboxRow) =>
  work.outbox
    .where("id")
    .equals(id)
    .and(({ state }) => state === "held")
    .modify({ state: "waiting" });
