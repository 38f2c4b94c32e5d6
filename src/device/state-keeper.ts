import type { Core } from "./core";
import type { DeviceState } from "./device";
import { readMeta } from "./store/meta";
import { digestAt } from "./store/numbers";
import { ownWaiting } from "./store/outbox";

/** Changes come in bunches, a page, its verdicts, a cursor: the first is told at once, the others together after this. */
const rest = 100;

/**
 * Keeps `DeviceState` true to the database, and the directory to what other tabs make of it: counts and times are read, never
 * remembered, in one look after a commit, whoever made it.
 */
export interface StateKeeper {
  /** The first state, from what the cold start has read anyway. */
  begin(syncedAt: number | undefined): void;
  refresh(): void;
}

export const createStateKeeper = (core: Core): StateKeeper => {
  const { state, store, deps } = core;
  const { mirror } = store;
  let resting = false;
  let dirty = false;

  const who = (): Pick<DeviceState, "phase" | "identity"> => {
    const { phase } = state.getState();
    if (phase === "wiped" || phase === "broken") return { phase };
    const identity = core.identity();
    return identity ? { phase: "ready", identity } : { phase: "blank" };
  };

  /** The office's word on the directory, compared with this copy at the same number. */
  const vouched = async (): Promise<Pick<DeviceState, "directory">> => {
    const { attestation } = core.keeper.current();
    if (!attestation) return {};
    const own = await digestAt(mirror, "commune", attestation.upTo);
    return {
      directory: { attestedAt: attestation.at, agrees: own === attestation.digest },
    };
  };

  const read = async () => {
    const { outbox, meta, numbers } = mirror;
    const [waiting, refused, [sync, revision], directory] = await mirror.transaction(
      "r",
      [outbox, meta, numbers],
      () =>
        Promise.all([
          outbox.where("state").anyOf(ownWaiting).count(),
          outbox.where("state").equals("refused").count(),
          readMeta(mirror, ["sync", "revision"]),
          vouched(),
        ]),
    );
    const before = state.getState();
    state.setState({
      ...who(),
      outbox: { waiting, refused },
      sync: { ...before.sync, ...(sync?.at !== undefined && { at: sync.at }) },
      ...directory,
    });
    await core.keeper.catchUp(revision);
  };

  const pause = () => {
    resting = true;
    deps.timer.after(rest, () => {
      resting = false;
      if (dirty) refresh();
    });
  };
  const refresh = () => {
    dirty = resting;
    if (resting) return;
    pause();
    // A store that is closing or lost has said so by itself.
    void read().catch(() => undefined);
  };

  // Who this is changes with the directory, not with the clock: told at once.
  core.keeper.watch().subscribe(() => {
    const next = who();
    const { phase, identity } = state.getState();
    if (next.phase !== phase || JSON.stringify(next.identity) !== JSON.stringify(identity))
      state.setState(next);
  });

  return {
    begin: (syncedAt) => {
      state.setState({ ...who(), sync: { running: false, ...(syncedAt !== undefined && { at: syncedAt }) } });
      // The rest of it after the first list, which a cold start is about.
      pause();
      refresh();
      void deps.origin.persisted().then(
        (persisted) => state.setState({ persisted }),
        () => undefined,
      );
    },
    refresh,
  };
};
