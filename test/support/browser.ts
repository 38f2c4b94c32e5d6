import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from "playwright-core";

const executablePath =
  process.env.CHROMIUM ??
  ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);

/**
 * Without these each page comes with two of Chromium's own, the suggestions below an address bar that nobody sees:
 * they take a second of a core, which a test waits for and a bench measures. Chromium heeds only the last such list, so what
 * Playwright's own keeps quiet in a page is said again.
 */
const withoutFeatures = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "WebUIOmniboxFullPopup",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
];

const quiet = [
  `--disable-features=${withoutFeatures.join(",")}`,
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A real Chromium. `extra` are command-line switches, e.g. for a camera feed. */
export const launchBrowser = (extra: readonly string[] = []): Promise<Browser> =>
  chromium.launch(launchOptions(extra));

const launchOptions = (extra: readonly string[]) => {
  if (!executablePath) throw new Error("no Chromium found: set CHROMIUM to its path");
  const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return { executablePath, args: [...asRoot, ...quiet, ...extra] };
};

const phoneOptions = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: "vi-VN",
  timezoneId: "Asia/Ho_Chi_Minh",
};

/** A phone whose profile is a folder, as a person's is; others live in memory and hold their caches and databases there. */
export const phoneOnDisk = (folder: string): Promise<BrowserContext> =>
  chromium.launchPersistentContext(folder, { ...launchOptions([]), ...phoneOptions });

/** How long a page may take for one step, in milliseconds: two browsers share two cores. */
const patience = 60_000;

const patient = async (opening: Promise<BrowserContext>): Promise<BrowserContext> => {
  const context = await opening;
  context.setDefaultTimeout(patience);
  return context;
};

/** A profile of its own, as small as the phones it is made for. */
export const newPhone = (browser: Browser): Promise<BrowserContext> =>
  patient(browser.newContext(phoneOptions));

/** The clerk's desktop. */
export const newDesk = (browser: Browser): Promise<BrowserContext> =>
  patient(
    browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: "vi-VN",
      timezoneId: "Asia/Ho_Chi_Minh",
    }),
  );

export interface Line {
  /** How many times slower the processor is. */
  readonly cpu: number;
  /** Bits a second each way, and the round trip in milliseconds; undefined for no limit. */
  readonly network?: { readonly down: number; readonly up: number; readonly latency: number };
  readonly offline?: boolean;
}

/** The slow line of the figures: a cheap phone, 1.6 Mbit/s, 150 ms. */
export const slowLine: Line = { cpu: 4, network: { down: 1.6e6, up: 750e3, latency: 150 } };
export const noLimits: Line = { cpu: 1 };

/** Puts a page on a line; the returned session, given in again, puts it on another. */
export const limit = async (
  page: Page,
  { cpu, network, offline = false }: Line,
  before?: CDPSession,
): Promise<CDPSession> => {
  const session = before ?? (await page.context().newCDPSession(page));
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline,
    latency: network?.latency ?? 0,
    downloadThroughput: network ? network.down / 8 : -1,
    uploadThroughput: network ? network.up / 8 : -1,
  });
  return session;
};

/** What the page logged as errors, and what it threw: a test ends by expecting none. */
export const collectErrors = (page: Page): string[] => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  return errors;
};

/** On the enrolment page: enrols, and goes on to the list. */
export const enrolHere = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "Ghi danh máy này" }).click();
  await page.getByRole("button", { name: "Mở sổ" }).click();
};

/** Opens an enrolment link, enrols, and waits until what there is has come. */
export const enrolBy = async (page: Page, link: string): Promise<void> => {
  await page.goto(link);
  await enrolHere(page);
  await page.getByText(/Đã đồng bộ/).waitFor();
};
