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
import { thorough } from "../support/thorough";
import { throughDialog, walk } from "./keyboard";
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
  /**
   * What axe-core judges here: where a look changes colours alone, colours; where it changes the layout alone, all the
   * rest (larger letters in the same colours need less contrast, not more).
   */
  readonly judge: "all" | "colours" | "layout" | "nothing";
  /** The letters of the whole page twice as large, as a browser's own setting makes them. */
  readonly zoom?: boolean;
  /** The system's few colours in place of the page's. */
  readonly forced?: boolean;
}

/** A look that no check judges, only an eye. */
const forPictures = (look: Look): readonly Look[] => (folder ? [look] : []);
/** A look near to one that every run takes. */
const inCi = (look: Look): readonly Look[] => (folder || thorough ? [look] : []);
const phone = { width: 360, height: 740 };
const desk = { width: 1280, height: 800 };
const phoneLooks: readonly Look[] = [
  { name: "light", ...phone, show: { theme: "light", size: 20 }, judge: "all" },
  { name: "dark", ...phone, show: { theme: "dark" }, judge: "colours" },
  ...inCi({ name: "contrast", ...phone, show: { theme: "contrast" }, judge: "colours" }),
  ...forPictures({ name: "forced", ...phone, show: { theme: "system" }, judge: "nothing", forced: true }),
  ...inCi({ name: "large", ...phone, show: { theme: "light", size: 28 }, judge: "layout" }),
  { name: "narrow-large", width: 320, height: 640, show: { theme: "light", size: 28 }, judge: "nothing" },
  ...inCi({ name: "narrow", width: 320, height: 640, show: { size: 20 }, judge: "nothing" }),
  ...inCi({ name: "zoom", ...phone, show: {}, judge: "nothing", zoom: true }),
  ...inCi({ name: "desk", ...desk, show: {}, judge: "nothing" }),
  ...inCi({ name: "wide", width: 1920, height: 1080, show: {}, judge: "nothing" }),
];
const deskLooks: readonly Look[] = [
  { name: "light", ...desk, show: { theme: "light", size: 20 }, judge: "all" },
  { name: "dark", ...desk, show: { theme: "dark" }, judge: "colours" },
  ...inCi({ name: "contrast", ...desk, show: { theme: "contrast" }, judge: "colours" }),
  ...forPictures({ name: "forced", ...desk, show: { theme: "system" }, judge: "nothing", forced: true }),
  ...inCi({ name: "large", ...desk, show: { theme: "light", size: 28 }, judge: "layout" }),
  // A desk's page twice as large is a page half as wide.
  ...inCi({ name: "zoom", width: 640, height: 400, show: { size: 20 }, judge: "nothing" }),
  ...inCi({ name: "wide", width: 1920, height: 1080, show: {}, judge: "nothing" }),
  ...inCi({ name: "phone", ...phone, show: {}, judge: "nothing" }),
  ...inCi({ name: "narrow", width: 320, height: 640, show: {}, judge: "nothing" }),
];

/** A button of a scene that opens a dialog: at least one for each kind there is. */
const dialogs: { readonly [scene: string]: readonly string[] } = {
  library: ["Lọc"],
  reader: ["Cỡ chữ và màu", "Chữ ký đúng"],
  me: ["Giải phóng bộ nhớ"],
  "group-saved": ["Xếp chủ đề"],
};

let server: PreviewServer;
let browser: Browser;
let onPhone: Pages;
let onDesk: Pages;
let origin: string;

/** A page and what went wrong in it since it was lent. */
interface Lent {
  readonly page: Page;
  readonly errors: string[];
}

/** Lends pages, and lends them again: in a page that has read the gallery before, the next scene stands in a third of the time. */
interface Pages {
  lend(): Promise<Lent>;
  giveBack(lent: Lent): void;
}

