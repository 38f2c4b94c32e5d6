import "../../src/ui/tokens.css";
import "../../src/ui/fonts.css";
import "../../src/ui/base.css";
import axe from "axe-core";
import { mountApp } from "../../src/app/mount";
import { setDisplay } from "../../src/ui/display-settings";
import { scenes } from "./scenes";

/**
 * Every screen with made-up content, for looking at and for the accessibility check (`gallery.test.ts`):
 * `?scene=library`, then `show({ theme: "dark", size: 28 })`.
 */
const scene = scenes[new URLSearchParams(location.search).get("scene") ?? "library"];
const root = document.getElementById("app");
if (!scene || !root) throw new Error(`no such scene: ${Object.keys(scenes).join(", ")}`);

Object.assign(window, { show: setDisplay, axe });
setDisplay({ theme: "light", size: 20 });
const { device, path } = await scene();
history.replaceState(null, "", path);
await mountApp(root, device);
