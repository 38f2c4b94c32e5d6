import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
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

test("a first visit needs at most 70 kB of brotli JS and CSS to a usable, offline-ready list", async () => {
  const dataDir = temporaryFolder();
  const { links } = await prepareData(dataDir, { directives: generateDirectives(30, 3000, 5) });
  const server = await createServerProcess(dataDir);
  await server.start();
  const browser = await launchBrowser();
  try {
    const context = await newPhone(browser);
    const page = await context.newPage();
    const asked = new Set<string>();
    page.on("request", (request) => {
      const { pathname } = new URL(request.url());
      if (/\.(m?js|css)$/.test(pathname) && !request.serviceWorker()) asked.add(pathname);
    });
    await page.goto(links(server.origin)[0] ?? "");
    await page.getByRole("button", { name: "Ghi danh máy này" }).click();
    await page.getByRole("button", { name: "Mở sổ" }).click();
    await page.locator(".library-list li").first().waitFor();
    const toList = [...asked];
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

    const rows = toList.map((path) => [path, sizeOf(path)] as const).sort((a, b) => b[1] - a[1]);
    const total = rows.reduce((sum, [, bytes]) => sum + bytes, 0);
    process.stdout.write(
      [
        ...rows.map(([path, bytes]) => `  ${(bytes / 1000).toFixed(1).padStart(6)} kB  ${path}`),
        `  ${(total / 1000).toFixed(1).padStart(6)} kB  in all; the service worker, fetched after it: ${(sizeOf("/sw.js") / 1000).toFixed(1)} kB`,
        "",
      ].join("\n"),
    );
    expect(toList.some((path) => path.endsWith(".css"))).toBe(true);
    // Scanner, PDF, Word and office stay away until they are wanted.
    expect(toList.filter((path) => /heavy|office|pdf|mammoth|qrcode|scan/.test(path))).toEqual([]);
    expect(total).toBeLessThanOrEqual(70_000);

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
