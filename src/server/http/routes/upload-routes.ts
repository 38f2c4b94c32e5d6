import type { Context, Hono } from "hono";
import { maxFileBytes } from "../../../domain/document";
import type { Refusal } from "../../../domain/refusal";
import { err, type Result } from "../../../domain/result";
import { headLength, openPeeked } from "../../door/file-kind";
import type { AppEnv, AppParts } from "../parts";
import { BodyError, openBody } from "../read-body";
import { refuse } from "../refuse";
import { type FileAsked, fileOf, mostOf, takeFile } from "../take-file";

/**
 * Blobs in pieces, by the headers of "Resumable Uploads for HTTP" (IETF httpbis draft): for lines that break off and proxies
 * that let no large body through. Where an upload stands is what lies on disk, so any server of the folder can go on.
 */
export const uploadRoutes = (app: Hono<AppEnv>, parts: AppParts) => {
  const { blobs } = parts;

  // The draft asks by HEAD, which is answered, too; here a refusal has its code in its body.
  app.get("/uploads/:hash", async (c) => {
    const asked = fileOf(c);
    if (!asked.ok) return refuse(c, asked.error);
    if (await blobs.touch(asked.value.hash)) return complete(c);
    return standsAt(c, await blobs.partials.size(asked.value), 204);
  });

  app.patch("/uploads/:hash", async (c) => {
    const asked = fileOf(c);
    if (!asked.ok) return refuse(c, asked.error);
    if (await blobs.touch(asked.value.hash)) return complete(c);
    const offset = parseOffset(c.req.header("Upload-Offset"));
    if (offset === undefined) return refuse(c, "malformed");
    const here = await blobs.partials.size(asked.value);
    if (offset !== here) return standsAt(c, here, 409);

    const appended = await append(parts, asked.value, offset, c.req.raw);
    if (!appended.ok) {
      const { error } = appended;
      return error === "wrong-offset" ? standsAt(c, 0, 409) : refuse(c, error);
    }
    if (c.req.header("Upload-Complete") !== "?1") return standsAt(c, appended.value, 204);
    return finish(c, parts, asked.value);
  });
};

/** `undefined` where it is no number of bytes. */
const parseOffset = (header: string | undefined): number | undefined =>
  header !== undefined && /^\d{1,10}$/.test(header) ? Number(header) : undefined;

const standsAt = (c: Context<AppEnv>, offset: number, status: 204 | 409): Response => {
  c.header("Upload-Offset", String(offset));
  c.header("Upload-Complete", "?0");
  return status === 204 ? c.body(null, status) : c.json({}, status);
};
const complete = (c: Context<AppEnv>): Response => {
  c.header("Upload-Complete", "?1");
  return c.body(null, 204);
};

/** The kind, and with it the limit, is told by the first piece: of the later ones the beginning is on disk. */
const append = async (
  { blobs: { partials }, limits: { idle } }: AppParts,
  asked: FileAsked,
  offset: number,
  request: Request,
): Promise<Result<number, Refusal | "wrong-offset">> => {
  const body = openBody(request, { maxBytes: Math.max(0, maxFileBytes - offset), idle });
  if (!body.ok) return body;
  try {
    const { head, stream } =
      offset === 0
        ? await openPeeked(body.value)
        : { head: await partials.head(asked, headLength), stream: body.value };
    const most = mostOf(head, asked);
    if (most.ok) return await partials.append(asked, offset, stream, most.value);
    await stream.cancel().catch(() => undefined);
    return most;
  } catch (error) {
    if (error instanceof BodyError) return err(error.fault);
    throw error;
  }
};

/** A partial goes with the judgement on it; where the disk is full there was none, and it stays. */
const finish = async (c: Context<AppEnv>, { blobs }: AppParts, asked: FileAsked): Promise<Response> => {
  const whole = await blobs.partials.open(asked);
  const refusal = whole && (await takeFile(blobs, asked, whole));
  await blobs.partials.remove(asked);
  if (refusal) return refuse(c, refusal);
  // Finished by another request of the same device meanwhile, or made room for another file.
  return whole || (await blobs.touch(asked.hash)) ? complete(c) : standsAt(c, 0, 409);
};
