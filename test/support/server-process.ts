import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { formatEnrolmentLink } from "../../src/protocol/enrolment-link";
import { readLinks } from "../../src/server/cli/links";
import { freePort } from "./free-port";

const start = join(import.meta.dirname, "../../src/server/start.mjs");
const built = join(import.meta.dirname, "../../dist/server/main.js");
const runBuilt = `const { main } = await import(${JSON.stringify(built)}); process.exitCode = await main(process.argv.slice(1));`;

let made: boolean | undefined;
/** Builds the server alone where it is not yet: the client is not needed to talk to it. */
const buildServer = () => {
  made ??= spawnSync(process.execPath, [start, "--build-only", "server"], { stdio: "pipe" }).status === 0;
  if (!made) throw new Error("the server could not be built");
};

export interface ServerOptions {
  /** The server as it was built, without the steps before it and without the client: for tests that start it often. */
  readonly bare?: boolean;
  /** What it is run by, such as `prlimit --fsize=…`. */
  readonly wrapped?: readonly string[];
}

/** The real server in a process of its own, started as `npm start` starts it. */
export interface ServerProcess {
  readonly origin: string;
  readonly port: number;
  readonly dataDir: string;
  /** The open enrolment link of a role, as printed at start. */
  link(role: "office" | "secretary" | "member"): string;
  /** Kilobytes of memory held by the process, as the system counts them. */
  residentKb(): number;
  /** How many files and connections the process holds open. */
  openFiles(): number;
  start(): Promise<void>;
  /** SIGTERM, and wait; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL: no goodbye. */
  kill(): Promise<void>;
  /** What it printed so far. */
  output(): string;
}

const patience = 120_000;

/** `args` as after `npm start --`; the port stays the same over restarts. */
export const createServerProcess = async (
  dataDir: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
  { bare = false, wrapped = [] }: ServerOptions = {},
): Promise<ServerProcess> => {
  if (bare) buildServer();
  const own = bare ? ["--input-type=module", "-e", runBuilt, "--", ...args] : [start, ...args];
  const [command = "", ...before] = [...wrapped, process.execPath];
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  let child: ChildProcess | undefined;
  let output = "";
  let ended: Promise<number | null> = Promise.resolve(null);

  const isUp = async () => {
    try {
      return (await fetch(`${origin}/healthz`)).status === 200;
    } catch {
      return false;
    }
  };

  return {
    origin,
    port,
    dataDir,
    output: () => output,
    link: (role) => {
      const link = readLinks(dataDir).find((one) => one.role === role);
      if (!link) throw new Error(`no open link for ${role}`);
      return formatEnrolmentLink(origin, link.ticket);
    },
    residentKb: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child?.pid}/status`, "utf8"))?.[1] ?? 0),
    openFiles: () => readdirSync(`/proc/${child?.pid}/fd`).length,
    start: async () => {
      const process_ = spawn(command, [...before, ...own], {
        env: { ...process.env, ...env, PORT: String(port), DATA_DIR: dataDir },
        stdio: ["ignore", "pipe", "pipe"],
      });
      child = process_;
      for (const stream of [process_.stdout, process_.stderr])
        stream.on("data", (chunk: Buffer) => {
          output += chunk.toString();
        });
      ended = new Promise((resolve) => process_.once("exit", (code) => resolve(code)));
      const deadline = Date.now() + patience;
      while (!(await isUp())) {
        if (process_.exitCode !== null || Date.now() > deadline)
          throw new Error(`the server did not start:\n${output}`);
        await new Promise((resolve) => setTimeout(resolve, bare ? 10 : 50));
      }
    },
    stop: () => {
      child?.kill("SIGTERM");
      return ended;
    },
    kill: async () => {
      child?.kill("SIGKILL");
      await ended;
    },
  };
};
