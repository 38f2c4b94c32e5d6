import "../../src/ui/tokens.css";
import "../../src/ui/fonts.css";
import "../../src/ui/base.css";
import axe from "axe-core";
import { mountApp } from "../../src/app/mount";
import { setDisplay } from "../../src/ui/display-settings";
import { createKeyboard } from "./keyboard-in-page";
import { scenes } from "./scenes";

/**
 * Every screen with made-up content, for looking at and for the accessibility check (`gallery.test.ts`):
 * `?scene=library`, then `show({ theme: "dark", size: 28 })`.
 */
const scene = scenes[new URLSearchParams(location.search).get("scene") ?? "library"];
const root = document.getElementById("app");
if (!scene || !root) throw new Error(`no such scene: ${Object.keys(scenes).join(", ")}`);

/** The first button whose name begins so, once it is there. */
const press = async (name: string): Promise<void> => {
  for (let i = 0; i < 200; i += 1) {
    const button = [...document.querySelectorAll("button")].find((one) =>
      (one.ariaLabel ?? one.textContent ?? "").startsWith(name),
    );
    if (button) return button.click();
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`no button ${name} in this scene`);
};

/** Enters the field that searches, and types. */
const seek = async (words: string): Promise<void> => {
  for (let i = 0; i < 200; i += 1) {
    const field = document.querySelector<HTMLInputElement>("input[type=search]");
    if (field && document.querySelector(".library-list li")) {
      field.focus();
      field.value = words;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("no field to search in");
};

const { device, path, presses = [], sought, simple = false } = await scene();
setDisplay({ theme: "light", size: 20, simple });
history.replaceState(null, "", path);
await mountApp(root, device);
const pressed = (async () => {
  // A place that the address names is gone to before anything is pressed.
  for (
    let i = 0;
    i < 80 && location.hash && path.startsWith("/van-ban") && !document.querySelector(".arrived, .found");
    i += 1
  )
    await new Promise((resolve) => setTimeout(resolve, 25));
  if (sought !== undefined) await seek(sought);
  for (const name of presses) await press(name);
})();
Object.assign(window, { show: setDisplay, axe, pressed, keyboard: createKeyboard() });
