import { createStore as createState } from "zustand/vanilla";
import type { Clock } from "../domain/clock";
import type { Random } from "../domain/random";
import { err, ok } from "../domain/result";
import type { Signer } from "../protocol/keys";
import { createDirectoryKeeper } from "./apply/directory-keeper";
import type { Collections } from "./collections/collections";
import type { Core } from "./core";
import type { Device, DeviceState } from "./device";
import { createFiles } from "./files/files";
import { identityOf } from "./identity";
import { loadSigner } from "./keys/device-key";
import {
  loadCollections,
  loadEnrol,
  loadLeave,
  loadLookAfter,
  loadMeetings,
  loadReading,
  loadStorage,
  loadTasks,
  loadWipe,
} from "./lazy";
import { createLibrary } from "./library/library";
import type { Meetings } from "./meetings/meetings";
import { createOutbox } from "./outbox/outbox";
import { writeEntries } from "./outbox/write";
import type { Shrink } from "./photos/photos";
import type { Reading } from "./reading/reading";
import { createStateKeeper } from "./state-keeper";
import { putMeta, readMeta } from "./store/meta";
import { createStore, type Store } from "./store/open-store";
import type { MetaValues } from "./store/rows";
import { onChange } from "./store/watch";
import { createEngine } from "./sync/engine";
import { createHttp } from "./sync/http";
import type { Lock, Origin, Signals, Timer, Transport } from "./sync/ports";
import { createServerClock } from "./sync/server-clock";
import type { Tasks } from "./tasks/tasks";

export interface DeviceDeps {
  /** Scheme, host and port of the server, without a slash at the end: `location.origin`. */
  readonly server: string;
  readonly transport: Transport;
  /** The phone's own clock, right or wrong. */
  readonly clock: Clock;
  readonly random: Random;
  readonly lock: Lock;
  readonly timer: Timer;
  readonly signals: Signals;
  readonly origin: Origin;
  /** Makes pages of pictures; default: as a browser can (`photos/shrink.ts`). */
  readonly shrink?: Shrink;
  /** Name of the database; default `so-chi-bo`. */
  readonly database?: string;
}

/** A device and the way to stop it. */
export interface RunningDevice extends Device {
  /** The phone's database, for the parts that keep their own tables in it (the search index). */
  readonly store: Store;
  /** Settles when the database is open and `state` has left `starting`. */
  readonly opened: Promise<void>;
  /** Stops listening and closes the database, as closing the tab would. */
  close(): Promise<void>;
}

/** After the first paint, and after the first sync of most days. */
const lookAfterDelay = 5_000;

