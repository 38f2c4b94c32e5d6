import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBenchOrigin } from "../support/bench-origin";
import { launchBrowser, limit, newPhone } from "../support/browser";
import { median } from "../support/median";

/** Milliseconds from the press to the file. */
const most = 2000;
const rounds = Number(process.env.ROUNDS ?? 7);
const members = 60;
const statements = 200;

let bench: Awaited<ReturnType<typeof openBenchOrigin>>;
let browser: Browser;

beforeAll(async () => {
  bench = await openBenchOrigin();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  bench?.close();
});

type InPage = Window & {
  makeOnce(members: number, statements: number): Promise<{ readonly ms: number; readonly bytes: number }>;
};

test("the minutes of a large cell's long meeting become a Word file on a slow phone, its writer loaded first", async () => {
  const all: { readonly ms: number; readonly bytes: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    // A phone each: the first press also reads and compiles the writer.
    const context = await newPhone(browser);
    const page = await context.newPage();
    await limit(page, { cpu: 4 });
    await page.goto(`${bench.origin}/papers.html`);
    await page.waitForFunction(() => "makeOnce" in window);
    all.push(
      await page.evaluate(
        ([members, statements]) => (window as unknown as InPage).makeOnce(members, statements),
        [members, statements] as const,
      ),
    );
    await context.close();
  }
  const times = all.map(({ ms }) => ms);
  process.stdout.write(
    `Word file of ${members} members, ${statements} statements, 4× CPU: median of ${rounds} phones ${Math.round(median(times))} ms, slowest ${Math.round(Math.max(...times))} ms, ${all[0]?.bytes} bytes\n`,
  );
  expect(median(times)).toBeLessThanOrEqual(most);
});
