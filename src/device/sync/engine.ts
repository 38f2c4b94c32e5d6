import type { Core } from "../core";
import type { SyncProblem } from "../device";
import { loadInQuiet } from "../lazy";
import { runSync, type SyncEnd, type SyncMemory } from "./run-sync";

/**
 * When to sync. One run at a time in this tab, one tab at a time on this phone.
 *
 *              trigger                     lock            run ends well
 *     idle ───────────────▶ waiting turn ────────▶ running ─────────────▶ idle
 *      ▲                                              │ problem
 *      │            trigger, or the time is up        ▼
 *      └──────────────────────────────────────── backing off
 *
 * A trigger while running makes one more run after it. Triggers: start, `online`, coming to the foreground (after the
 * database was probed, `create-device.ts`), something written, the button, a quarter of an hour in the foreground.
 */
export interface Engine {
  /** Now; resolves when the run that began after this call has ended. */
  sync(): Promise<void>;
  /** Soon, together with what else is written meanwhile. */
  soon(): void;
  /** Starts listening to triggers. */
  start(): void;
  stop(): void;
  /** Room was made on the phone: texts may come again. */
  roomAgain(): void;
}

const lockName = "so-chi-bo/sync";
/** After the first paint, which it would hold up. */
const startDelay = 800;
const writeDelay = 400;
const quiet = 20_000;
const regular = 15 * 60_000;
const firstBackoff = 2_000;
const longestBackoff = 5 * 60_000;

/** Trying again by itself does not help these. */
const forPeople: ReadonlySet<SyncProblem> = new Set(["app-too-old"]);

export const createEngine = (core: Core): Engine => {
  const { timer, lock, signals, random } = core.deps;
  const memory: SyncMemory = { retriedAll: false, lean: false, indexTidied: false };
  const stops: (() => void)[] = [];
  let stopped = false;
  let current: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  let failures = 0;
  let cancelRetry: (() => void) | undefined;
  let cancelSoon: (() => void) | undefined;
  let cancelRegular: (() => void) | undefined;
  let cancelQuiet: (() => void) | undefined;

  const later = (ms: number) => {
    cancelRetry?.();
    cancelRetry = timer.after(ms, () => {
      cancelRetry = undefined;
      void sync();
    });
  };
  /** Full jitter over the upper half, so that a commune's phones do not come back together. */
  const backoff = (): number => {
    const ceiling = Math.min(longestBackoff, firstBackoff * 2 ** Math.min(failures - 1, 10));
    const part = ((random.bytes(1)[0] ?? 0) + 1) / 256;
    return Math.round(ceiling * (0.5 + part / 2));
  };

  /** Housekeeping, in the quiet after a sync. */
  const quietLater = () => {
    cancelQuiet?.();
    cancelQuiet = timer.after(quiet, () => {
      if (current || stopped) return;
      void loadInQuiet()
        .then(({ inQuiet }) => inQuiet(core))
        .then((more) => more && quietLater())
        .catch(() => undefined);
    });
  };

  const conclude = (end: SyncEnd) => {
    if (end.wiped || stopped) return;
    const { sync: before } = core.state.getState();
    const { problem: _, progress: __, ...rest } = before;
    core.state.setState({ sync: { ...rest, running: false, ...(end.problem && { problem: end.problem }) } });
    cancelRegular?.();
    cancelRegular = timer.after(regular, () => {
      if (signals.visible()) void sync();
    });
    if (!end.problem) {
      failures = 0;
      cancelRetry?.();
      cancelQuiet?.();
      if (end.quiet) quietLater();
      return;
    }
    failures += 1;
    if (!forPeople.has(end.problem)) later(Math.max(end.retryAfter ?? 0, backoff()));
  };

  const run = async () => {
    if (stopped || !(await core.ready) || !core.self()) return;
    const end = await lock.run(lockName, async (): Promise<SyncEnd> => {
      if (stopped) return {};
      core.state.setState({ sync: { ...core.state.getState().sync, running: true } });
      return runSync(core, memory);
    });
    conclude(end);
  };

  const begin = (): Promise<void> => {
    current = run()
      .catch(() => conclude({ problem: "failed" }))
      .finally(() => {
        current = undefined;
      });
    return current;
  };

  const sync = (): Promise<void> => {
    cancelSoon?.();
    cancelSoon = undefined;
    if (!current) return begin();
    next ??= current.then(() => {
      next = undefined;
      return begin();
    });
    return next;
  };

  const soon = () => {
    if (stopped || cancelSoon) return;
    cancelSoon = timer.after(writeDelay, () => {
      cancelSoon = undefined;
      void sync();
    });
  };

  return {
    sync,
    soon,
    start: () => {
      stops.push(timer.after(startDelay, () => void sync()));
      stops.push(signals.onOnline(() => void sync()));
    },
    stop: () => {
      stopped = true;
      for (const stop of stops) stop();
      cancelRetry?.();
      cancelSoon?.();
      cancelRegular?.();
      cancelQuiet?.();
    },
    roomAgain: () => {
      memory.lean = false;
      soon();
    },
  };
};
