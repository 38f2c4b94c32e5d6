import type { Lock, Origin, Signals, Timer, Transport } from "./sync/ports";

/** The real surroundings, in a page of the app. */
export const browserTransport: Transport = (request) => fetch(request);

/** Browsers without Web Locks (before iOS 15.4) do as if there were one tab: the server takes repeats in its stride. */
export const browserLock: Lock = {
  run: async (name, task) => (navigator.locks ? await navigator.locks.request(name, task) : await task()),
};

export const browserTimer: Timer = {
  after: (ms, task) => {
    const handle = setTimeout(task, ms);
    return () => clearTimeout(handle);
  },
};

const listen = (target: EventTarget, name: string, listener: () => void) => {
  target.addEventListener(name, listener);
  return () => target.removeEventListener(name, listener);
};

/** Not in every browser, and not in TypeScript's DOM: https://wicg.github.io/netinfo/ */
interface Connection {
  readonly type?: string;
  readonly saveData?: boolean;
}

export const browserSignals: Signals = {
  onOnline: (listener) => listen(window, "online", listener),
  onVisible: (listener) =>
    listen(document, "visibilitychange", () => {
      if (document.visibilityState === "visible") listener();
    }),
  visible: () => document.visibilityState === "visible",
  wifi: () => {
    const { connection } = navigator as Navigator & { readonly connection?: Connection };
    if (connection?.saveData) return false;
    if (!connection?.type || connection.type === "unknown") return undefined;
    return connection.type === "wifi" || connection.type === "ethernet";
  },
};

export const browserOrigin: Origin = {
  persist: async () => (await navigator.storage?.persist?.()) ?? false,
  persisted: async () => (await navigator.storage?.persisted?.()) ?? false,
  estimate: async () => {
    const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {};
    return { ...(usage !== undefined && { usage }), ...(quota !== undefined && { quota }) };
  },
  clear: async () => {
    // The service worker's caches hold the app and nothing of anybody's: without them a wiped phone could not even say so.
    localStorage.clear();
  },
};

/** Not `Random` from a seed: these bytes go into ids. */
export const browserRandom = {
  bytes: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};
