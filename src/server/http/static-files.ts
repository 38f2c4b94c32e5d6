import type { Context } from "hono";

export interface StaticFile {
  readonly type: string;
  readonly etag: string;
  /** Named by its content: never changes under its name. */
  readonly immutable: boolean;
  /** Encodings that lie beside it, made when it was built. */
  readonly encodings: readonly ("br" | "gzip")[];
  read(encoding?: "br" | "gzip"): Promise<Uint8Array<ArrayBuffer>>;
}

export interface StaticFiles {
  /** `path` begins with a slash and is looked up as it is: nothing outside the build can be named. */
  find(path: string): StaticFile | undefined;
}

/**
 * Files of the built client; for a navigation to any other path the app's own page, which finds its place there.
 * Files named by their content are kept for ever; the page, the worker and the manifest are asked for anew each time.
 */
export const serveStatic = (files: StaticFiles) => async (c: Context) => {
  const path = new URL(c.req.url).pathname;
  const file = files.find(path === "/" ? "/index.html" : path) ?? (navigates(c) && files.find("/index.html"));
  if (!file) return c.notFound();
  c.header("ETag", file.etag);
  c.header("Vary", "Accept-Encoding");
  c.header("Cache-Control", file.immutable ? "public, max-age=31536000, immutable" : "no-cache");
  if (c.req.header("If-None-Match") === file.etag) return c.body(null, 304);
  const encoding = file.encodings.find((one) => accepts(c.req.header("Accept-Encoding"), one));
  if (encoding) c.header("Content-Encoding", encoding);
  c.header("Content-Type", file.type);
  return c.body(await file.read(encoding));
};

const navigates = (c: Context): boolean =>
  c.req.header("Sec-Fetch-Mode") === "navigate" || (c.req.header("Accept") ?? "").includes("text/html");

const accepts = (header: string | undefined, encoding: string): boolean =>
  (header ?? "").split(",").some((part) => {
    const [name, weight] = part.trim().split(/\s*;\s*q=/);
    return name === encoding && Number(weight ?? 1) > 0;
  });
