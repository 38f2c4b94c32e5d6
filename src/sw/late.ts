/** Chunks too heavy for the first visit: `vite.config.ts` puts them into these folders. */
export const isLate = (url: string): boolean => /(^|\/)(assets\/(heavy|office)|pdfjs)\//.test(url);

const cacheName = "late";

/** From the phone if it was ever used, else from the network and kept: names carry the hash of the content. */
export const serveLate = async (request: Request): Promise<Response> => {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(request.url);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) await cache.put(request.url, response.clone());
  return response;
};

/** Drops what the version now active does not ship any more. */
export const sweepLate = async (shipped: readonly string[]): Promise<void> => {
  const cache = await caches.open(cacheName);
  for (const { url } of await cache.keys()) if (!shipped.includes(url)) await cache.delete(url);
};
