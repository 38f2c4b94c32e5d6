import { mkdirSync } from "node:fs";
import { join } from "node:path";
import preact from "@preact/preset-vite";
import type { AxeResults, RunOptions } from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { build, type InlineConfig, type PreviewServer, preview } from "vite";
import { afterAll, beforeAll, test } from "vitest";
import type { DisplaySettings } from "../../src/ui/display-settings";
import { faces } from "../../src/ui/make-faces.mjs";
import { collectErrors, launchBrowser, newDesk, newPhone } from "../support/browser";
import { scenes } from "./scenes";

/**
 * Every screen in every look: nothing thrown, nothing beyond the edge, nothing that axe-core finds. With `SHOTS` set to
 * a folder it leaves a picture of each there: `SHOTS=dist/shots npm run gallery -- -t reader`.
 */
const folder = process.env.SHOTS;

interface Look {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly show: Partial<DisplaySettings>;
  /** What axe-core judges here: where a look changes colours or width alone, the rest was judged in another. */
  readonly judge: "all" | "colours" | "nothing";
}

const phone = { width: 360, height: 740 };
const desk = { width: 1280, height: 800 };
const phoneLooks: readonly Look[] = [
  { name: "light", ...phone, show: { theme: "light", size: 20 }, judge: "all" },
  { name: "dark", ...phone, show: { theme: "dark" }, judge: "colours" },
  { name: "contrast", ...phone, show: { theme: "contrast" }, judge: "colours" },
  { name: "large", ...phone, show: { theme: "light", size: 28 }, judge: "colours" },
  { name: "narrow-large", width: 320, height: 640, show: {}, judge: "nothing" },
  { name: "desk", ...desk, show: { size: 20 }, judge: "nothing" },
];
const deskLooks: readonly Look[] = [
  { name: "light", ...desk, show: { theme: "light", size: 20 }, judge: "all" },
  { name: "dark", ...desk, show: { theme: "dark" }, judge: "colours" },
  { name: "contrast", ...desk, show: { theme: "contrast" }, judge: "colours" },
  { name: "large", ...desk, show: { theme: "light", size: 28 }, judge: "colours" },
  { name: "phone", ...phone, show: { size: 20 }, judge: "nothing" },
];

let server: PreviewServer;
let browser: Browser;
let onPhone: BrowserContext;
let onDesk: BrowserContext;
let origin: string;

beforeAll(async () => {
  const config: InlineConfig = {
    root: import.meta.dirname,
    configFile: false,
    plugins: [preact(), faces()],
    logLevel: "error",
    publicDir: join(import.meta.dirname, "../../public"),
    build: {
      outDir: join(import.meta.dirname, "../../dist/gallery"),
      emptyOutDir: true,
      target: "es2022",
    },
  };
  await build(config);
  server = await preview({ ...config, preview: { port: 0 }, appType: "spa" });
  const address = server.httpServer.address();
  origin = `http://localhost:${typeof address === "object" ? address?.port : ""}`;
  browser = await launchBrowser();
  onPhone = await newPhone(browser);
  onDesk = await newDesk(browser);
  if (folder) mkdirSync(folder, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Nothing has changed for an eighth of a second, pictures of PDF pages included. */
const settled = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const quiet = () => {
          watching.disconnect();
          resolve();
        };
        let timer = setTimeout(quiet, 125);
        const watching = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(quiet, 125);
        });
        watching.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      }),
  );

type InPage = Window & {
  show(change: Partial<DisplaySettings>): void;
  axe: { run(options: RunOptions): Promise<AxeResults> };
};

const findings = async (page: Page, judge: Look["judge"]): Promise<readonly string[]> => {
  if (judge === "nothing") return [];
  const rules: RunOptions =
    judge === "colours"
      ? { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } }
      : {};
  const { violations } = await page.evaluate((rules) => (window as unknown as InPage).axe.run(rules), rules);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html.slice(0, 160)}: ${failureSummary}`),
  );
};

test.concurrent.each(Object.keys(scenes))("%s", async (scene) => {
  const looks = /^(office|own-cell)/.test(scene) ? deskLooks : phoneLooks;
  const page = await (looks === deskLooks ? onDesk : onPhone).newPage();
  const errors = collectErrors(page);
  const wrong: string[] = [];
  await page.goto(`${origin}/?scene=${scene}`);
  await page.locator("h1, [role=status]").first().waitFor();
  if (scene === "original") await page.locator("canvas[width]").first().waitFor();
  for (const { name, width, height, show, judge } of looks) {
    await page.setViewportSize({ width, height });
    await page.evaluate((show) => (window as unknown as InPage).show(show), show);
    await settled(page);
    if (folder) await page.screenshot({ path: join(folder, `${scene}-${name}.png`), scale: "css" });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) wrong.push(`${name}: ${over} px wider than the screen`);
    wrong.push(...(await findings(page, judge)).map((what) => `${name}: ${what}`));
  }
  await page.close();
  if (errors.length + wrong.length > 0) throw new Error([...errors, ...wrong].join("\n"));
});
