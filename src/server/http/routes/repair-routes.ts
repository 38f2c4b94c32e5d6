import type { Hono } from "hono";
import * as v from "valibot";
import { entryId } from "../../../domain/ids";
import { scope } from "../../../domain/scope";
import { formatSigned } from "../../../protocol/sync-request";
import type { NumberedEntry } from "../../log/log";
import { answerLines } from "../answer-lines";
import { linesOrBreak } from "../begin-answer";
import type { AppEnv, AppParts } from "../parts";
import { readJson } from "../read-body";
import { refuse } from "../refuse";

/** Entries asked for by name in one request. */
const maxIds = 500;
const idsRequest = v.object({ scope });
const entriesRequest = v.object({ ids: v.pipe(v.array(entryId), v.maxLength(maxIds)) });

/** How a phone whose copy of a scope differs mends it: compare the ids, ask for what is missing. */
export const repairRoutes = (app: Hono<AppEnv>, { log, limits, say }: AppParts) => {
  const bounds = { maxBytes: 64 * 1024, idle: limits.idle };

  app.post("/ids", async (c) => {
    const json = await readJson(c.req.raw, bounds);
    if (!json.ok) return refuse(c, json.error);
    const request = v.safeParse(idsRequest, json.value);
    if (!request.success) return refuse(c, "malformed");
    if (!c.get("principal").scopes.includes(request.output.scope)) return refuse(c, "wrong-scope");
    return answerLines(c.req.raw, linesOrBreak(idLines(log.ids(request.output.scope)), say));
  });

  app.post("/entries", async (c) => {
    const json = await readJson(c.req.raw, bounds);
    if (!json.ok) return refuse(c, json.error);
    const request = v.safeParse(entriesRequest, json.value);
    if (!request.success) return refuse(c, "malformed");
    const entries = await log.entries(request.output.ids, c.get("principal").scopes);
    return answerLines(c.req.raw, entries.map(formatSigned));
  });
};

async function* idLines(entries: AsyncIterable<NumberedEntry>) {
  for await (const { n, id, signature } of entries) yield `${n} ${id} ${signature}`;
}
