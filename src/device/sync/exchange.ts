import type { EntryId } from "../../domain/ids";
import type { Scope } from "../../domain/scope";
import type { Verdict } from "../../protocol/sync-line";
import { formatSyncRequest } from "../../protocol/sync-request";
import { type Applier, applyEarly } from "../apply/apply-page";
import type { Core } from "../core";
import type { SyncProblem } from "../device";
import { loadCheckTexts, loadRefuse } from "../lazy";
import { getMeta, putMeta } from "../store/meta";
import { removeFromOutbox } from "../store/outbox";
import type { OutboxRow } from "../store/rows";
import { buildRequest, fullPush, halve, type Outgoing, type PushLimits } from "./build-request";
import { type HttpFailure, pack } from "./http";
import { readLines } from "./read-lines";
import { type Answer, type AnswerHandler, takeAnswer } from "./take-answer";

export interface Answered {
  readonly is: "answered";
  readonly answer: Answer;
  readonly pushMore: boolean;
  /** The server is not the one that this phone knew: it went back to a day before. */
  readonly restored: boolean;
  /** Those of which something was here when it was asked. */
  readonly held: readonly Scope[];
  /** Those that the server lets this phone read. */
  readonly scopes: readonly Scope[];
}

export type Exchange =
  | Answered
  | { readonly is: "failed"; readonly failure: HttpFailure }
  /** The server says that this device is revoked; `entry` is to be checked. */
  | { readonly is: "revoked"; readonly entry: string | undefined };

const failed = (problem: SyncProblem): Exchange => ({
  is: "failed",
  failure: { problem, refusal: undefined },
});

export interface ExchangeOptions {
  /** False while there is no room: then only texts that a person asked for are wanted. */
  readonly texts: boolean;
  /** Texts came; so many are still on their way. */
  readonly onProgress: (left: number) => void;
  /** Entries that went a second time in this run: once more is enough. */
  readonly repeated: Set<EntryId>;
}

/** One round trip: cursors and outbox up; verdicts, pages and texts down, applied as they come. */
export const exchange = async (core: Core, options: ExchangeOptions): Promise<Exchange> => {
  let limits: PushLimits = fullPush;
  for (;;) {
    const outgoing = await buildRequest(core.store.mirror, limits, options.texts);
    await core.keeper.catchUp(outgoing.revision);
    const packed = await pack(formatSyncRequest(outgoing));
    const sentAt = core.deps.clock.now();
    const answering = core.http.signed({ method: "POST", path: "/sync", ...packed });
    // While the line is silent: what a short answer's texts need. A first sync has a worker for it.
    if (Object.keys(outgoing.hello.cursors).length > 0) loadCheckTexts().catch(() => undefined);
    const response = await answering;
    if (response.ok) return receive(core, outgoing, response.value, sentAt, options);
    const { error } = response;
    if (error.refusal === "too-large" && outgoing.push.length > 1) {
      limits = halve({ entries: outgoing.push.length, bytes: limits.bytes });
      continue;
    }
    if (error.refusal === "revoked-key") return { is: "revoked", entry: error.entry };
    return { is: "failed", failure: error };
  }
};

const receive = async (
  core: Core,
  outgoing: Outgoing,
  response: Response,
  sentAt: number,
  options: ExchangeOptions,
): Promise<Exchange> => {
  const applier = core.applier();
  if (!applier || !response.body) return failed("not-our-server");
  const { epoch, cursors } = outgoing.hello;
  const held = Object.keys(cursors) as Scope[];
  let rows: readonly OutboxRow[] = outgoing.rows;
  const handler: AnswerHandler = {
    ...applier,
    onHello: async (hello) => {
      core.clock.learn(hello.now, sentAt);
      if (epoch === null) {
        const { mirror } = core.store;
        await putMeta(mirror, "sync", { ...(await getMeta(mirror, "sync")), epoch: hello.epoch });
        return new Set();
      }
      // Restored from a backup: its numbers are not those this phone knows.
      return new Set(epoch === hello.epoch ? [] : held);
    },
    onVerdicts: async (verdicts) => {
      const batch = rows.slice(0, verdicts.length);
      rows = rows.slice(verdicts.length);
      return settleVerdicts(core, applier, batch, verdicts, options.repeated);
    },
    onTexts: options.onProgress,
  };
  const answer = await takeAnswer(readLines(response.body, core.deps.timer), handler);
  if (!answer.hello) return failed(answer.foreign ? "not-our-server" : "unreachable");
  const { hello } = answer;
  const restored = epoch !== null && hello.epoch !== epoch;
  return { is: "answered", answer, pushMore: outgoing.pushMore, restored, held, scopes: hello.scopes };
};

/** Marks what was taken; what was refused stays in the open and its effect is undone. False where a refusal cannot be true. */
const settleVerdicts = async (
  core: Core,
  applier: Applier,
  rows: readonly OutboxRow[],
  verdicts: readonly Verdict[],
  repeated: Set<EntryId>,
): Promise<boolean> => {
  const { mirror } = core.store;
  const settled = rows.filter(({ id }, i) => verdicts[i]?.is !== "rejected" && verdicts[i]?.id === id);
  const acked = settled.flatMap(({ id, state }) => (state === "returned" ? [] : id));
  // First, so that after a kill it is sent once more.
  const decided = settled.filter(({ state }) => state === "undecided");
  if (decided.length > 0) await applyEarly(applier, decided);
  await mirror.transaction("rw", [mirror.outbox, mirror.acked], async () => {
    await removeFromOutbox(mirror, settled);
    if (acked.length > 0) await mirror.acked.add({ ids: acked, at: core.clock.now() });
  });
  const honest =
    settled.length === verdicts.length ||
    (await (await loadRefuse()).refuseAll(core, rows, verdicts, repeated));
  return honest;
};