/** Starts at once; everything that needs the database waits for it. On the first path. */
export const createDevice = (deps: DeviceDeps): RunningDevice => {
  const { timer, signals, origin } = deps;
  const state = createState<DeviceState>(() => ({
    phase: "starting",
    sync: { running: false },
    outbox: { waiting: 0, refused: 0 },
    persisted: false,
  }));
  const setPhase = (phase: DeviceState["phase"]) => {
    if (state.getState().phase !== "wiped") state.setState({ phase });
  };
  const store = createStore(deps.database ?? "so-chi-bo", timer, (why) => {
    setPhase(why === "deleted" ? "wiped" : "broken");
    engine.stop();
  });
  const clock = createServerClock(deps.clock, (offset) => {
    void putMeta(store.mirror, "offset", offset).catch(() => undefined);
  });

  let self: MetaValues["self"] | undefined;
  let signer: Promise<Signer | undefined> | undefined;
  const start = async (): Promise<boolean> => {
    // Asked for in the same breath: the database answers both when it is open.
    const opening = store.open();
    const reading = readMeta(store.mirror, ["self", "directory", "revision", "offset", "sync"]);
    reading.catch(() => undefined);
    if (!(await opening)) return false;
    const [known, directory, revision, offset, sync] = await reading;
    self = known;
    clock.restore(offset ?? 0);
    core.keeper.restore(directory, revision ?? 0);
    stateKeeper.begin(sync?.at);
    return true;
  };
  let settle: (open: boolean) => void = () => undefined;
  const ready = new Promise<boolean>((resolve) => {
    settle = resolve;
  });

  const core: Core = {
    deps,
    store,
    clock,
    state,
    ready,
    keeper: createDirectoryKeeper(store.mirror, ready),
    http: createHttp({ ...deps, clock, signer: () => core.signer() }),
    self: () => self,
    signer: () => {
      if (!self) return Promise.resolve(undefined);
      signer ??= loadSigner(store.mirror, "device");
      return signer;
    },
    identity: () => self && identityOf(core.keeper.current(), self.key),
    applier: () =>
      self && {
        db: store.mirror,
        keeper: core.keeper,
        root: self.root,
        self: self.member,
        now: clock.now,
        heard: clock.heard,
      },
    adopt: async (next) => {
      await putMeta(store.work, "self", next);
      await store.work.meta.delete("pending");
      self = next;
      signer = undefined;
    },
    syncSoon: () => engine.soon(),
    wipe: async () => {
      engine.stop();
      self = undefined;
      await (await loadWipe()).wipeAll(store, origin);
      state.setState({ phase: "wiped", sync: { running: false } });
    },
  };
  const stateKeeper = createStateKeeper(core);
  let meetings: Promise<Meetings> | undefined;
  let tasks: Promise<Tasks> | undefined;
  let reading: Promise<Reading> | undefined;
  let collections: Promise<Collections> | undefined;
  const engine = createEngine(core);

  /** What happens by itself must not fail aloud: a store that is closing or lost has said so. */
  const whenOpen = (task: () => Promise<void>) => {
    void ready.then((open) => (open ? task() : undefined)).catch(() => undefined);
  };
  const stops = [
    onChange(store, ["meta", "outbox"], stateKeeper.refresh),
    signals.onVisible(() =>
      whenOpen(async () => {
        if (await store.probe()) await engine.sync();
      }),
    ),
    timer.after(lookAfterDelay, () =>
      whenOpen(async () => {
        const { lookAfter } = await loadLookAfter();
        stops.push(lookAfter(core));
      }),
    ),
  ];
  void start()
    .catch(() => {
      setPhase("broken");
      return false;
    })
    .then((open) => {
      settle(open);
      if (open) engine.start();
    });

  const library = createLibrary(core);

  return {
    store,
    state,
    opened: ready.then(() => undefined),
    library,
    outbox: createOutbox(core),
    files: createFiles(core),
    meetings: () => {
      meetings ??= loadMeetings().then(({ createMeetings }) => createMeetings(core));
      return meetings;
    },
    tasks: () => {
      tasks ??= loadTasks().then(({ createTasks }) => createTasks(core));
      return tasks;
    },
    reading: () => {
      reading ??= loadReading().then(({ createReading }) => createReading(core, library));
      return reading;
    },
    collections: () => {
      collections ??= loadCollections().then(({ createCollections }) => createCollections(core, engine.sync));
      return collections;
    },
    directory: () => core.keeper.watch(),
    enrol: async (link) => {
      await ready;
      return (await loadEnrol()).enrol(core, link, engine.sync);
    },
    write: async (drafts) => {
      await ready;
      return writeEntries(core, drafts);
    },
    now: clock.now,
    sync: engine.sync,
    request: async (method, path, body) => {
      await ready;
      const result = await core.http.signed({ method, path, ...(body !== undefined && { body }) });
      return result.ok ? ok(result.value) : err(result.error.refusal ?? result.error.problem ?? "failed");
    },
    storage: async () => (await loadStorage()).reportStorage(core),
    freeStorage: async () => {
      const freed = await (await loadStorage()).freeStorage(core);
      engine.roomAgain();
      return freed;
    },
    leave: async () => (await loadLeave()).leave(core, engine.sync),
    close: async () => {
      engine.stop();
      for (const stop of stops) stop();
      await ready;
      store.close();
    },
  };
};
