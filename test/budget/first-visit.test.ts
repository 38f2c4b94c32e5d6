import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { launchBrowser, newPhone } from "../support/browser";
import { generateDirectives } from "../support/directives";
import { temporaryFolder } from "../support/folder";
import { prepareData } from "../support/prepared-data";
import { createServerProcess } from "../support/server-process";

const built = join(import.meta.dirname, "../../dist/client");
const sizeOf = (path: string) => {
  const file = join(built, path);
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
};

/** The scripts and styles that a page asks for, as they come. */
const collect = (page: Page) => {
  const asked = new Set<string>();
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (/\.(m?js|css)$/.test(pathname)) asked.add(pathname);
  });
  return asked;
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
    const page = await context.newPage();
    const visit = collect(page);
    await page.goto(links(server.origin)[0] ?? "");
    await page.getByRole("button", { name: "Ghi danh máy này" }).click();
    await page.getByRole("button", { name: "Mở sổ" }).click();
    await page.locator(".library-list li").first().waitFor();
    const firstVisit = [...visit];
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

    const again = await context.newPage();
    const asked = collect(again);
    await again.goto(server.origin);
    await again.locator(".library-list li").first().waitFor();
    // What keeps the app on the phone comes right after the list.
    const list = new Set([...asked, ...firstVisit.filter((path) => path.includes("workbox-window"))]);

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
