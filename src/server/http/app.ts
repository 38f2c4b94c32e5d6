import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { isFull } from "../log/fault-code";
import { authenticate } from "./authenticate";
import type { AppEnv, AppParts } from "./parts";
import { refuse, refuseFor } from "./refuse";
import { describeFault, requestLog } from "./request-log";
import { blobRoutes } from "./routes/blob-routes";
import { coverageRoutes } from "./routes/coverage-routes";
import { openRoutes } from "./routes/open-routes";
import { repairRoutes } from "./routes/repair-routes";
import { syncRoute } from "./routes/sync-route";
import { uploadRoutes } from "./routes/upload-routes";
import { securityHeaders } from "./security-headers";
import { serveStatic } from "./static-files";

/** Paths of the API; every other path is a place in the app. `/x/*` stands for `/x`, too. */
const signedPaths = ["/sync", "/ids", "/entries", "/blobs/*", "/uploads/*", "/coverage/*"];
const apiPaths = ["/healthz", "/time", "/enrol", "/offers/*", ...signedPaths];

/** The office side as a function from request to response (`protocol/README.md`). */
export const createApp = (parts: AppParts): Hono<AppEnv> => {
  const app = new Hono<AppEnv>();
  app.use(requestLog(parts.say, parts.clock), securityHeaders(parts.origin), closeUnread);
  for (const path of apiPaths) app.use(path, noStore);
  for (const path of signedPaths) app.use(path, authenticate(parts));

  openRoutes(app, parts);
  syncRoute(app, parts);
  repairRoutes(app, parts);
  blobRoutes(app, parts);
  uploadRoutes(app, parts);
  coverageRoutes(app, parts);
  for (const path of apiPaths) app.all(path, (c) => refuse(c, "not-found"));
  if (parts.files) app.get("*", serveStatic(parts.files));

  app.notFound((c) => refuse(c, "not-found"));
  app.onError((error, c) => {
    parts.say(describeFault(error));
    if (isFull(error)) return refuseFor(c, "server-full", 600);
    return c.json({}, 500);
  });
  return app;
};

/** Whoever asks for the head alone is answered by what GET would say: the file that was opened for it is closed. */
const closeUnread = createMiddleware(async (c, next) => {
  await next();
  if (c.req.method === "HEAD") await c.res.body?.cancel();
});

const noStore = createMiddleware(async (c, next) => {
  await next();
  if (!c.res.headers.has("Cache-Control")) c.res.headers.set("Cache-Control", "no-store");
});