const pagesOf = (context: BrowserContext): Pages => {
  const free: Lent[] = [];
  return {
    lend: async () => {
      const again = free.pop();
      if (again) return again;
      const page = await context.newPage();
      return { page, errors: collectErrors(page) };
    },
    giveBack: (lent) => {
      lent.errors.length = 0;
      free.push(lent);
    },
  };
};

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
  server = await preview({
    ...config,
    preview: { port: 0, headers: { "Cache-Control": "max-age=3600" } },
    appType: "spa",
  });
  const address = server.httpServer.address();
  origin = `http://localhost:${typeof address === "object" ? address?.port : ""}`;
  browser = await launchBrowser();
  onPhone = pagesOf(await newPhone(browser));
  onDesk = pagesOf(await newDesk(browser));
  if (folder) mkdirSync(folder, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Nothing has changed for so many milliseconds: long enough for what is still coming, or for a new look of what is there. */
const settled = (page: Page, calm: number) =>
  page.evaluate(
    (calm) =>
      new Promise<void>((resolve) => {
        const quiet = () => {
          watching.disconnect();
          resolve();
        };
        let timer = setTimeout(quiet, calm);
        const watching = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(quiet, calm);
        });
        watching.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      }),
    calm,
  );

/** Buttons of the bar at the top of which one lies over another, as they do where six do not fit side by side. */
const piled = (page: Page) =>
  page.evaluate(() => {
    const bar = [...document.querySelectorAll(".top-bar .icon-button")].map((one) => ({
      name: one.ariaLabel ?? "",
      box: one.getBoundingClientRect(),
    }));
    return bar
      .filter(({ box }, i) => bar.slice(0, i).some((other) => other.box.right > box.left + 1))
      .map(({ name }) => `“${name}” lies over the button before it`);
  });

type InPage = Window & {
  show(change: Partial<DisplaySettings>): void;
  readonly pressed: Promise<void>;
  axe: { run(options: RunOptions): Promise<AxeResults> };
};

const findings = async (page: Page, judge: Look["judge"]): Promise<readonly string[]> => {
  if (judge === "nothing") return [];
  const colours = ["color-contrast", "link-in-text-block"];
  const rules: RunOptions = {
    all: {},
    colours: { runOnly: { type: "rule" as const, values: colours } },
    layout: { rules: Object.fromEntries(colours.map((rule) => [rule, { enabled: false }])) },
  }[judge];
  const { violations } = await page.evaluate((rules) => (window as unknown as InPage).axe.run(rules), rules);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html.slice(0, 160)}: ${failureSummary}`),
  );
};

test.concurrent.each(Object.keys(scenes))("%s", async (scene) => {
  const looks = /^(office|own-cell|reader-beside)/.test(scene) ? deskLooks : phoneLooks;
  const pages = looks === deskLooks ? onDesk : onPhone;
  const lent = await pages.lend();
  const { page, errors } = lent;
  const wrong: string[] = [];
  // As the scene is seen first, not as the scene before was seen last.
  await page.setViewportSize(looks === deskLooks ? desk : phone);
  await page.goto(`${origin}/?scene=${scene}`);
  // The word that something is loading is a status too, so only a heading says that the screen itself is there.
  const screen = page.locator("h1").first();
  await screen.waitFor({ state: "attached" });
  await page.evaluate(() => (window as unknown as InPage).pressed);
  await screen.waitFor({ state: "attached" });
  if (scene === "original" || scene === "reader-beside")
    await page.locator("canvas[width]").first().waitFor();
  for (const { name, width, height, show, judge, zoom = false, forced = false } of looks) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({
      forcedColors: forced ? "active" : "none",
      reducedMotion: forced ? "reduce" : null,
    });
    await page.evaluate(
      ({ show, zoom }) => {
        document.documentElement.style.fontSize = zoom ? "200%" : "";
        (window as unknown as InPage).show(show);
      },
      { show, zoom },
    );
    await settled(page, folder || name === "light" ? 125 : 30);
    if (folder) await page.screenshot({ path: join(folder, `${scene}-${name}.png`), scale: "css" });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (over > 0) wrong.push(`${name}: ${over} px wider than the screen`);
    wrong.push(...(await piled(page)).map((what) => `${name}: ${what}`));
    wrong.push(...(await findings(page, judge)).map((what) => `${name}: ${what}`));
    if (name === "light") {
      wrong.push(...(await walk(page)).map((what) => `keyboard: ${what}`));
      for (const opener of dialogs[scene] ?? []) wrong.push(...(await throughDialog(page, opener)));
      await page.evaluate(() => {
        (document.activeElement as HTMLElement | null)?.blur();
        scrollTo(0, 0);
      });
    }
  }
  const all = [...errors, ...wrong];
  // A page in which something went wrong, or a test ended early, is not lent again.
  if (all.length > 0) throw new Error(all.join("\n"));
  pages.giveBack(lent);
});
