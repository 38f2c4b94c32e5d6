import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { enrolBy, launchBrowser, newPhone } from "../support/browser";
import { generateDirectives } from "../support/directives";
import { publishOn } from "../support/office-client";
import { prepareData } from "../support/prepared-data";
import { missingParts } from "../support/scan-page";
import { createServerProcess, type ServerProcess } from "../support/server-process";

/** What docs/traps.md lists, in a real browser. */
const generated = 160;
const later = generateDirectives(generated, 20_000, 5);
const take = (count: number) => later.splice(0, count);

let folder: string;
let server: ServerProcess;
let browser: Browser;
let data: Awaited<ReturnType<typeof prepareData>>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "traps-"));
  data = await prepareData(folder, { directives: generateDirectives(4, 2000, 3), guests: 3 });
  server = await createServerProcess(folder);
  await server.start();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const enrolled = async (n: number): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await newPhone(browser);
  const page = await context.newPage();
  await enrolBy(page, data.links(server.origin)[n] ?? "");
  return { context, page };
};

const syncNow = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event("online")));
const rows = (page: Page) => page.locator(".library-list li");

/** How many papers were taken out of `later`, and four from the beginning: a list draws its first rows, then the others. */
const allRows = async (page: Page): Promise<number> => {
  const issued = 4 + generated - later.length;
  await expect.poll(() => rows(page).count(), { timeout: 20_000 }).toBe(issued);
  return issued;
};

/** Opens a paper of the list and says that it was read. */
const read = async (page: Page, n: number) => {
  await rows(page).nth(n).getByRole("link").click();
  await page.getByRole("button", { name: "Đã đọc" }).click();
  await page.getByText(/Đồng chí đã đọc/).waitFor();
  await page.getByRole("button", { name: "Quay lại" }).click();
};

test("two tabs never sync at once, and both show what either brought or wrote", async () => {
  const { context, page: one } = await enrolled(0);
  const two = await context.newPage();
  await two.goto(server.origin);
  await rows(two).nth(3).waitFor();

  const now = { open: 0, most: 0, all: 0 };
  await context.route("**/sync", async (route) => {
    now.open += 1;
    now.all += 1;
    now.most = Math.max(now.most, now.open);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const response = await route.fetch();
    await route.fulfill({ response });
    now.open -= 1;
  });
  await publishOn(server.origin, data.root, take(3));
  await Promise.all([syncNow(one), syncNow(two), syncNow(one), syncNow(two)]);
  for (const page of [one, two]) await expect.poll(() => rows(page).count(), { timeout: 20_000 }).toBe(7);

  // Written in both at the same moment, each acknowledged once.
  await Promise.all([read(one, 0), read(two, 1)]);
  for (const page of [one, two]) {
    await page.getByText(/mục chờ gửi/).waitFor({ state: "detached" });
    await expect.poll(() => page.locator(".library-list .unread").count(), { timeout: 20_000 }).toBe(5);
  }
  expect(now.all).toBeGreaterThanOrEqual(3);
  expect(now.most).toBe(1);
  // A sync may be on its way just now; one that is cut off by the closing would be an error of this file.
  await context.unrouteAll({ behavior: "wait" });
  await context.close();
});

test("a portal's page loses nothing, is named, and once it is gone all goes on by itself", async () => {
  const { context, page } = await enrolled(1);
  const before = await allRows(page);
  await context.route(/\/(sync|time)$/, (route) =>
    route.fulfill({ status: 200, contentType: "text/html", body: "<!doctype html><title>Wi-Fi</title>" }),
  );
  await publishOn(server.origin, data.root, take(2));
  await read(page, 0);
  await page.getByText(/1 mục chờ gửi/).waitFor();
  await page.getByText(/đăng nhập/).waitFor();
  expect(await rows(page).count()).toBe(before);
  await context.unroute(/\/(sync|time)$/);
  // The back-off comes to it without a press.
  await expect.poll(() => rows(page).count(), { timeout: 30_000 }).toBe(before + 2);
  await page.getByText(/mục chờ gửi/).waitFor({ state: "detached" });
  await context.close();
});

test("a phone that runs full says so, still takes what is written, and goes on once there is room", async () => {
  const { context, page } = await enrolled(2);
  const before = await allRows(page);
  // Not any "đầy": the papers are made of random words.
  const full = page.getByText("Bộ nhớ máy đã đầy");
  const session = await context.newCDPSession(page);
  // What the app fetches for later takes room too: it is here before the room is measured.
  await expect.poll(() => missingParts(page), { timeout: 60_000 }).toEqual([]);
  const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  const quota = (bytes?: number) =>
    session.send("Storage.overrideQuotaForOrigin", {
      origin: server.origin,
      ...(bytes !== undefined && { quotaSize: bytes }),
    });
  await quota(used + 1_500_000);
  // For half a minute an open database takes the room that it asked for before.
  await page.waitForTimeout(31_000);
  const papers = take(150);
  await publishOn(server.origin, data.root, papers);
  await syncNow(page);
  await full.waitFor({ timeout: 30_000 });
  await read(page, 0);
  await page.getByText(/mục chờ gửi/).waitFor({ state: "detached", timeout: 30_000 });

  await quota();
  await page.reload();
  await full.waitFor({ state: "detached", timeout: 30_000 });
  await page
    .getByText(/đang tải nội dung/)
    .first()
    .waitFor({ state: "detached", timeout: 30_000 });
  await expect
    .poll(() => page.locator(".library").textContent(), { timeout: 20_000 })
    .toContain(`Chưa đọc ${before + papers.length - 1}`);
  await context.close();
});
