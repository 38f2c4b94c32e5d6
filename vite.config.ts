import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import preact from "@preact/preset-vite";
import { defineConfig, type Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import { version } from "./package.json" with { type: "json" };

const outDir = "dist/client";

/** Folders of chunks that the service worker keeps on first use only; the other chunks it keeps at install. */
const folderOf = (modules: readonly string[]): string => {
  if (modules.some((id) => id.includes("/src/screens/office/"))) return "assets/office";
  if (modules.some((id) => /pdfjs-dist|mammoth|html5-qrcode|zxing|\/src\/device\/scan\//.test(id)))
    return "assets/heavy";
  return "assets";
};

/** pdf.js fetches decoders and stand-in fonts by name, from a folder of our own. */
const pdfjsFiles = (): Plugin => ({
  name: "pdfjs-files",
  apply: "build",
  async closeBundle() {
    for (const folder of ["wasm", "standard_fonts"])
      await cp(`node_modules/pdfjs-dist/${folder}`, join(outDir, "pdfjs", folder), { recursive: true });
  },
});

/** Every text of the build once more as `.br` and `.gz`, so that no request pays for compressing it. */
const compressed = (): Plugin => ({
  name: "compressed-siblings",
  apply: "build",
  enforce: "post",
  closeBundle: {
    order: "post",
    sequential: true,
    async handler() {
      const files = await readdir(outDir, { recursive: true });
      for (const file of files.filter((name) => /\.(js|mjs|css|html|svg|webmanifest|wasm)$/.test(name))) {
        const path = join(outDir, file);
        const bytes = await readFile(path);
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
        await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, quality));
        await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
      }
    },
  },
});

const pwa = () =>
  VitePWA({
    strategies: "injectManifest",
    srcDir: "src/sw",
    filename: "sw.ts",
    injectRegister: false,
    registerType: "prompt",
    injectManifest: {
      globPatterns: ["**/*.{js,mjs,css,html,svg,png,woff2,wasm}"],
      maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
    },
    manifest: {
      id: "/",
      name: "Sổ Chi bộ",
      short_name: "Sổ Chi bộ",
      description: "Đọc văn bản và sinh hoạt chi bộ, cả khi không có mạng",
      lang: "vi",
      start_url: "/",
      scope: "/",
      display: "standalone",
      background_color: "#fbf8f1",
      theme_color: "#fbf8f1",
      icons: [
        { src: "/icon-192.png", sizes: "192x192", type: "image/png" },
        { src: "/icon-512.png", sizes: "512x512", type: "image/png" },
        { src: "/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
      ],
    },
  });

export default defineConfig({
  plugins: [preact(), pwa(), pdfjsFiles(), compressed()],
  define: { "import.meta.env.VITE_APP_VERSION": JSON.stringify(version) },
  build: {
    outDir,
    target: "es2020",
    // The page's policy allows no inline script, and phones without modulepreload simply load a little later.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        chunkFileNames: ({ moduleIds }) => `${folderOf(moduleIds)}/[name]-[hash].js`,
        assetFileNames: ({ originalFileNames }) => `${folderOf(originalFileNames)}/[name]-[hash][extname]`,
      },
    },
  },
});
