import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Device, DocumentRow } from "../../src/device/device";
import { openBenchOrigin } from "../support/bench-origin";
import { launchBrowser, limit, newPhone, slowLine } from "../support/browser";
import { generateDirectives } from "../support/directives";
import { median } from "../support/median";
import { prepareData } from "../support/prepared-data";
import { createServerProcess, type ServerProcess } from "../support/server-process";

const entryCount = 200;
const rounds = Number(process.env.ROUNDS ?? 3);

let folder: string;
let server: ServerProcess;
let bench: Awaited<ReturnType<typeof openBenchOrigin>>;
let browser: Browser;
let data: Awaited<ReturnType<typeof prepareData>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "push-"));
  data = await prepareData(folder, {
    directives: generateDirectives(entryCount, 1000, 6),
    guests: rounds + 1,
  });
  server = await createServerProcess(folder);
  await server.start();
  bench = await openBenchOrigin([], server);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  bench?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

type Phone = Window & {
  device: Device;
  pushed(): Promise<void>;
  settled(): Promise<void>;
  floorPost(url: string, lines: readonly string[]): Promise<number>;
};

/** 200 papers read while offline: what waits, and the lines it will send. */
const readOffline = (page: Page, count: number): Promise<readonly string[]> =>
  page.evaluate(async (count) => {
    const { device } = window as unknown as Phone;
    const rows = await new Promise<readonly DocumentRow[]>((resolve) => {
      device.library.list({ show: "all", limit: count }).subscribe((found) => {
        if (found.rows.length === count) resolve(found.rows);
      });
    });
    for (const { id } of rows) await device.library.markRead(id);
    return (await (await device.outbox.exportFile()).text()).split("\n");
  }, count);

test("200 entries written offline are pushed on the slow line", async () => {
  const pushes: number[] = [];
  const ends: number[] = [];
  const floors: number[] = [];
  // The first phone is not counted: a server in service has run this code before.
  for (let round = 0; round <= rounds; round += 1) {
    const context = await newPhone(browser);
    const page = await context.newPage();
    await page.goto(`${bench.origin}/device.html`);
    await page.evaluate(async (link) => {
      const { device, settled } = window as unknown as Phone;
      const enrolled = await device.enrol(link);
      if (!enrolled.ok) throw new Error(enrolled.error);
      await settled();
      // Its code must be here before the line is cut: this page keeps no service worker.
      await device.outbox.exportFile();
    }, data.links(bench.origin)[round] ?? "");
    const line = await limit(page, { cpu: 1, offline: true });
    const lines = await readOffline(page, entryCount);
    const floorPage = await context.newPage();
    await floorPage.goto(`${bench.origin}/floor.html`);

    await limit(floorPage, slowLine);
    const floor = await floorPage.evaluate(
      (lines) => (window as unknown as Phone).floorPost("/post", lines),
      lines,
    );
    // A slowed page takes its part of a core even where it does nothing.
    await floorPage.close();
    // The line comes back slow, and the phone notices by itself: nothing of the push may run before that.
    const push = page.evaluate(async () => {
      const started = await new Promise<number>((resolve) => {
        addEventListener("online", () => resolve(performance.now()), { once: true });
      });
      const phone = window as unknown as Phone;
      await phone.pushed();
      const pushed = performance.now() - started;
      await phone.settled();
      return { pushed, end: performance.now() - started };
    });
    await limit(page, slowLine, line);
    const { pushed, end } = await push;
    if (round > 0) {
      floors.push(floor);
      pushes.push(pushed);
      ends.push(end);
    }
    await context.close();
  }
  const ratio = median(pushes.map((ms, i) => ms / (floors[i] ?? 1)));
  process.stdout.write(
    [
      `pushing ${entryCount} signed entries, slow line: medians of ${rounds}`,
      `  one gzip POST  ${Math.round(median(floors))} ms`,
      `  pushed         ${Math.round(median(pushes))} ms = ${ratio.toFixed(2)} × floor: all of them taken, and the phone knows`,
      `  at rest        ${Math.round(median(ends))} ms: its own entries numbered, and tidied up`,
      "",
    ].join("\n"),
  );
  expect(ratio).toBeLessThanOrEqual(1.5);
});
