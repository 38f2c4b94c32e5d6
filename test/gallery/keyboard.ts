import type { Page } from "playwright-core";

/** What the page itself can tell of the keyboard; set by `gallery.tsx`. */
export interface Keyboard {
  /** How many things Tab must come to; marks each with its place in the order of the page. */
  count(): Promise<number>;
  /** Those of them that a screen reader has no name for. */
  nameless(): readonly string[];
  /** Where the keyboard is now. */
  focused(): Focused | undefined;
}

export interface Focused {
  /** Its place in the order; undefined for what was not counted, such as a scroller that Chromium lets scroll. */
  readonly place?: number;
  readonly html: string;
  /** It is outlined, and the outline is on the screen on at least three sides. */
  readonly seen: boolean;
  /** Something of it is not under a bar. */
  readonly bare: boolean;
}

type InPage = Window & { readonly keyboard: Keyboard };

const focusedIn = (page: Page) => page.evaluate(() => (window as unknown as InPage).keyboard.focused());

/** More than any page here has; what goes on beyond is a trap. */
const mostSteps = 400;

/** Goes through a page by Tab alone, from its beginning until the browser's own controls come, and says what is wrong. */
export const walk = async (page: Page): Promise<readonly string[]> => {
  const wrong: string[] = [];
  const of = await page.evaluate(() => (window as unknown as InPage).keyboard.count());
  const nameless = await page.evaluate(() => (window as unknown as InPage).keyboard.nameless());
  wrong.push(...nameless.map((html) => `has no name: ${html}`));
  const visited = new Set<number>();
  let before = -1;
  for (let step = 0; step < mostSteps; step += 1) {
    await page.keyboard.press("Tab");
    const here = await focusedIn(page);
    if (!here) break;
    if (here.place === undefined) {
      // A dialog is the whole of what can be used, and needs no outline to be found.
      if (!here.seen && !here.html.startsWith("<dialog"))
        wrong.push(`has the keyboard and no outline: ${here.html}`);
      continue;
    }
    // A day and an hour have parts of their own, which Tab goes through.
    if (here.place === before && /type="(?:date|time|datetime-local)"/.test(here.html)) continue;
    if (visited.has(here.place)) {
      if (visited.size < of) wrong.push(`a trap: Tab comes back to ${here.html}`);
      break;
    }
    if (here.place < before) wrong.push(`out of order: ${here.html}`);
    if (!here.seen) wrong.push(`has the keyboard and no outline that is seen: ${here.html}`);
    if (!here.bare) wrong.push(`has the keyboard under something else: ${here.html}`);
    visited.add(here.place);
    before = here.place;
  }
  if (visited.size < of) wrong.push(`Tab comes to ${visited.size} of ${of}`);
  return wrong;
};

/** Opens a dialog by the keyboard: focus goes in and stays in, Escape closes it, and focus is where it was. */
export const throughDialog = async (page: Page, opener: string): Promise<readonly string[]> => {
  const wrong: string[] = [];
  const say = (what: string) => wrong.push(`dialog of "${opener}": ${what}`);
  const button = page.getByRole("button", { name: opener }).first();
  await button.focus();
  await page.keyboard.press("Enter");
  const dialog = page.locator("dialog[open]");
  await dialog.waitFor();
  const inside = () =>
    page.evaluate(() => {
      const here = document.activeElement;
      return here === document.body || here?.closest("dialog[open]") !== null;
    });
  if (!(await page.evaluate(() => document.activeElement?.closest("dialog[open]") !== null)))
    say("the keyboard does not go in");
  if (!(await dialog.evaluate((element) => element.ariaLabel || element.getAttribute("aria-labelledby"))))
    say("has no name");
  const steps = await dialog.locator("button, input, textarea, select, a[href]").count();
  for (let step = 0; step < steps + 2; step += 1) {
    await page.keyboard.press("Tab");
    if (await inside()) continue;
    say("the keyboard leaves it");
    break;
  }
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached", timeout: 5000 }).catch(() => say("Escape does not close it"));
  const isBack = (element: Element | null) => element === document.activeElement;
  const back = page.waitForFunction(isBack, await button.elementHandle(), { timeout: 1000 });
  if (!(await back.catch(() => undefined))) say("the keyboard does not go back to where it was");
  return wrong;
};
