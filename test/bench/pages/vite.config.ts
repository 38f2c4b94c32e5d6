import preact from "@preact/preset-vite";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { version } from "../../../package.json";

/** Pages that benches measure against. */
export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  define: { "import.meta.env.VITE_APP_VERSION": JSON.stringify(version) },
  plugins: [
    preact(),
    VitePWA({
      injectRegister: null,
      manifest: false,
      workbox: {
        inlineWorkboxRuntime: true,
        globPatterns: ["hello.html", "assets/hello-*", "assets/import-wrapper-*"],
      },
    }),
  ],
  build: {
    outDir: "../../../.cache/bench-pages",
    emptyOutDir: true,
    rollupOptions: {
      input: ["hello.html", "floor.html", "device.html"].map((page) => `${import.meta.dirname}/${page}`),
    },
  },
});
