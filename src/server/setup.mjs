/**
 * What every command needs before anything else: a Node that is new enough, and the packages of the lock file. On Node's
 * own modules alone, because it must run on a fresh clone.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const root = join(import.meta.dirname, "../..");
export const say = (text) => process.stdout.write(`${text}\n`);
export const fail = (text) => {
  process.stderr.write(`${text}\n`);
  process.exit(1);
};

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19))
  fail(`Node ${process.versions.node} is too old: 20.19 or newer is needed (https://nodejs.org).`);

const readJson = (path) => JSON.parse(readFileSync(path, "utf8"));

/** True where every package of the lock file is there in its version: npm writes down what it has installed. */
const isInstalled = () => {
  const written = join(root, "node_modules/.package-lock.json");
  if (!existsSync(written)) return false;
  const installed = readJson(written).packages;
  const wanted = Object.entries(readJson(join(root, "package-lock.json")).packages);
  return wanted.every(
    ([path, { version, optional }]) => path === "" || optional || installed[path]?.version === version,
  );
};

/** Brings `node_modules` to the state of the lock file; does nothing where it is there already. */
export const install = () => {
  if (isInstalled()) return;
  say("installing packages; the first time takes a few minutes …");
  // The build tools are development packages: they are needed even where NODE_ENV says production.
  const command = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const { status } = spawnSync("npm", command, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) fail("the packages could not be installed: is there a connection to the internet?");
};
