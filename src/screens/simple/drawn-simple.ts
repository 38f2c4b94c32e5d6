import { recall, remember } from "../../ui/display-settings";

/** The key under which `public/early.js` finds the drawing. */
const key = "drawn-simple";

/** The page as it was drawn last, for as long as the phone has not answered. */
export const lastDrawn = (): string | undefined => recall(key) || undefined;

/** Keeps the page for the first frame of the next cold start. It names no paper: one may be recalled meanwhile. */
export const keepDrawn = (page: Element): void => remember(key, page.innerHTML);
