import type { Context } from "hono";
import type { Refusal } from "../../domain/refusal";

const statuses = {
  malformed: 400,
  "not-signed-in": 401,
  "wrong-clock": 401,
  "revoked-key": 403,
  "not-allowed": 403,
  "wrong-scope": 403,
  "not-found": 404,
  "offer-unknown": 404,
  "too-large": 413,
  "too-many-requests": 429,
  "server-full": 503,
} as const satisfies Partial<Record<Refusal, number>>;

const isListed = (code: Refusal): code is keyof typeof statuses => code in statuses;

/** A refusal with its status; 422 where the request was well understood and its content is not taken. */
export const refuse = (
  c: Context,
  code: Refusal,
  details: Readonly<Record<string, unknown>> = {},
): Response => c.json({ code, ...details }, isListed(code) ? statuses[code] : 422);

/** A refusal that says when to come again, in seconds. */
export const refuseFor = (
  c: Context,
  code: "too-many-requests" | "server-full",
  seconds: number,
): Response => {
  c.header("Retry-After", String(Math.max(1, seconds)));
  return refuse(c, code);
};
