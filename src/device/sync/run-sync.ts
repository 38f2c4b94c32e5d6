import { dayAt } from "../../domain/commune-day";
import { authorOf, scopesOf } from "../../domain/directory";
import type { EntryId } from "../../domain/ids";
import type { Scope } from "../../domain/scope";
import { admit } from "../../protocol/admit";
import { retainAcknowledged } from "../../protocol/limits";
import { parseSigned } from "../../protocol/sync-request";
import type { Core } from "../core";
import type { SyncProblem } from "../device";
import {
  loadAskAgain,
  loadDropScopes,
  loadExpire,
  loadOfficeDuties,
  loadPhotos,
  loadRejudge,
  loadRepair,
  loadStorage,
  loadTidyIndex,
} from "../lazy";
import { getMeta, putMeta, readMeta } from "../store/meta";
import { toSend } from "../store/outbox";
import { isQuotaError } from "../store/quota";
import { countTexts } from "../store/texts";
import { type Answered, exchange } from "./exchange";
import type { HttpFailure } from "./http";
import { retrySetAside } from "./retry-set-aside";

export interface SyncEnd {
  readonly problem?: SyncProblem | undefined;
  /** Milliseconds the server asks to wait. */
  readonly retryAfter?: number;
  readonly wiped?: boolean;
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
    await core.keeper.catchUp();
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
  const total = countTexts(core.store.mirror);
  total.catch(() => undefined);
  for (let idle = 0; idle < idleRounds; ) {
    const result = await exchange(core, {
      texts: !memory.lean,
      repeated,
      onProgress: (done, left) => {
        total.then((before) => showProgress(core, before + done, left)).catch(() => undefined);
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
    await tidy(core, memory, result.scopes);
    const problem = await lookAfterPhotos(core);
    if (!(await hasUnsent(core))) return { problem };
    // Something was written meanwhile, or the office vouched for its directory just now.
  }
  return { problem: "failed" };
};

const showProgress = (core: Core, done: number, left: number) => {
  const { sync } = core.state.getState();
  if (sync.running) core.state.setState({ sync: { ...sync, progress: { done, of: done + left } } });
};

/** Photographed pages: those of entries that are held go up. Where there is no page, this costs one look. */
const lookAfterPhotos = async (core: Core): Promise<SyncProblem | undefined> =>
  (await core.store.mirror.files.filter(({ about }) => !!about).count())
    ? (await loadPhotos()).lookAfterPhotos(core)
    : undefined;

const hasUnsent = async (core: Core): Promise<boolean> =>
  (await core.store.mirror.outbox.where("state").anyOf(toSend).count()) > 0;

/** Repairs what differs. True where a further round trip is worth it. */
const mend = async (core: Core, answered: Answered, repairs: Map<Scope, number>): Promise<boolean> => {
  const { hello, repair } = answered.answer;
  const restored = hello?.epoch !== (await getMeta(core.store.mirror, "sync"))?.epoch;
  return (restored || repair.size > 0) && (await loadRepair()).mendScopes(core, answered, restored, repairs);
};

/** After everything came: scopes lost, what waited for the directory, days past, and what is kept long enough. */
const tidy = async (core: Core, memory: SyncMemory, scopes: readonly Scope[]): Promise<void> => {
  const { mirror } = core.store;
  const applier = core.applier();
  if (!applier) return;
  const first = !memory.retriedAll;
  if (first) {
    await retrySetAside(applier, true);
    memory.retriedAll = true;
  }
  if (await mirror.quarantine.filter(({ asked }) => !asked).count())
    await (await loadAskAgain()).askAgain(core);
  // A first sync has no time for this: the quiet after it looks (`in-quiet.ts`), or the next start of the app.
  const [revision, judged] = await readMeta(mirror, ["revision", "judged"]);
  if (!judged) await putMeta(mirror, "judged", { pack: 0, revision: revision ?? 0 });
  else if (revision !== judged.revision || (first && judged.pack === 0))
    await (await loadRejudge()).rejudge(applier);
  const lost = await lostScopes(core, scopes);
  if (lost.length > 0) {
    const { dropScopes } = await loadDropScopes();
    await dropScopes(applier, lost);
  }
  const now = core.clock.now();
  const heard = core.clock.heard();
  if ((await mirror.documents.where("expires").below(dayAt(heard)).count()) > 0) {
    const { expirePapers } = await loadExpire();
    await expirePapers(mirror, { self: applier.self, now: heard });
  }
  await mirror.acked
    .where("at")
    .below(now - retainAcknowledged)
    .delete();
  if (core.identity()?.office) {
    const { doOfficeDuties } = await loadOfficeDuties();
    await doOfficeDuties(core);
  }
  await tidySearch(core, memory);
  await keepPromise(core);
  await putMeta(mirror, "sync", { epoch: (await getMeta(mirror, "sync"))?.epoch ?? null, at: now });
};

/** The index lags where papers left, and is looked over once after the app was loaded. */
const tidySearch = async (core: Core, memory: SyncMemory): Promise<void> => {
  const { mirror } = core.store;
  const [stale] = await readMeta(mirror, ["staleIndex"]);
  // Fewer papers in the index than texts on the phone: a run was interrupted between the two.
  const behind = async () =>
    (await mirror.searchSegments.orderBy("papers").count()) < (await countTexts(mirror));
  if (!stale && (memory.indexTidied || !(await behind()))) return;
  const { tidyIndex } = await loadTidyIndex();
  await tidyIndex(mirror);
  if (stale) await mirror.meta.delete("staleIndex");
  memory.indexTidied = true;
};

/**
 * The browser is asked to keep the data once there is something to keep. Nothing waits for the answer: Firefox asks the
 * person, who may leave the question standing.
 */
const keepPromise = async (core: Core): Promise<void> => {
  if (core.state.getState().persisted || (await core.store.mirror.documents.limit(1).count()) === 0) return;
  core.deps.origin.persist().then(
    (persisted) => persisted && core.state.setState({ persisted }),
    () => undefined,
  );
};

/** Lost only where the phone's own verified directory says so too: a server's word alone takes nothing away. */
const lostScopes = async (core: Core, named: readonly Scope[]): Promise<readonly Scope[]> => {
  const self = core.self();
  const author = self && authorOf(core.keeper.current(), self.key);
  if (!author) return [];
  const own = scopesOf(author);
  const here = await core.store.mirror.scopes.toCollection().primaryKeys();
  return here.filter((scope) => !named.includes(scope) && !own.includes(scope));
};

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
