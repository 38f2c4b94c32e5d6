import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { expect, test } from "vitest";
import { enrolHere, launchBrowser, newPhone } from "../support/browser";
import { generateDirectives } from "../support/directives";
import { temporaryFolder } from "../support/folder";
import { prepareData } from "../support/prepared-data";
import { createServerProcess } from "../support/server-process";

const built = join(import.meta.dirname, "../../dist/client");
const sizeOf = (path: string) => {
  const file = join(built, path);
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
};

type Watched = Window & { listedAt?: number };

/** Notes on the page's own clock when rows first stand in the list: from outside it would be seen too late. */
const watchList = (context: BrowserContext) =>
  context.addInitScript(() => {
    const look = () => {
      if (document.querySelector(".library-list li")) (window as Watched).listedAt = performance.now();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });

/** The scripts and styles that the page asked for until its list stood there, preloads begun by then included. */
const askedForList = async (page: Page): Promise<string[]> => {
  await page.waitForFunction(() => (window as Watched).listedAt !== undefined);
  const paths = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter(({ startTime }) => startTime <= ((window as Watched).listedAt ?? 0))
      .map(({ name }) => new URL(name).pathname),
  );
  return [...new Set(paths.filter((path) => /\.(m?js|css)$/.test(path)))];
};
const table = (title: string, paths: Iterable<string>) => {
  const rows = [...paths].map((path) => [path, sizeOf(path)] as const).sort((a, b) => b[1] - a[1]);
  const total = rows.reduce((sum, [, bytes]) => sum + bytes, 0);
  const kB = (bytes: number) => `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
  process.stdout.write(
    [title, ...rows.map(([path, bytes]) => `${kB(bytes)}  ${path}`), `${kB(total)}  in all`, ""].join("\n"),
  );
  return total;
};

/**
 * Two numbers: what a list needs to stand there and to stand there offline (the figure of the design), and all that the very
 * first visit asks for, with the enrolment screen that is seen once the indexer and the reader that come after the list is up.
 */
test("at most 70 kB of brotli JS and CSS to a usable, offline-ready list", async () => {
  const dataDir = temporaryFolder();
  const { links } = await prepareData(dataDir, { directives: generateDirectives(30, 3000, 5) });
  const server = await createServerProcess(dataDir);
  await server.start();
  const browser = await launchBrowser();
  try {
    const context = await newPhone(browser);
    await watchList(context);
    const page = await context.newPage();
    await page.goto(links(server.origin)[0] ?? "");
    await enrolHere(page);
    await page.locator(".library-list li").first().waitFor();
    const firstVisit = await askedForList(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

    const again = await context.newPage();
    await again.goto(server.origin);
    const asked = await askedForList(again);
    const workbox = readdirSync(join(built, "assets"))
      .filter((name) => /^workbox-window.*\.js$/.test(name))
      .map((name) => `/assets/${name}`);
    // What keeps the app on the phone comes right after the list.
    const list = new Set([...asked, ...workbox]);

    expect([...list].some((path) => path.endsWith(".css"))).toBe(true);
    expect([...list].some((path) => path.includes("workbox-window"))).toBe(true);
    expect(table("the list", list)).toBeLessThanOrEqual(70_000);
    expect(table("the very first visit, enrolment included", firstVisit)).toBeLessThanOrEqual(90_000);
    // Scanner, PDF, Word and office stay away until they are wanted.
    expect(firstVisit.filter((path) => /heavy|office|pdf|mammoth|qrcode|scan/.test(path))).toEqual([]);
    await again.close();

    // Offline-ready: the same list without network and without server.
    await context.setOffline(true);
    await server.kill();
    await page.reload();
    await page.locator(".library-list li").first().waitFor();
  } finally {
    await browser.close();
    await server.stop();
  }
});
