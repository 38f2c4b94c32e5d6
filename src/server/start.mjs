/**
 * What `npm start` and the other office commands run. Plain JavaScript on Node's own modules, because it must run on
 * a fresh clone before anything is installed or built: it installs, builds what changed, and hands over to the server.
 *
 *   node src/server/start.mjs [serve] [--empty [--name "…"]]    serve (npm start)
 *   node src/server/start.mjs backup | restore | key | link …   --help tells the use
 *   node src/server/start.mjs --build-only                      install and build, then stop
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fail, install, root, say } from "./setup.mjs";

const args = process.argv.slice(2);

// ---- build --------------------------------------------------------------------------------------------------

/** What the built files depend on, as one hash; tests do not count. */
const hashOf = (paths) => {
  const hash = createHash("sha256").update(process.version);
  const add = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) add(`${path}/${name}`);
    else if (!/\.test\.tsx?$/.test(path)) hash.update(`${path}\0`).update(readFileSync(full));
  };
  for (const path of paths) add(path);
  return hash.digest("hex");
};

const shared = [
  "src/domain",
  "src/protocol",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "src/server/start.mjs",
  "src/server/setup.mjs",
];
const clientFolders = ["app", "device", "i18n", "screens", "sw", "ui"].map((name) => `src/${name}`);
const builds = [
  {
    name: "server",
    sources: [...shared, "src/server"],
    make: async () => {
      const { build } = await import("vite");
      // Built aside and put in place at once: another server may be starting from what is there.
      const aside = join(root, `dist/server-${process.pid}`);
      await build({
        root,
        configFile: false,
        logLevel: "warn",
        build: {
          ssr: "src/server/main.ts",
          outDir: aside,
          emptyOutDir: true,
          target: "node20",
          copyPublicDir: false,
          // The server wants every definition at once; that the phone does not is no mistake here.
          rolldownOptions: { checks: { ineffectiveDynamicImport: false } },
        },
      });
      rmSync(join(root, "dist/server"), { recursive: true, force: true });
      renameSync(aside, join(root, "dist/server"));
    },
  },
  {
    name: "client",
    sources: [...shared, ...clientFolders, "public", "index.html", "vite.config.ts"],
    make: async () => {
      const { build } = await import("vite");
      // A test that builds would else get the halves of libraries that explain and check themselves.
      process.env.NODE_ENV = "production";
      await build({ root, logLevel: "warn" });
    },
  },
];

const stampOf = ({ name }) => join(root, `dist/.${name}-hash`);
const isBuilt = (build) =>
  existsSync(stampOf(build)) && readFileSync(stampOf(build), "utf8") === hashOf(build.sources);

/** Only serving needs the client; `--build-only server` builds for the other commands. */
const serves = args[0] === undefined || args[0] === "serve" || args[0].startsWith("-");
const needed = serves && args[1] !== "server" ? builds : builds.slice(0, 1);

const buildChanged = async () => {
  for (const build of needed.filter((one) => !isBuilt(one))) {
    say(`building the ${build.name} …`);
    const hash = hashOf(build.sources);
    rmSync(stampOf(build), { force: true });
    await build.make();
    mkdirSync(join(root, "dist"), { recursive: true });
    writeFileSync(stampOf(build), hash);
  }
};

// ---- start --------------------------------------------------------------------------------------------------

install();
if (args[0] === "--build-only") {
  await buildChanged();
} else {
  // In a process of its own: the build tools would stay in the server's memory. What they say is shown if they fail.
  const missing = needed.filter((one) => !isBuilt(one));
  if (missing.length) {
    say(`building the ${missing.map(({ name }) => name).join(" and the ")} …`);
    const only = needed === builds ? [] : ["server"];
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [import.meta.filename, "--build-only", ...only],
      {
        cwd: root,
        encoding: "utf8",
      },
    );
    if (status !== 0) fail(`${stdout}${stderr}\nthe build failed; what went wrong stands above`);
  }
  const { main } = await import(pathToFileURL(join(root, "dist/server/main.js")).href);
  process.exitCode = await main(args);
}
