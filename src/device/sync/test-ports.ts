import type { Lock, Origin, Signals, Timer } from "./ports";

/** A lock with the manners of Web Locks: first come, first served, within this process. */
export const createTestLock = (): Lock & { readonly holders: () => number; readonly most: () => number } => {
  const tails = new Map<string, Promise<unknown>>();
  let holding = 0;
  let most = 0;
  return {
    run: (name, task) => {
      const run = async () => {
        holding += 1;
        most = Math.max(most, holding);
        try {
          return await task();
        } finally {
          holding -= 1;
        }
      };
      const turn = (tails.get(name) ?? Promise.resolve()).then(run, run);
      tails.set(
        name,
        turn.catch(() => undefined),
      );
      return turn;
    },
    holders: () => holding,
    most: () => most,
  };
};

/** A timer that only runs when told: nothing happens behind a test's back. */
export const createTestTimer = (): Timer & {
  /** Moves on by `ms` and runs what falls due, the earliest first. */
  advance(ms: number): void;
  /** The waiting times of what is pending, for assertions on back-off. */
  pending(): readonly number[];
} => {
  let now = 0;
  let waiting: { readonly at: number; readonly task: () => void }[] = [];
  return {
    after: (ms, task) => {
      const item = { at: now + ms, task };
      waiting.push(item);
      return () => {
        waiting = waiting.filter((one) => one !== item);
      };
    },
    advance: (ms) => {
      now += ms;
      const due = waiting.filter((one) => one.at <= now).sort((a, b) => a.at - b.at);
      waiting = waiting.filter((one) => one.at > now);
      for (const { task } of due) task();
    },
    pending: () => waiting.map((one) => one.at - now).sort((a, b) => a - b),
  };
};

export const createTestSignals = (): Signals & { online(): void; foreground(): void } => {
  const online = new Set<() => void>();
  const visible = new Set<() => void>();
  const on = (set: Set<() => void>) => (listener: () => void) => {
    set.add(listener);
    return () => set.delete(listener);
  };
  return {
    onOnline: on(online),
    onVisible: on(visible),
    visible: () => true,
    wifi: () => undefined,
    online: () => {
      for (const one of online) one();
    },
    foreground: () => {
      for (const one of visible) one();
    },
  };
};

export const createTestOrigin = (): Origin & {
  readonly cleared: () => number;
  /** How often the browser was asked to keep the data. */
  readonly asked: () => number;
} => {
  let cleared = 0;
  let asked = 0;
  return {
    persist: async () => {
      asked += 1;
      return true;
    },
    persisted: async () => false,
    estimate: async () => ({}),
    clear: async () => {
      cleared += 1;
    },
    cleared: () => cleared,
    asked: () => asked,
  };
};
