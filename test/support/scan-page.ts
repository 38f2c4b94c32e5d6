import type { Browser, Page } from "playwright-core";
import { launchBrowser } from "./browser";

/** A Chromium whose camera plays a film (`camera-feed.ts`), again and again. */
export const launchWithCamera = (film: string, extra: readonly string[] = []): Promise<Browser> =>
  launchBrowser([
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    `--use-file-for-fake-video-capture=${film}`,
    ...extra,
  ]);

/** Which eyes an open scanner has, seen by what it loaded. */
export const decoderAtWork = async (page: Page): Promise<"native" | "zxing-wasm" | "zxing-js"> => {
  if (page.workers().some((worker) => worker.url().includes("wasm-worker"))) return "zxing-wasm";
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname),
  );
  return loaded.some((path) => path.includes("js-decoder")) ? "zxing-js" : "native";
};

const scannerParts = [
  "scan-screen",
  "native-decoder",
  "drawing-board",
  "wasm-decoder",
  "wasm-worker",
  "zxing_reader",
];

/** Parts of the scanner that the service worker does not hold yet: none, and the phone scans without a network. */
export const missingParts = async (page: Page): Promise<readonly string[]> => {
  const kept = await page.evaluate(async () =>
    (await (await caches.open("late")).keys()).map(({ url }) => url),
  );
  return scannerParts.filter((part) => !kept.some((url) => url.includes(part)));
};
