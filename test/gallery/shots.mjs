/**
 * Pictures of every screen, and what axe-core says of each:
 *
 *   node test/gallery/shots.mjs [folder for pictures] [part of a scene's name]
 *
 * Ends with 1 where axe found something, a page threw, or something stands out beyond the screen's edge.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import preact from "@preact/preset-vite";
import axe from "axe-core";
import { chromium } from "playwright-core";
import { build, preview } from "vite";
import { faces } from "../../src/ui/make-faces.mjs";

const [folder = "dist/gallery-shots", only = ""] = process.argv.slice(2);
const root = import.meta.dirname;
const outDir = join(root, "../../dist/gallery");
mkdirSync(folder, { recursive: true });

const config = {
  root,
  configFile: false,
  plugins: [preact(), faces()],
  logLevel: "error",
  publicDir: join(root, "../../public"),
  build: { outDir, emptyOutDir: true, target: "es2022", minify: false },
};
await build(config);
const server = await preview({ ...config, preview: { port: 0 }, appType: "spa" });
const address = server.httpServer.address();
const origin = `http://localhost:${typeof address === "object" ? address?.port : ""}`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-sync",
  ],
});

const looks = [
  { name: "light", theme: "light", size: 20, width: 360 },
  { name: "dark", theme: "dark", size: 20, width: 360 },
  { name: "contrast", theme: "contrast", size: 20, width: 360 },
  { name: "large", theme: "light", size: 28, width: 360 },
  { name: "narrow-large", theme: "light", size: 28, width: 320 },
];
const names = readFileSync(join(root, "scenes.ts"), "utf8")
  .split("export const scenes")[1]
  .match(/^ {2}"?[a-z-]+"?: /gm)
  .map((line) => line.replace(/[":\s]/g, ""))
  .filter((name) => name.includes(only));

let wrong = 0;
const report = (text) => {
  wrong += 1;
  process.stdout.write(`${text}\n`);
};

for (const scene of names)
  for (const look of looks) {
    const page = await browser.newPage({
      viewport: { width: look.width, height: 740 },
      deviceScaleFactor: 1,
      hasTouch: true,
      locale: "vi-VN",
      timezoneId: "Asia/Ho_Chi_Minh",
    });
    const at = `${scene} ${look.name}`;
    page.on("pageerror", (error) => report(`${at}: ${error}`));
    await page.goto(`${origin}/?scene=${scene}&theme=${look.theme}&size=${look.size}`);
    await page.waitForTimeout(scene === "original" ? 4000 : 700);
    await page.screenshot({ path: join(folder, `${scene}-${look.name}.png`) });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) report(`${at}: ${wide} px wider than the screen`);
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => globalThis.axe.run());
    for (const { id, help, nodes } of violations)
      report(
        `${at}: ${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `    ${html.slice(0, 160)}\n      ${failureSummary.replaceAll("\n", " ")}`).join("\n")}`,
      );
    await page.close();
  }

await browser.close();
await server.close();
process.stdout.write(`${names.length * looks.length} pictures, ${wrong} things to mend\n`);
process.exit(wrong ? 1 : 0);
