import "../../src/ui/tokens.css";
import "../../src/ui/fonts.css";
import "../../src/ui/base.css";
import { mountApp } from "../../src/app/mount";
import { setDisplay, type TextSize, type Theme } from "../../src/ui/display-settings";
import { scenes } from "./scenes";

/**
 * Every screen with made-up content, for looking at and for the accessibility check:
 * `?scene=library&theme=dark&size=28`. Built by `node test/gallery/shots.mjs`.
 */
const asked = new URLSearchParams(location.search);
const scene = scenes[asked.get("scene") ?? "library"];
const root = document.getElementById("app");
if (!scene || !root) throw new Error(`no such scene: ${Object.keys(scenes).join(", ")}`);

setDisplay({
  theme: (asked.get("theme") ?? "light") as Theme,
  size: Number(asked.get("size") ?? 20) as TextSize,
});
const { device, path } = await scene();
history.replaceState(null, "", path);
await mountApp(root, device);
