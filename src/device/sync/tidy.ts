import { dayAt } from "../../domain/commune-day";
import { authorOf, scopesOf } from "../../domain/directory";
import type { Scope } from "../../domain/scope";
import { retainAcknowledged } from "../../protocol/limits";
import type { Core } from "../core";
import type { SyncProblem } from "../device";
import {
  loadAskAgain,
  loadDropScopes,
  loadExpire,
  loadOfficeDuties,
  loadPhotos,
  loadRejudge,
  loadTidyIndex,
} from "../lazy";
import { manySegments } from "../library/indexer";
import { putMeta, readMeta } from "../store/meta";
import { toSend, waitingForFacts } from "../store/outbox";
import type { OutboxState } from "../store/rows";
import { countTexts } from "../store/texts";
import type { Answered } from "./exchange";
import { retrySetAside } from "./retry-set-aside";
import type { SyncEnd, SyncMemory } from "./run-sync";

/** Whatever the end of a sync goes by, as it stands at one moment: most syncs bring nothing, and this is all they look at. */
const look = (core: Core, { indexTidied }: SyncMemory) => {
  const { mirror } = core.store;
  const { acked, documents, files, meta, outbox, quarantine, searchSegments, texts } = mirror;
  return mirror.transaction(
    "r",
    [acked, documents, files, meta, outbox, quarantine, searchSegments, texts],
    () =>
      Promise.all([
        readMeta(mirror, ["revision", "judged", "staleIndex"]),
        quarantine.toArray(),
        documents.where("expires").below(dayAt(core.clock.heard())).count(),
        acked
          .where("at")
          .below(core.clock.now() - retainAcknowledged)
          .count(),
        core.state.getState().persisted ? 0 : documents.limit(1).count(),
        searchSegments.count(),
        indexTidied ? 0 : searchSegments.orderBy("papers").count(),
        indexTidied ? 0 : countTexts(mirror),
        outbox.orderBy("state").keys() as PromiseLike<OutboxState[]>,
        files.toArray(),
      ]).then(
        ([
          [revision, judged, staleIndex],
          aside,
          expired,
          forgotten,
          unkept,
          pieces,
          indexed,
          here,
          states,
          files,
        ]) => ({
          revision,
          judged,
          aside,
          expired,
          forgotten,
          unkept,
          pieces,
          // Fewer papers in the index than texts on the phone: a run was interrupted between the two.
          staleIndex: staleIndex || indexed < here,
          states,
          pages: files.some(({ about }) => about),
        }),
      ),
  );
};

/**
 * After everything came: scopes lost, what waited for the directory, days past, what is kept long enough, and photographed
 * pages. Each thing is due by what the ones before it left.
 */
export const tidy = async (
  core: Core,
  memory: SyncMemory,
  { answer, held, scopes }: Answered,
): Promise<SyncEnd & { readonly unsent: boolean }> => {
  const { mirror } = core.store;
  const applier = core.applier();
  if (!applier) return { unsent: false };
  let stands = await look(core, memory);
  const step = async (due: unknown, run: () => Promise<unknown>) => {
    if (!due) return;
    await run();
    stands = await look(core, memory);
  };
  const first = !memory.retriedAll;
  await step(first && stands.aside.length, () => retrySetAside(applier, true));
  memory.retriedAll = true;
  await step(
    stands.aside.some(({ asked }) => !asked),
    async () => (await loadAskAgain()).askAgain(core),
  );
  // A first sync has no time for this: the quiet after it looks (`in-quiet.ts`), or the next start of the app.
  const { judged, revision = 0 } = stands;
  await step(!judged, () => putMeta(mirror, "judged", { pack: 0, revision }));
  await step(judged && (revision !== judged.revision || (first && judged.pack === 0)), async () =>
    (await loadRejudge()).rejudge(applier),
  );
  const lost = lostScopes(core, held, scopes);
  await step(lost.length, async () => (await loadDropScopes()).dropScopes(applier, lost));
  const heard = core.clock.heard();
  await step(stands.expired, async () =>
    (await loadExpire()).expirePapers(mirror, { self: applier.self, now: heard }),
  );
  const now = core.clock.now();
  await step(stands.forgotten, () =>
    mirror.acked
      .where("at")
      .below(now - retainAcknowledged)
      .delete(),
  );
  await step(core.identity()?.office, async () => (await loadOfficeDuties()).doOfficeDuties(core));
  // The index lags where papers left, and is looked over once after the app was loaded.
  await step(stands.staleIndex, async () => {
    await (await loadTidyIndex()).tidyIndex(mirror);
    await mirror.meta.delete("staleIndex");
  });
  memory.indexTidied = true;
  if (stands.unkept) keepPromise(core);
  await putMeta(mirror, "sync", { epoch: answer.hello?.epoch ?? null, at: now });
  let problem: SyncProblem | undefined;
  await step(stands.pages, async () => {
    problem = await (await loadPhotos()).lookAfterPhotos(core);
  });
  return {
    problem,
    unsent: stands.states.some((state) => toSend.includes(state)),
    quiet:
      stands.judged?.pack === 0 ||
      stands.pieces > manySegments ||
      stands.states.some((state) => waitingForFacts.includes(state)),
  };
};

/**
 * The browser is asked to keep the data once there is something to keep. Nothing waits for the answer: Firefox asks the
 * person, who may leave the question standing.
 */
const keepPromise = (core: Core): void => {
  core.deps.origin.persist().then(
    (persisted) => persisted && core.state.setState({ persisted }),
    () => undefined,
  );
};

/** Lost only where the phone's own verified directory says so too: a server's word alone takes nothing away. */
const lostScopes = (core: Core, held: readonly Scope[], named: readonly Scope[]): readonly Scope[] => {
  const self = core.self();
  const author = self && authorOf(core.keeper.current(), self.key);
  if (!author) return [];
  const own = scopesOf(author);
  return held.filter((scope) => !named.includes(scope) && !own.includes(scope));
};
