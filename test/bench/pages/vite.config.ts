import preact from "@preact/preset-vite";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import app from "../../../vite.config";

/** Pages that benches measure against: made from the same libraries, in the same way, as the app. */
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  ...(app.resolve && { resolve: app.resolve }),
  ...(app.define && { define: app.define }),
  plugins: [
    preact(),
    VitePWA({
      injectRegister: null,
      manifest: false,
      workbox: {
        inlineWorkboxRuntime: true,
        navigateFallback: null,
        globPatterns: ["hello.html", "assets/*.js"],
      },
    }),
  ],
  build: {
    ...app.build,
    outDir: "../../../.cache/bench-pages",
    emptyOutDir: true,
    rolldownOptions: {
      input: ["hello.html", "floor.html", "device.html", "papers.html", "engines.html"].map(
        (page) => `${import.meta.dirname}/${page}`,
      ),
    },
  },
});
