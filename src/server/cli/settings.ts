import { resolve } from "node:path";

export interface Settings {
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** Where people reach the app, without a slash at its end: enrolment links begin with it. */
  readonly origin: string;
  /** True behind a reverse proxy of one's own: only then is its word about the sender's address taken. */
  readonly trustProxy: boolean;
}

/** Something the operator asked for cannot be done; the message says what to do instead. */
export class OperatorError extends Error {}

/** Reads PORT, DATA_DIR, DATABASE_URL, ORIGIN and TRUST_PROXY. */
export const readSettings = (env: Readonly<Record<string, string | undefined>>): Settings => {
  const port = Number(env.PORT ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new OperatorError(`PORT must be a number from 0 to 65535, not "${env.PORT}"`);
  const origin = env.ORIGIN ?? `http://localhost:${port}`;
  if (!URL.canParse(origin) || new URL(origin).pathname !== "/")
    throw new OperatorError(`ORIGIN must look like https://so.example.vn, not "${origin}"`);
  return {
    port,
    dataDir: resolve(env.DATA_DIR ?? "data"),
    databaseUrl: env.DATABASE_URL || undefined,
    origin: new URL(origin).origin,
    trustProxy: env.TRUST_PROXY === "1",
  };
};
