/**
 * The service worker: keeps the app itself on the phone, so that it opens without a network. Nothing that a
 * person reads or writes passes through here; that is in the database, and the API is never cached.
 */
import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { dropFetches, isLate, isNeededByMembers, keepLate, serveLate, sweepLate } from "./late";

declare const self: ServiceWorkerGlobalScope;

// The build writes the list in place of this name (vite-plugin-pwa).
const shipped = self.__WB_MANIFEST.map((entry) =>
  typeof entry === "string" ? { url: entry, revision: null } : entry,
);
const late = shipped
  .filter(({ url }) => isLate(url))
  .map(({ url }) => new URL(url, self.location.origin).href);

// At install: the shell and every screen that a member opens.
precacheAndRoute(shipped.filter(({ url }) => !isLate(url)));
cleanupOutdatedCaches();

// On first use, or when the page says that it has time: scanner, PDF, office.
registerRoute(
  ({ url }) => late.includes(url.href),
  ({ request }) => serveLate(request),
);

/** Requests of the protocol (`protocol/README.md`) are never pages of the app. */
const api = /^\/(healthz|time|enrol|sync|ids|entries|blobs|coverage)(\/|$)/;
registerRoute(new NavigationRoute(createHandlerBoundToURL("/index.html"), { denylist: [api, /\.\w+$/] }));

self.addEventListener("activate", (event) => event.waitUntil(sweepLate(late)));

self.addEventListener("message", (event) => {
  const { type } = (event.data ?? {}) as { readonly type?: string };
  // The person took the new version; until then the old one stays whole.
  if (type === "SKIP_WAITING") void self.skipWaiting();
  if (type === "MAKE_WAY") dropFetches();
  if (type === "KEEP_LATE") event.waitUntil(keepLate(late.filter(isNeededByMembers)));
});
