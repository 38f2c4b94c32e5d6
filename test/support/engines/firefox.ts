import puppeteer, { type Browser, type Page } from "puppeteer-core";
import { programPath } from "./find";
import { type Hand, pathOf, patience, screen } from "./hand";

/** Firefox ESR by Puppeteer, over WebDriver BiDi. */
export const openFirefox = async (profile: string): Promise<Hand> => {
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];
  const start = async () => {
    browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: programPath("firefox-esr", "firefox"),
      userDataDir: profile,
      defaultViewport: screen,
      extraPrefsFirefox: { "intl.accept_languages": "vi-VN,vi" },
      env: { ...process.env, TZ: "Asia/Ho_Chi_Minh" },
    });
    page = (await browser.pages())[0] ?? (await browser.newPage());
    // Of the first page the browser does not heed `defaultViewport`: bars of its own that slide in would move what is pressed.
    await page.setViewport(screen);
    page.setDefaultTimeout(patience);
    page.on("pageerror", (error) => errors.push(String(error)));
  };
  await start();
  return {
    engine: "firefox",
    open: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    restart: async () => {
      const at = page.url();
      await browser.close();
      await start();
      await page.goto(at);
    },
    press: (thing) => page.locator(`::-p-xpath(${pathOf(thing)})`).click(),
    type: (field, words) => page.locator(`::-p-xpath(${pathOf(field)})`).fill(words),
    ask: (expression) => page.evaluate(expression) as never,
    picture: () => page.screenshot(),
    errors: () => errors,
    close: () => browser.close(),
  };
};
