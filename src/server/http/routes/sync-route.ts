import type { Hono } from "hono";
import { maxPushBytes } from "../../../protocol/limits";
import { parseSyncRequest } from "../../../protocol/sync-request";
import { oldestServed, protocolVersion } from "../../../protocol/version";
import { answerSync } from "../../sync/answer-sync";
import { acceptsGzip, lineHeaders } from "../answer-lines";
import { beginAnswer } from "../begin-answer";
import type { AppEnv, AppParts } from "../parts";
import { readText } from "../read-body";
import { refuse } from "../refuse";

/** Vietnamese letters take up to three bytes; the rest is room for cursors and wanted texts. */
const maxBody = maxPushBytes * 3;

export const syncRoute = (app: Hono<AppEnv>, parts: AppParts) => {
  app.post("/sync", async (c) => {
    const text = await readText(c.req.raw, { maxBytes: maxBody, idle: parts.limits.idle });
    if (!text.ok) return refuse(c, text.error);
    const request = parseSyncRequest(text.value);
    if (!request.ok) return refuse(c, request.error);
    const version = request.value.hello.v;
    if (version < oldestServed || version > protocolVersion) return c.json({ oldest: oldestServed }, 426);
    const gzip = acceptsGzip(c.req.raw);
    const answer = answerSync(parts, c.get("principal"), request.value, { gzip });
    return new Response(await beginAnswer(answer, parts.say), { headers: lineHeaders(gzip) });
  });
};
