import type { EntryId } from "../../domain/ids";
import type { Scope } from "../../domain/scope";
import { admit } from "../../protocol/admit";
import { parseSigned } from "../../protocol/sync-request";
import type { Core } from "../core";
import type { SyncProblem } from "../device";
import { loadRepair, loadStorage, loadTidy } from "../lazy";
import { isQuotaError } from "../store/quota";
import { countTexts } from "../store/texts";
import { type Answered, exchange } from "./exchange";
import type { HttpFailure } from "./http";

export interface SyncEnd {
  readonly problem?: SyncProblem | undefined;
  /** Milliseconds the server asks to wait. */
  readonly retryAfter?: number;
  readonly wiped?: boolean;
  /** There is housekeeping for the quiet after it (`in-quiet.ts`). */
  readonly quiet?: boolean;
}

export interface SyncMemory {
  /** True once what was set aside was tried again with this version of the app. */
  retriedAll: boolean;
  /** True after the phone ran out of room: texts come only when asked for. */
  lean: boolean;
  /** The search index was looked over. */
  indexTidied: boolean;
}

/** So many answers without anything new, and something is wrong; each may ask for one more round. */
const idleRounds = 3;

/**
 * One run of the sync, under the lock: round trips until both sides have what the other had.
 *
 *   exchange ──more, unsent, repaired──▶ exchange … ──nothing left──▶ tidy up ──▶ done
 *      │  epoch or digest differs ──▶ repair (compare ids) ──▶ exchange
 *      │  broke off, busy, not ours ──▶ done, with the problem; what came is kept
 *      └─ revoked ──▶ checked ──▶ wiped
 */
export const runSync = async (core: Core, memory: SyncMemory): Promise<SyncEnd> => {
  try {
    return await rounds(core, memory);
  } catch (error) {
    if (!isQuotaError(error)) return { problem: "failed" };
    // Heavy files make room first; what was applied so far stays, so it goes on from there.
    const { freeFiles } = await loadStorage();
    if ((await freeFiles(core)) > 0) return { problem: "storage-full", retryAfter: 0 };
    memory.lean = true;
    return { problem: "storage-full" };
  }
};

const rounds = async (core: Core, memory: SyncMemory): Promise<SyncEnd> => {
  const repairs = new Map<Scope, number>();
  const repeated = new Set<EntryId>();
  for (let idle = 0; idle < idleRounds; ) {
    const result = await exchange(core, {
      texts: !memory.lean,
      repeated,
      onProgress: (left) => {
        countTexts(core.store.mirror).then(
          (here) => showProgress(core, here, left),
          () => undefined,
        );
      },
    });
    if (result.is === "revoked") return endRevoked(core, result.entry);
    if (result.is === "failed") {
      const { failure } = result;
      idle += 1;
      if (await enrolAgain(core, failure)) continue;
      return {
        problem: failure.problem ?? "failed",
        ...(failure.retryAfter !== undefined && { retryAfter: failure.retryAfter }),
      };
    }
    const { answer } = result;
    if (isRevokedHere(core)) return wiped(core);
    const again = await mend(core, result, repairs);
    if (!answer.whole) return { problem: "unreachable" };
    idle = answer.taken > 0 || again ? 0 : idle + 1;
    if (answer.more || result.pushMore || again) continue;
    const { unsent, ...end } = await (await loadTidy()).tidy(core, memory, result);
    if (!unsent) return end;
    // Something was written meanwhile, or the office vouched for its directory just now.
  }
  return { problem: "failed" };
};

const showProgress = (core: Core, done: number, left: number) => {
  const { sync } = core.state.getState();
  if (sync.running) core.state.setState({ sync: { ...sync, progress: { done, of: done + left } } });
};

/** Repairs what differs. True where a further round trip is worth it. */
const mend = async (core: Core, answered: Answered, repairs: Map<Scope, number>): Promise<boolean> =>
  (answered.restored || answered.answer.repair.size > 0) &&
  (await loadRepair()).mendScopes(core, answered, repairs);

/** The directory on this phone says that its own key does not count any more. */
const isRevokedHere = (core: Core): boolean => {
  const self = core.self();
  const since = self && core.keeper.current().revoked.get(self.key);
  return since !== undefined && since <= core.clock.now();
};

const wiped = async (core: Core): Promise<SyncEnd> => {
  await core.wipe();
  return { wiped: true };
};

/** The claim is an entry like any other: only one that holds, about this very key, wipes the phone. */
const endRevoked = async (core: Core, line: string | undefined): Promise<SyncEnd> => {
  const self = core.self();
  const signed = line === undefined ? undefined : parseSigned(line);
  if (!self || !signed) return { problem: "failed" };
  const admitted = await admit(signed, core.keeper.current(), { root: self.root });
  if (!admitted.ok) return { problem: "failed" };
  const { entry } = admitted.value;
  return entry.type === "device.revoked" && entry.subject === self.key ? wiped(core) : { problem: "failed" };
};

/** A server restored to a day before this device enrolled knows nothing of it: show the enrolment once more. */
const enrolAgain = async (core: Core, { refusal }: HttpFailure): Promise<boolean> => {
  const enrolment = core.self()?.enrolment;
  if (refusal !== "not-signed-in" || !enrolment) return false;
  return (await core.http.open({ method: "POST", path: "/enrol", body: enrolment })).ok;
};
