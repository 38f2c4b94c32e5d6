import { spawn } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "vite";
import { beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../../../test/support/folder";
import { FolderInUse, lockFolder } from "./folder-lock";

const lockFiles = (folder: string) => readdirSync(folder).filter((name) => name.startsWith("lock."));

test("a second opener is refused and told the process", () => {
  const folder = temporaryFolder();
  const lock = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(FolderInUse);
  expect(() => lockFolder(folder)).toThrow(String(process.pid));
  lock.release();
  lockFolder(folder).release();
  lock.release();
  expect(lockFiles(folder)).toHaveLength(1);
  lockFolder(folder).release();
});

test("the lock of a dead process, of a reused pid, of another machine and a torn one are taken over", () => {
  const stale = [
    JSON.stringify({ pid: 2 ** 22 + 1, host: hostname(), since: "1" }),
    JSON.stringify({ pid: process.pid, host: hostname(), since: "1" }),
    JSON.stringify({ pid: process.pid, host: "gone", since: "" }),
    '{"pid":',
    "",
  ];
  for (const text of stale) {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "lock.7"), text);
    const lock = lockFolder(folder);
    expect(lockFiles(folder)).toEqual(["lock.8"]);
    expect(() => lockFolder(folder)).toThrow(FolderInUse);
    lock.release();
  }
});

/** The lock as a script of its own, so that many processes can want it at once. */
let script: string;
const scripts = join(import.meta.dirname, "../../../node_modules/.cache/so-chi-bo/folder-lock");
beforeAll(async () => {
  await build({
    logLevel: "error",
    configFile: false,
    build: {
      lib: { entry: join(import.meta.dirname, "folder-lock.ts"), formats: ["es"], fileName: "folder-lock" },
      outDir: scripts,
      target: "node20",
      rolldownOptions: { external: /^node:/ },
    },
  });
  script = pathToFileURL(join(scripts, "folder-lock.js")).href;
}, 30_000);

/** A process that wants the folder: what it says, and a way to end it without any release. */
const contender = (folder: string) => {
  const code = `
    import { lockFolder } from ${JSON.stringify(script)};
    try { lockFolder(${JSON.stringify(folder)}); console.log("held"); }
    catch (error) { console.log(error.message); }
    process.stdin.resume();`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const exit = new Promise((resolve) => child.once("exit", resolve));
  return {
    said: new Promise<string>((resolve, reject) => {
      child.stdout.once("data", (data) => resolve(String(data).trim()));
      child.once("error", reject);
    }),
    kill: () => {
      child.kill("SIGKILL");
      return exit;
    },
  };
};

test("of many that start at once over a stale lock exactly one gets it", async () => {
  const folder = temporaryFolder();
  for (let round = 0; round < 3; round += 1) {
    const contenders = Array.from({ length: 6 }, () => contender(folder));
    const said = await Promise.all(contenders.map((one) => one.said));
    await Promise.all(contenders.map((one) => one.kill()));
    expect(said.filter((one) => one === "held")).toHaveLength(1);
    expect(said.filter((one) => one.includes("is in use by the process"))).toHaveLength(5);
  }
}, 60_000);
