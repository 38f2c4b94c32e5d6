import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { collectErrors, enrolBy, launchBrowser, newDesk } from "../support/browser";
import { createServerProcess, type ServerProcess } from "../support/server-process";
import { cell, paragraph, run, table, wordFile } from "../support/word-file";

let folder: string;
let server: ServerProcess;
let browser: Browser;
let desk: Page;
let errors: readonly string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "office-desk-"));
  server = await createServerProcess(join(folder, "data"));
  await server.start();
  browser = await launchBrowser();
  desk = await (await newDesk(browser)).newPage();
  errors = collectErrors(desk);
  await enrolBy(desk, server.link("office"));
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const mimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const title = paragraph("KẾ HOẠCH", { centre: true, bold: true });

const openPage = (page: Page) => page.goto(`${server.origin}/van-phong/phat-hanh`);
const drop = (page: Page, body: string) =>
  page
    .getByLabel("Chọn tệp")
    .first()
    .setInputFiles({ name: "dai.docx", mimeType, buffer: Buffer.from(wordFile(title + body)) });

interface Reading {
  /** From the drop to the text, in milliseconds. */
  readonly whole: number;
  /** The longest time in which the page answered nothing. */
  readonly deaf: number;
  /** Different shares that stood there as done. */
  readonly shares: number;
}

/** Drops a file on a fresh page and watches it from inside. */
const read = async (page: Page, body: string): Promise<Reading> => {
  await openPage(page);
  await page.getByLabel("Chọn tệp").first().waitFor({ state: "attached" });
  await page.evaluate(() => {
    const shares = new Set<number>();
    const watch = { deaf: 0, whole: 0, shares, last: performance.now() };
    const started = performance.now();
    setInterval(() => {
      const now = performance.now();
      watch.deaf = Math.max(watch.deaf, now - watch.last);
      watch.last = now;
      const bar = document.querySelector<HTMLProgressElement>(".drop-zone progress");
      if (bar) shares.add(bar.value);
      if (watch.whole === 0 && document.querySelector(".phone-block")) watch.whole = now - started;
    }, 5);
    Object.assign(window, { watch });
  });
  await drop(page, body);
  await page.locator(".phone-block").first().waitFor();
  await page.waitForTimeout(100);
  return page.evaluate(() => {
    const { watch } = window as unknown as { watch: Reading & { shares: Set<number> } };
    return { whole: watch.whole, deaf: watch.deaf, shares: watch.shares.size };
  });
};

const tables = (count: number) =>
  table(
    [1, 2, 3].map((y) => ["TT", "Nội dung", "Hạn"].map((words) => cell(paragraph(`${words} ${y}`)))),
  ).repeat(count);

/** Four megabytes of letters in one paragraph, cut into runs as Word cuts them; `looks` of them in turn. */
const endless = (looks: number) =>
  `<w:p>${Array.from({ length: 40_000 }, (_, i) => run("x".repeat(100), { bold: i % looks === 1 })).join("")}</w:p>`;

test("a paragraph of 4 MB in runs that look alike is read as soon as in runs that do not", async () => {
  const unlike = await read(desk, endless(2));
  const alike = await read(desk, endless(1));
  // It took thirty times as long when each run was put to a string that was looked at anew.
  expect(alike.whole).toBeLessThan(unlike.whole * 4);
  expect(errors).toEqual([]);
});

test("2,000 tables are read beside the page, which says how far it is and can be stopped", async () => {
  const { whole, deaf, shares } = await read(desk, tables(2000));
  process.stdout.write(`2,000 tables: ${Math.round(whole)} ms, deaf for ${Math.round(deaf)} ms at most\n`);
  expect(deaf).toBeLessThan(whole / 4);
  expect(shares).toBeGreaterThanOrEqual(3);
  await openPage(desk);
  await drop(desk, tables(2000));
  // Before half of it is read.
  await desk.getByRole("button", { name: "Thôi, chọn tệp khác" }).click();
  await desk.getByRole("heading", { name: /Thả tệp/ }).waitFor();
  await drop(desk, paragraph("Nội dung khác hẳn."));
  await desk.getByText("Nội dung khác hẳn.").waitFor();
  // What was stopped does not come back over what was chosen since.
  await desk.waitForTimeout(whole);
  await desk.getByText("Nội dung khác hẳn.").waitFor();
  expect(errors).toEqual([]);
});

test.each([
  ["there are no workers", () => Object.assign(window, { Worker: undefined })],
  [
    "its file is gone",
    () => {
      const gone = class extends Worker {
        constructor(url: URL, options: WorkerOptions) {
          super(String(url).replace("read-word", "none"), options);
        }
      };
      Object.assign(window, { Worker: gone });
    },
  ],
])("where %s the same file is read on the page, with how far it is", async (_, take) => {
  const page = await desk.context().newPage();
  await page.addInitScript(take);
  const { shares } = await read(page, tables(200));
  expect(shares).toBeGreaterThanOrEqual(3);
  expect(await page.locator(".phone-block").count()).toBeGreaterThan(100);
  await page.close();
});
