import { createMiddleware } from "hono/factory";
import { authorOf, keyCountsAt, publicKeyOf, scopesOf } from "../../domain/directory";
import { parseAssertion } from "../../protocol/assertion";
import { verify } from "../../protocol/keys";
import { formatSigned } from "../../protocol/sync-request";
import type { AppEnv, AppParts } from "./parts";
import { refuse, refuseFor } from "./refuse";

/**
 * Who sends this request: the device's signature over method, path and moment, checked with the key that the
 * directory holds for it. Nothing of the body is read before, and nothing is asked of the database but the directory.
 */
export const authenticate = ({ log, clock, limits, revocationOf }: AppParts) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const address = c.env?.address ?? "";
    const wait = limits.address.wait(address);
    if (wait) return refuseFor(c, "too-many-requests", wait);

    const target = { method: c.req.method, path: new URL(c.req.url).pathname };
    const parsed = parseAssertion(c.req.header("Authorization") ?? null, target, clock);
    if (!parsed.ok) {
      limits.address.take(address);
      return refuse(c, parsed.error, parsed.error === "wrong-clock" ? { now: clock.now() } : {});
    }
    const { key: id, input, signature } = parsed.value;
    const directory = await log.directory();
    const author = authorOf(directory, id);
    const key = publicKeyOf(directory, id);
    if (!author || !key || !(await verify(key, signature, input))) {
      limits.address.take(address);
      return refuse(c, "not-signed-in");
    }
    const patience = limits.device.take(id);
    if (patience) return refuseFor(c, "too-many-requests", patience);

    if (!keyCountsAt(directory, id, clock.now())) {
      const entry = await revocationOf(id);
      return refuse(c, "revoked-key", entry ? { entry: formatSigned(entry) } : {});
    }
    c.set("principal", { author, scopes: scopesOf(author) });
    await next();
  });
