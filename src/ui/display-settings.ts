import { createStore } from "zustand/vanilla";

/** How this phone shows things. `public/early.js` applies the same two keys before the first paint. */
export const themes = ["system", "light", "dark", "contrast"] as const;
export type Theme = (typeof themes)[number];

export const textSizes = [16, 18, 20, 22, 24, 26, 28] as const;
export type TextSize = (typeof textSizes)[number];

export interface DisplaySettings {
  readonly theme: Theme;
  /** Of reading text, in pixels; the rest of the app follows more gently. */
  readonly size: TextSize;
  /** The simple way: three large buttons in place of the list. */
  readonly simple: boolean;
}

const read = (key: string): string | undefined => {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
};

/** A browser that keeps nothing still works, with today's choice. */
export const remember = (key: string, value: string): void => {
  try {
    localStorage.setItem(key, value);
  } catch {}
};
export const recall = read;

const stored = (): DisplaySettings => ({
  theme: themes.find((theme) => theme === read("theme")) ?? "system",
  size: textSizes.find((size) => `${size}` === read("size")) ?? 20,
  simple: read("simple") === "1",
});

export const displaySettings = createStore<DisplaySettings>()(stored);

/** Puts the settings on the root element, where the style sheets look. */
export const applyDisplay = (
  { theme, size, simple }: DisplaySettings,
  root = document.documentElement,
): void => {
  if (theme === "system") root.removeAttribute("data-theme");
  else root.setAttribute("data-theme", theme);
  root.setAttribute("data-size", `${size}`);
  root.toggleAttribute("data-simple", simple);
};

export const setDisplay = (change: Partial<DisplaySettings>): void => {
  displaySettings.setState(change);
  const now = displaySettings.getState();
  remember("theme", now.theme);
  remember("size", `${now.size}`);
  remember("simple", now.simple ? "1" : "");
  applyDisplay(now);
};

/** The next size up or down, or the same at the end. */
export const stepSize = (size: TextSize, by: 1 | -1): TextSize =>
  textSizes[textSizes.indexOf(size) + by] ?? size;
