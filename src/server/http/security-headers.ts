import { createMiddleware } from "hono/factory";

/**
 * Nothing runs but what this server sent as a file of its own. Scanner and PDF reader compile WebAssembly;
 * papers and photos that are on the phone are shown from `blob:`.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "media-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const headers: readonly (readonly [string, string])[] = [
  ["Content-Security-Policy", policy],
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "no-referrer"],
  ["Permissions-Policy", "camera=(self), microphone=(), geolocation=(), payment=(), usb=()"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
  ["Cross-Origin-Resource-Policy", "same-origin"],
];

/** The same strict headers on every answer; HSTS where the app is reached by https. */
export const securityHeaders = (origin: string) =>
  createMiddleware(async (c, next) => {
    await next();
    for (const [name, value] of headers) c.res.headers.set(name, value);
    if (origin.startsWith("https:")) c.res.headers.set("Strict-Transport-Security", "max-age=31536000");
  });
