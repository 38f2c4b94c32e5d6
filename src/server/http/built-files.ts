import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import type { StaticFile, StaticFiles } from "./static-files";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".mjs": "text/javascript; charset=utf-8",
  ".pfb": "application/octet-stream",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

const encodings = [
  ["br", ".br"],
  ["gzip", ".gz"],
] as const;

/** The client as it was built into a folder, listed once at the start; contents are read when first asked for and kept. */
export const openBuiltFiles = (folder: string): StaticFiles => {
  const paths = (readdirSync(folder, { recursive: true }) as string[]).filter((path) =>
    statSync(join(folder, path)).isFile(),
  );
  const all = new Set(paths);
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  const load = (path: string) => {
    const content = kept.get(path) ?? readFile(join(folder, path)).then((buffer) => new Uint8Array(buffer));
    kept.set(path, content);
    return content;
  };
  const files = new Map<string, StaticFile>();
  for (const path of paths) {
    const packed = encodings.some(
      ([, suffix]) => path.endsWith(suffix) && all.has(path.slice(0, -suffix.length)),
    );
    if (packed || path.endsWith(".map")) continue;
    const suffixes = new Map<string | undefined, string>(encodings);
    const name = `/${path.split(sep).join("/")}`;
    files.set(name, {
      type: types[extname(path)] ?? "application/octet-stream",
      etag: `"${createHash("sha256")
        .update(readFileSync(join(folder, path)))
        .digest("base64url")
        .slice(0, 22)}"`,
      immutable: name.startsWith("/assets/"),
      encodings: encodings.filter(([, suffix]) => all.has(path + suffix)).map(([encoding]) => encoding),
      read: (encoding) => load(path + (suffixes.get(encoding) ?? "")),
    });
  }
  return { find: (path) => files.get(path) };
};
