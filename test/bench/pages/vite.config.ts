import preact from "@preact/preset-vite";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";

/** Pages that benches measure against. */
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  plugins: [
    preact(),
    VitePWA({ injectRegister: null, manifest: false, workbox: { inlineWorkboxRuntime: true } }),
  ],
  build: {
    outDir: "../../../.cache/bench-pages",
    emptyOutDir: true,
    rollupOptions: { input: ["hello.html", "floor.html"].map((page) => `${import.meta.dirname}/${page}`) },
  },
});
