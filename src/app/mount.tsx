import { hydrate, render } from "preact";
import type { Device } from "../device/device";
import { applyDisplay, displaySettings } from "../ui/display-settings";
import { watchInstall } from "../ui/install";
import { languageSetting, recallLanguage } from "../ui/language-setting";
import { App } from "./app";
import { SimplePages } from "./lazy";
import { createRouter } from "./router";
import { createUiState } from "./ui-state";
import { useStore } from "./use-store";

/** Puts the app into the page around a device; returns what floats above it. */
export const mountApp = async (root: Element, device: Device) => {
  const router = createRouter();
  const ui = createUiState();
  applyDisplay(displaySettings.getState());
  watchInstall();
  router.start();
  await recallLanguage();
  // The page that was drawn for the first frame stays until its own code can take its place.
  if (displaySettings.getState().simple) await SimplePages.preload().catch(() => undefined);
  const Root = () => <App key={useStore(languageSetting)} device={device} router={router} ui={ui} />;
  // What `index.html` painted is the list in Vietnamese before anything is known: taken over as it stands, or it makes way.
  const painted = root.hasChildNodes() && router.here.getState().path === "/";
  if (painted && languageSetting.getState() === "vi" && !displaySettings.getState().simple)
    hydrate(<Root />, root);
  else {
    root.textContent = "";
    render(<Root />, root);
  }
  root.className = "";
  return ui;
};
