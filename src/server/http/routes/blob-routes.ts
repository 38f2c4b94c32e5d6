import type { Hono } from "hono";
import * as v from "valibot";
import { maxFileBytes } from "../../../domain/document";
import { type Hash, hash } from "../../../domain/ids";
import { parseRange } from "../byte-range";
import type { AppEnv, AppParts } from "../parts";
import { openBody } from "../read-body";
import { refuse } from "../refuse";
import { fileOf, takeFile } from "../take-file";

/** Blobs by their hash: to those who read an entry that names them, from those who publish or photograph. */
export const blobRoutes = (app: Hono<AppEnv>, parts: AppParts) => {
  const { log, blobs } = parts;

  app.get("/blobs/:hash", async (c) => {
    const name = v.safeParse(hash, c.req.param("hash"));
    // What one may not read is not found: whether it exists is told to nobody else.
    if (!name.success || !(await log.mayRead(name.output as Hash, c.get("principal").scopes)))
      return refuse(c, "not-found");
    const size = (await blobs.stat(name.output as Hash))?.bytes;
    if (size === undefined) return refuse(c, "not-found");

    const etag = `"${name.output}"`;
    c.header("ETag", etag);
    c.header("Accept-Ranges", "bytes");
    c.header("Cache-Control", "private, max-age=31536000, immutable");
    if (c.req.header("If-None-Match") === etag) return c.body(null, 304);

    const other = (c.req.header("If-Range") ?? etag) !== etag;
    const range = other ? "whole" : parseRange(c.req.header("Range"), size);
    if (range === "unsatisfiable") {
      c.header("Content-Range", `bytes */${size}`);
      return c.body(null, 416);
    }
    const part = range === "whole" ? undefined : range;
    const body = await blobs.open(name.output as Hash, part);
    if (!body) return refuse(c, "not-found");
    // What it is says the entry that names it; a browser is never to guess and render it.
    c.header("Content-Type", "application/octet-stream");
    c.header("Content-Length", String(part ? part.end - part.start + 1 : size));
    if (part) c.header("Content-Range", `bytes ${part.start}-${part.end}/${size}`);
    return c.body(body, part ? 206 : 200);
  });

  app.put("/blobs/:hash", async (c) => {
    const asked = fileOf(c);
    if (!asked.ok) return refuse(c, asked.error);
    if (await blobs.touch(asked.value.hash)) return c.body(null, 204);
    const body = openBody(c.req.raw, { maxBytes: maxFileBytes, idle: parts.limits.idle });
    if (!body.ok) return refuse(c, body.error);
    const refusal = await takeFile(blobs, asked.value, body.value);
    return refusal ? refuse(c, refusal) : c.body(null, 204);
  });
};
