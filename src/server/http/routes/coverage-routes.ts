import type { Hono } from "hono";
import * as v from "valibot";
import { documentId } from "../../../domain/ids";
import type { AppEnv, AppParts } from "../parts";
import { refuse } from "../refuse";

/** Who has which paper: numbers for the office, one's own cell for a secretary, nothing for anyone else. */
export const coverageRoutes = (app: Hono<AppEnv>, { coverage, log }: AppParts) => {
  app.get("/coverage", async (c) => {
    const { author } = c.get("principal");
    if (!author.office && !author.secretary) return refuse(c, "not-allowed");
    return c.json(await coverage.report(await log.directory(), author));
  });

  app.get("/coverage/:document", async (c) => {
    const { author } = c.get("principal");
    if (!author.office && !author.secretary) return refuse(c, "not-allowed");
    const id = v.safeParse(documentId, c.req.param("document"));
    const found = id.success && (await coverage.document(id.output, await log.directory(), author));
    return found ? c.json(found) : refuse(c, "not-found");
  });
};
