import type { BrowserContext, Page } from "playwright-core";
import { collectErrors, phoneOnDisk } from "../browser";
import { type Hand, pathOf, patience } from "./hand";

/** Chromium by Playwright. */
export const openChromium = async (profile: string): Promise<Hand> => {
  let context: BrowserContext;
  let page: Page;
  const errors: (readonly string[])[] = [];
  const start = async () => {
    context = await phoneOnDisk(profile);
    context.setDefaultTimeout(patience);
    page = context.pages()[0] ?? (await context.newPage());
    errors.push(collectErrors(page));
  };
  await start();
  return {
    engine: "chromium",
    open: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    restart: async () => {
      const at = page.url();
      await context.close();
      await start();
      await page.goto(at);
    },
    press: (thing) =>
      page
        .locator(`xpath=${pathOf(thing)}`)
        .first()
        .click(),
    type: (field, words) => page.locator(`xpath=${pathOf(field)}`).fill(words),
    ask: (expression) => page.evaluate(expression),
    picture: () => page.screenshot(),
    errors: () => errors.flat(),
    close: () => context.close(),
  };
};
