import { createStore } from "zustand/vanilla";

/** Chromium's event, not in the DOM's types. */
interface InstallEvent extends Event {
  prompt(): Promise<unknown>;
}

export type Installing =
  | { readonly state: "installed" }
  /** The browser offers its own prompt. */
  | { readonly state: "offered"; readonly prompt: () => Promise<void> }
  /** iOS has no prompt: steps in words. */
  | { readonly state: "ios" }
  | { readonly state: "by-hand" };

const isIos = () =>
  /iPad|iPhone|iPod/.test(navigator.userAgent) ||
  (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);

/** True where the app was opened from the home screen. */
export const isInstalled = (): boolean =>
  matchMedia("(display-mode: standalone)").matches ||
  (navigator as { readonly standalone?: boolean }).standalone === true;

/** Browsers inside other apps keep a store of their own, which those apps clear. */
export const isInsideOtherApp = (): boolean => /Zalo|FBAN|FBAV|Instagram|; wv\)/.test(navigator.userAgent);

export const needsHomeScreenFirst = (): boolean => isIos() && !isInstalled();

export const installing = createStore<Installing>()(() =>
  isInstalled() ? { state: "installed" } : isIos() ? { state: "ios" } : { state: "by-hand" },
);

/** Keeps Chromium's offer for the button under "Tôi" instead of its own banner. */
export const watchInstall = (): void => {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    const prompt = async () => {
      await (event as InstallEvent).prompt();
    };
    installing.setState({ state: "offered", prompt }, true);
  });
  addEventListener("appinstalled", () => installing.setState({ state: "installed" }, true));
};
