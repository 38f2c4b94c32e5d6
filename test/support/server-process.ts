import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { formatEnrolmentLink } from "../../src/protocol/enrolment-link";
import { readLinks } from "../../src/server/cli/links";

const start = join(import.meta.dirname, "../../src/server/start.mjs");

/** The real server in a process of its own, started as `npm start` starts it. */
export interface ServerProcess {
  readonly origin: string;
  readonly dataDir: string;
  /** The open enrolment link of a role, as printed at start. */
  link(role: "office" | "secretary" | "member"): string;
  /** Kilobytes of memory held by the process, as the system counts them. */
  residentKb(): number;
  start(): Promise<void>;
  /** SIGTERM, and wait; resolves with the exit code. */
  stop(): Promise<number | null>;
  /** SIGKILL: no goodbye. */
  kill(): Promise<void>;
  /** What it printed so far. */
  output(): string;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address ? resolve(address.port) : reject()));
    });
  });

const patience = 120_000;

/** `args` as after `npm start --`; the port stays the same over restarts. */
export const createServerProcess = async (
  dataDir: string,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> => {
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
    dataDir,
    output: () => output,
    link: (role) => {
      const link = readLinks(dataDir).find((one) => one.role === role);
      if (!link) throw new Error(`no open link for ${role}`);
      return formatEnrolmentLink(origin, link.ticket);
    },
    residentKb: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child?.pid}/status`, "utf8"))?.[1] ?? 0),
    start: async () => {
      const process_ = spawn(process.execPath, [start, ...args], {
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
        await new Promise((resolve) => setTimeout(resolve, 50));
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
