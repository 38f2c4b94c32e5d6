/** Chunks too heavy for the first visit: `vite.config.ts` puts them into these folders. */
export const isLate = (url: string): boolean => /(^|\/)(assets\/(heavy|office)|pdfjs)\//.test(url);

const cacheName = "late";

/** What a member may need in a hall without signal: the scanner and the PDF viewer, not the office's tools. */
export const isNeededByMembers = (url: string): boolean =>
  url.includes("/assets/heavy/") || (url.includes("/pdfjs/wasm/") && url.endsWith(".wasm"));

let fetching = new AbortController();

/**
 * Ends every fetch of a late chunk that is on its way. A new version cannot take over while the old worker waits for
 * anything, and on a line that hangs it would wait for minutes: what was not fetched is fetched by the next one.
 */
export const dropFetches = (): void => {
  fetching.abort();
  fetching = new AbortController();
};

/** One after the other, so that the line stays free for papers. Stops where the line breaks; the next time goes on. */
export const keepLate = async (urls: readonly string[]): Promise<void> => {
  try {
    for (const url of urls) await serveLate(new Request(url));
  } catch {
    // No connection now.
  }
};

/** From the phone if it was ever used, else from the network and kept: names carry the hash of the content. */
export const serveLate = async (request: Request): Promise<Response> => {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request.url);
  if (kept) return kept;
  const response = await fetch(request, { signal: fetching.signal });
  if (response.ok) await cache.put(request.url, response.clone());
  return response;
};

/** Drops what the version now active does not ship any more. */
export const sweepLate = async (shipped: readonly string[]): Promise<void> => {
  const cache = await caches.open(cacheName);
  for (const { url } of await cache.keys()) if (!shipped.includes(url)) await cache.delete(url);
};
