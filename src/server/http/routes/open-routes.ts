import type { Hono } from "hono";
import * as v from "valibot";
import { deviceEnrolled, enrolmentOffered } from "../../../domain/enrolment";
import { entryId } from "../../../domain/ids";
import { maxEntryBytes } from "../../../protocol/limits";
import { parseEntry } from "../../../protocol/signed-entry";
import { formatSigned, parseSigned } from "../../../protocol/sync-request";
import type { AppEnv, AppParts } from "../parts";
import { readText } from "../read-body";
import { refuse, refuseFor } from "../refuse";

/** What is answered without a key: alive, what time it is, and the two steps of taking up an enrolment link. */
export const openRoutes = (app: Hono<AppEnv>, { log, clock, limits }: AppParts) => {
  app.get("/healthz", (c) => c.json({ status: "ok" }));

  app.get("/time", (c) => {
    const wait = limits.address.take(c.env?.address ?? "");
    return wait ? refuseFor(c, "too-many-requests", wait) : c.json({ now: clock.now() });
  });

  app.get("/offers/:id", async (c) => {
    const address = c.env?.address ?? "";
    const wait = limits.enrolment.wait(address);
    if (wait) return refuseFor(c, "too-many-requests", wait);
    const id = v.safeParse(entryId, c.req.param("id"));
    // Every offer stands in the office's scope, whatever its role.
    const [offer] = id.success ? await log.entries([id.output], ["office"]) : [];
    const entry = offer && parseEntry(offer.payload);
    if (!offer || !entry?.ok || entry.value.type !== enrolmentOffered.type) {
      limits.enrolment.take(address);
      return refuse(c, "offer-unknown");
    }
    return c.text(formatSigned(offer));
  });

  app.post("/enrol", async (c) => {
    const address = c.env?.address ?? "";
    const wait = limits.enrolment.wait(address);
    if (wait) return refuseFor(c, "too-many-requests", wait);
    const failed = (code: Parameters<typeof refuse>[1]) => {
      limits.enrolment.take(address);
      return refuse(c, code);
    };
    const text = await readText(c.req.raw, { maxBytes: maxEntryBytes * 2, idle: limits.idle });
    if (!text.ok) return failed(text.error);
    const signed = parseSigned(text.value.replace(/\n$/, ""));
    const entry = signed && parseEntry(signed.payload);
    if (!signed || !entry?.ok || entry.value.type !== deviceEnrolled.type) return failed("malformed");
    const [verdict] = await log.accept([signed]);
    if (verdict?.is === "applied" || verdict?.is === "duplicate") return c.json({ is: verdict.is });
    return failed(verdict?.code ?? "malformed");
  });
};
