/**
 * Everything the device core takes from its surroundings, as small interfaces: a browser gives the real ones
 * (`browser-ports.ts`), a test or the simulator its own.
 */

/** As `fetch`: rejects where nobody answers. */
export type Transport = (request: Request) => Promise<Response>;

/** One holder at a time over all tabs of this phone (Web Locks). */
export interface Lock {
  /** Waits its turn, runs the task, and gives the lock back whatever happens. */
  run<T>(name: string, task: () => Promise<T>): Promise<T>;
}

export interface Timer {
  /** Calls back once after `ms` unless cancelled. */
  after(ms: number, task: () => void): () => void;
}

/** What the phone notices about itself. Each `on…` returns the way to stop listening. */
export interface Signals {
  onOnline(listener: () => void): () => void;
  onVisible(listener: () => void): () => void;
  visible(): boolean;
  /** True on Wi-Fi or cable, false on mobile data, undefined where the browser does not say. */
  wifi(): boolean | undefined;
}

/** What the browser keeps for this origin beside the database. */
export interface Origin {
  persist(): Promise<boolean>;
  persisted(): Promise<boolean>;
  estimate(): Promise<{ readonly usage?: number; readonly quota?: number }>;
  /** Empties localStorage: part of a wipe. */
  clear(): Promise<void>;
}
