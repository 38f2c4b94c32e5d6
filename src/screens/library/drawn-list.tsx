import { render } from "preact";
import { useState } from "preact/hooks";
import type { Device } from "../../device/device";
import { remember } from "../../ui/display-settings";
import { SkeletonRows } from "../../ui/skeleton-rows";
import { firstRows } from "./filter";
import { PaperList } from "./paper-list";

/** The key under which `public/early.js` finds the drawing. */
const key = "drawn-list";

/**
 * Keeps the first rows of the list as they are drawn, so that the next cold start shows them in its first frame, before
 * there is an app. Drawn anew with every change, wherever in the app one is: a paper that was recalled must not appear
 * again. A wipe takes the drawing with everything else in localStorage.
 *
 * @returns ends it.
 */
export const keepDrawnList = (device: Device): (() => void) => {
  const paper = document.createElement("div");
  return device.library.list({ show: "all", limit: firstRows }).subscribe(({ rows }) => {
    if (rows.length > 0)
      render(<PaperList papers={rows.map((row) => ({ row }))} now={device.now()} />, paper);
    else render(null, paper);
    remember(key, paper.innerHTML);
  });
};

/** Nothing is shown at the next start before the app knows whose phone it is; nor what `screens/simple` drew. */
export const forgetDrawn = (): void => {
  remember(key, "");
  remember("drawn-simple", "");
};

/** Once in the life of a page: what `public/early.js` put in the place of the rows. */
let drawn = typeof document === "undefined" ? undefined : document.querySelector(".drawn-list")?.innerHTML;
const takeDrawn = (): string | undefined => {
  const taken = drawn;
  drawn = undefined;
  return taken;
};

/** What stands where the rows will be: they themselves as last drawn, or their outline. */
export const RowsToCome = () => {
  const [html] = useState(takeDrawn);
  return html ? <div class="drawn-list" dangerouslySetInnerHTML={{ __html: html }} /> : <SkeletonRows />;
};
