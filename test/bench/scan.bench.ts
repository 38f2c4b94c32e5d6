import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { limit, newPhone } from "../support/browser";
import { cameraFeed } from "../support/camera-feed";
import { cameraLooks, longLink } from "../support/camera-looks";
import type { CameraLook } from "../support/camera-picture";
import { median } from "../support/median";
import { decoderAtWork, launchWithCamera } from "../support/scan-page";
import { createServerProcess, type ServerProcess } from "../support/server-process";

/** From the camera's first frame to the code recognised, in milliseconds. */
const most = 1500;
/** The same on a phone four times slower, whose scanner is compiled for the first time: still no wait to give up at. */
const mostSlowed = 3000;
const rounds = Number(process.env.ROUNDS ?? 3);

let folder: string;
let server: ServerProcess;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "scan-bench-"));
  server = await createServerProcess(join(folder, "data"));
  await server.start();
});
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Watched {
  firstFrameAt?: number;
  readAt?: number;
}

/** One phone that has never opened the scanner, before one film. */
const scan = async (look: CameraLook, seed: number, cpu = 1) => {
  const film = join(folder, "feed.y4m");
  writeFileSync(film, cameraFeed(longLink(seed), { ...look, seed }));
  const browser = await launchWithCamera(film);
  try {
    const context = await newPhone(browser);
    await context.grantPermissions(["camera"], { origin: server.origin });
    await context.addInitScript(() => {
      const watched: Watched = {};
      Object.assign(window, { watched });
      const look = () => {
        const video = document.querySelector("video");
        if (video && !video.dataset.watched) {
          video.dataset.watched = "yes";
          video.requestVideoFrameCallback(() => {
            watched.firstFrameAt = performance.now();
          });
        }
        if (!watched.readAt && document.querySelector(".scan-notice")) watched.readAt = performance.now();
      };
      new MutationObserver(look).observe(document, { subtree: true, childList: true });
    });
    const page = await context.newPage();
    if (cpu > 1) await limit(page, { cpu });
    await page.goto(`${server.origin}/quet`);
    const notice = page.getByText(/không phải của Sổ Chi bộ/);
    const read = await notice.waitFor({ timeout: 15_000 }).then(
      () => true,
      () => false,
    );
    const { firstFrameAt = Number.NaN, readAt = Number.NaN } = await page.evaluate(
      () => (window as unknown as { watched: Watched }).watched,
    );
    return {
      ms: read ? readAt - firstFrameAt : Number.POSITIVE_INFINITY,
      decoder: await decoderAtWork(page),
    };
  } finally {
    await browser.close();
  }
};

interface Row {
  readonly feed: string;
  readonly most: number;
  readonly all: readonly number[];
  readonly decoder: string;
}

const rowOf = (feed: string, most: number, runs: readonly Awaited<ReturnType<typeof scan>>[]): Row => ({
  feed,
  most,
  all: runs.map(({ ms }) => ms),
  decoder: [...new Set(runs.map(({ decoder }) => decoder))].join(", "),
});

/** Looks that a slowed phone is shown: the easiest and the worst. */
const slowedFeeds = ["plain", "all, noise σ = 12"];

test("a code of 500 characters is recognised in time by a phone that has never scanned", async () => {
  const rows: Row[] = [];
  for (const [feed, look] of Object.entries(cameraLooks)) {
    const runs = [];
    for (let round = 1; round <= rounds; round += 1) runs.push(await scan(look, round));
    rows.push(rowOf(feed, most, runs));
  }
  for (const feed of slowedFeeds) {
    const runs = [];
    for (let round = 1; round <= rounds; round += 1) runs.push(await scan(cameraLooks[feed] ?? {}, round, 4));
    rows.push(rowOf(`4× CPU, ${feed}`, mostSlowed, runs));
  }
  const line = (feed: string, middle: string, most: string, decoder: string) =>
    `${feed.padEnd(22)}${middle.padStart(9)}${most.padStart(9)}   ${decoder}\n`;
  const ms = (value: number) => (Number.isFinite(value) ? value.toFixed(0) : "–");
  process.stdout.write(
    [
      `camera's first frame to code recognised, ms, ${rounds} phones each\n`,
      line("feed", "median", "slowest", "decoder"),
      ...rows.map(({ feed, all, decoder }) => line(feed, ms(median(all)), ms(Math.max(...all)), decoder)),
    ].join(""),
  );
  expect(rows.filter(({ all, most }) => !(Math.max(...all) <= most))).toEqual([]);
});
