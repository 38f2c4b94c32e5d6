import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { freePort } from "./free-port";

export interface TestPostgres {
  /** The URL of a new, empty database. */
  newDatabase(): Promise<string>;
  stop(): Promise<void>;
}

/** The folder of `initdb` and `postgres`: of the newest version that is installed, or in PATH. */
const findBinaries = (): string => {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian) : [];
  const folders = [
    ...versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(debian, version, "bin")),
    ...(process.env.PATH ?? "").split(":"),
  ];
  const found = folders.find((folder) =>
    ["initdb", "postgres"].every((name) => existsSync(join(folder, name))),
  );
  if (!found) throw new Error("no PostgreSQL here: install the package postgresql");
  return found;
};

/** PostgreSQL refuses to run as root, so root lends it to somebody else. */
const unprivileged = (): { uid: number; gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined;
  for (const user of ["postgres", "nobody"])
    try {
      const id = (flag: string) => Number(execFileSync("id", [flag, user], { encoding: "utf8" }));
      return { uid: id("-u"), gid: id("-g") };
    } catch {}
  throw new Error("PostgreSQL cannot run as root, and there is no user postgres or nobody");
};

/** A throw-away PostgreSQL on a free port of this machine. Commits wait for the disk as in earnest. */
export const startPostgres = async (): Promise<TestPostgres> => {
  const binaries = findBinaries();
  const user = unprivileged();
  const folder = mkdtempSync(join(tmpdir(), "so-chi-bo-pg-"));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  const options = { ...user, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: "C", HOME: folder } };
  execFileSync(
    join(binaries, "initdb"),
    ["-D", data, "-U", "test", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
    { ...options, stdio: "pipe" },
  );
  const port = await freePort();
  const server = spawn(
    join(binaries, "postgres"),
    ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", folder, "-c", "max_connections=60"],
    { ...options, stdio: "ignore" },
  );
  const url = (name: string) => `postgres://test@127.0.0.1:${port}/${name}`;
  const admin = postgres(url("postgres"), { max: 1, onnotice: () => {} });
  const stop = async () => {
    await admin.end({ timeout: 1 });
    await ended(server);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ready(admin, server);
  } catch (error) {
    await stop();
    throw error;
  }
  let made = 0;
  return {
    newDatabase: async () => {
      made += 1;
      await admin.unsafe(`create database test_${made}`);
      return url(`test_${made}`);
    },
    stop,
  };
};

const ready = async (admin: postgres.Sql, server: ChildProcess) => {
  for (let i = 0; i < 200; i += 1) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode}`);
    try {
      await admin`select 1`;
      return;
    } catch {
      await wait(50);
    }
  }
  throw new Error("PostgreSQL did not answer within ten seconds");
};

/** SIGQUIT ends PostgreSQL at once; nobody opens this cluster again. */
const ended = async (server: ChildProcess) => {
  if (server.exitCode !== null) return;
  const exit = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGQUIT");
  await Promise.race([exit, wait(5000).then(() => server.kill("SIGKILL"))]);
};
