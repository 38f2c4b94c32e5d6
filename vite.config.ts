import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import preact from "@preact/preset-vite";
import { minify } from "terser";
import { defineConfig, type Plugin } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import manifest from "./package.json" with { type: "json" };
import { faces } from "./src/ui/make-faces.mjs";

/** What a member may need without a network, and only sometimes: the scanner, the PDF viewer, the writer of Word files. */
const heavy =
  /pdfjs-dist|html5-qrcode|zxing|\/device\/scan\/|node_modules\/(docx|fflate)\/|\/record\/(write-docx|pack)\./;

/** Folders of chunks that the service worker keeps on first use only; the other chunks it keeps at install. */
const folderOf = (modules: readonly string[]): string => {
  if (modules.some((id) => /\/src\/(screens|device)\/office\/|mammoth|\/device\/intake\/read-/.test(id)))
    return "assets/office";
  if (modules.some((id) => heavy.test(id))) return "assets/heavy";
  return "assets";
};

interface Graph {
  getModuleInfo(id: string): { readonly isEntry: boolean; readonly importers: readonly string[] } | null;
}

/**
 * Modules that the first screen needs go into one file: it compresses better, and a slow line pays for each
 * request. A module is on the first path if the page reaches it by static imports alone.
 */
const firstPath = () => {
  const known = new Map<string, boolean>();
  const reached = (id: string, graph: Graph): boolean => {
    const before = known.get(id);
    if (before !== undefined) return before;
    known.set(id, false);
    const node = graph.getModuleInfo(id);
    const answer = node !== null && (node.isEntry || node.importers.some((one) => reached(one, graph)));
    known.set(id, answer);
    return answer;
  };
  return (id: string, graph: Graph) => (id.startsWith("\0rolldown") || reached(id, graph) ? "app" : null);
};
const firstPathOf = firstPath();

/**
 * Styles of the screens that come later lie in three files: those near the list, those of meetings and tasks, and the
 * office's. The first path then names a few files and not thirty, each with a hash that no compression shortens.
 */
const lateStyles = (id: string, graph: Graph): string | null => {
  if (!id.endsWith(".css") || firstPathOf(id, graph) !== null) return null;
  if (id.includes("/src/screens/office/")) return "office-styles";
  return /\/src\/screens\/(?:meeting|minutes|record|tasks)/.test(id) ? "meeting-styles" : "late-styles";
};

/**
 * In place of Vite's own way to load the styles of a chunk before it: a third as long, since it need not preload scripts,
 * and one that tries again where a style sheet could not be had.
 */
const shortPreload = (): Plugin => ({
  name: "short-preload",
  apply: "build",
  enforce: "pre",
  load: (id) =>
    id === "\0vite/preload-helper.js"
      ? `const styles = new Map();
const style = (path) => {
  const href = new URL("/" + path, location.href).href;
  if (![...document.querySelectorAll("link")].some((link) => link.href === href) && !styles.has(href)) {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = href;
    styles.set(href, new Promise((resolve, reject) => {
      link.onload = resolve;
      link.onerror = () => {
        styles.delete(href);
        link.remove();
        reject(new Error(href));
      };
    }));
    document.head.append(link);
  }
  return styles.get(href);
};
export const __vitePreload = (load, paths = []) => Promise.all(paths.map(style)).then(load);`
      : undefined,
});

/** The faces of the first screen are asked for with the page itself: words need not be set twice. */
const preloadFaces = (): Plugin => ({
  name: "preload-faces",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: (_, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => /be-vietnam-pro-.*\.woff2$/.test(file))
        .map((file) => ({
          tag: "link",
          attrs: { rel: "preload", href: `/${file}`, as: "font", type: "font/woff2", crossorigin: true },
          injectTo: "head" as const,
        })),
  },
});

/** Nothing between the tags of what the page paints before the app: the app takes that over node by node. */
const withoutGaps = (): Plugin => ({
  name: "without-gaps",
  apply: "build",
  transformIndexHtml: {
    order: "post",
    handler: (html) =>
      html
        .replace(/<!--.*?-->/g, "")
        .replace(/>\s+/g, ">")
        .replace(/\s+</g, "<"),
  },
});

/** pdf.js fetches decoders and stand-in fonts by name, from a folder of our own. */
const pdfjsFiles = (): Plugin => ({
  name: "pdfjs-files",
  apply: "build",
  async closeBundle() {
    const { outDir } = this.environment.config.build;
    for (const folder of ["wasm", "standard_fonts"])
      await cp(`node_modules/pdfjs-dist/${folder}`, join(outDir, "pdfjs", folder), { recursive: true });
  },
});

/** `public/early.js` is copied as it is, with all that it explains; phones get it without. */
const earlyMinified = (): Plugin => ({
  name: "early-minified",
  apply: "build",
  enforce: "post",
  closeBundle: {
    order: "post",
    sequential: true,
    async handler() {
      const path = join(this.environment.config.build.outDir, "early.js");
      const { code } = await minify(await readFile(path, "utf8"));
      if (code) await writeFile(path, code);
    },
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
      const { outDir } = this.environment.config.build;
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

const assetFileNames = ({ originalFileNames }: { readonly originalFileNames: readonly string[] }) =>
  `${folderOf(originalFileNames)}/[name]-[hash][extname]`;

export default defineConfig({
  // Dexie's own build of modules: its default entry wraps the older one for Node, for 2 kB more.
  resolve: { alias: [{ find: /^dexie$/, replacement: "dexie/dist/modern/dexie.mjs" }] },
  plugins: [
    preact(),
    faces(),
    shortPreload(),
    preloadFaces(),
    withoutGaps(),
    earlyMinified(),
    pwa(),
    pdfjsFiles(),
    compressed(),
  ],
  define: { "import.meta.env.VITE_APP_VERSION": JSON.stringify(manifest.version) },
  build: {
    outDir: "dist/client",
    target: "es2020",
    // 0.7 kB of brotli less on the first path than the built-in minifier. The wish more: nothing here reads a property for what
    // the reading does. `unsafe_arrows` is no wish to make: mammoth calls functions without a name with `new`.
    minify: "terser",
    terserOptions: { ecma: 2020, compress: { passes: 3, pure_getters: true } },
    // The page's policy allows no inline script, and phones without modulepreload simply load a little later.
    modulePreload: {
      polyfill: false,
      // Lists of what each lazy chunk asks for in turn would be a kilobyte of file names on the first path; nearly all of
      // it is in the service worker's cache by then. Styles are loaded first all the same.
      resolveDependencies: (_file, files, { hostType }) => (hostType === "html" ? files : []),
    },
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: firstPathOf, debugName: "first path" },
            { name: lateStyles, debugName: "late styles" },
          ],
        },
        chunkFileNames: ({ moduleIds }) => `${folderOf(moduleIds)}/[name]-[hash].js`,
        assetFileNames,
      },
    },
  },
  // Workers are bundled apart and named here: the scanner's is as heavy as the scanner.
  worker: {
    rolldownOptions: {
      output: {
        entryFileNames: ({ facadeModuleId }) => `${folderOf([facadeModuleId ?? ""])}/[name]-[hash].js`,
        assetFileNames,
        // As terser left it: the bundler's own way writes white space into it again, a tenth of what is sent.
        minify: false,
      },
    },
  },
});
