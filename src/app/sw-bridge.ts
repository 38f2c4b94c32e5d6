import { browserSignals } from "../device/browser-ports";
import type { UiStateOwner } from "./ui-state";

/** Looks for a new version at most this often when the app comes to the front, in milliseconds. */
const lookEvery = 60 * 60 * 1000;

/**
 * Starts the service worker once the first screen is up. A new version waits until the person takes it,
 * and never reloads while something is being written. Switched off by `?no-sw`.
 */
export const startServiceWorker = async (ui: UiStateOwner): Promise<void> => {
  if (!("serviceWorker" in navigator) || location.search.includes("no-sw")) return;
  const { Workbox } = await import("workbox-window");
  const workbox = new Workbox("/sw.js");
  let taken = false;
  const take = () => {
    taken = true;
    navigator.serviceWorker.controller?.postMessage({ type: "MAKE_WAY" });
    workbox.messageSkipWaiting();
  };
  workbox.addEventListener("waiting", () => ui.offerUpdate(take));
  workbox.addEventListener("controlling", () => {
    if (taken) location.reload();
  });
  await workbox.register().catch(() => undefined);

  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - looked < lookEvery) return;
    looked = Date.now();
    // Without a connection there is nothing new.
    workbox.update().catch(() => undefined);
  });
};

/** Asks the service worker to keep the heavy chunks (scanner, PDF viewer) too, so that they work in a hall without signal. */
export const keepHeavyChunks = async (): Promise<void> => {
  if (browserSignals.wifi() === false) return;
  const registration = await navigator.serviceWorker?.ready;
  registration?.active?.postMessage({ type: "KEEP_LATE" });
};
