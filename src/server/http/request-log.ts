import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import type { Clock } from "../../domain/clock";

/** One line a request: method, route as a pattern, status, milliseconds. Paths hold names of papers, so they stay out. */
export const requestLog = (say: (line: string) => void, clock: Clock) =>
  createMiddleware(async (c, next) => {
    const start = clock.now();
    await next();
    say(`${c.req.method} ${routePath(c)} ${c.res.status} ${clock.now() - start} ms`);
  });

/** What went wrong and where, without the message: a database's message repeats the values it was given. */
export const describeFault = (error: unknown): string => {
  const { name = "error", stack = "", code } = error as { name?: string; stack?: string; code?: unknown };
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  return [`fault ${name}${typeof code === "string" ? ` ${code}` : ""}`, ...frames.slice(0, 8)].join("\n");
};
