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
