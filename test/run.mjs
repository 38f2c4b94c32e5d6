/**
 * `npm test` and `npm run check`: set up what the tests need, run every stage, count for the whole.
 * Plain JavaScript on Node's own modules, because it must run on a fresh clone before anything is installed.
 *
 *   node test/run.mjs            everything
 *   node test/run.mjs --check    the loop for daily work: format, lint, types, architecture, fast tests
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { install, root, say } from "../src/server/setup.mjs";

process.chdir(root);
const quick = process.argv.includes("--check");
const cache = join(root, ".cache");
mkdirSync(cache, { recursive: true });

const run = (command, args, env = {}) =>
  spawnSync(command, args, { stdio: "inherit", env: { ...process.env, ...env } }).status === 0;
const bin = (name) => join(root, "node_modules/.bin", name);

// ---- what the tests need --------------------------------------------------------------------------------

install();

const firstExisting = (paths) => paths.find((path) => path && existsSync(path));
const onPath = (name) => firstExisting((process.env.PATH ?? "").split(":").map((dir) => join(dir, name)));
const isRoot = process.getuid?.() === 0;

/** Installs Debian packages where that is possible; tells how where it is not. */
const installSystem = (packs, what) => {
  if (isRoot && onPath("apt-get")) {
    say(`Installing ${what} (apt-get install ${packs}) …`);
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    run("apt-get", ["update", "-qq"], env);
    const install = ["install", "-y", "-qq", "--no-install-recommends", ...packs.split(" ")];
    if (run("apt-get", install, env)) return;
  }
  say(
    `${what} is needed for the tests: install it (Debian, Ubuntu: sudo apt-get install ${packs}) and run again.`,
  );
  process.exit(1);
};

const findChromium = () =>
  firstExisting([process.env.CHROMIUM, ...["chromium", "chromium-browser", "google-chrome"].map(onPath)]);
const findPostgres = () =>
  onPath("initdb") ??
  (existsSync("/usr/lib/postgresql") &&
    firstExisting(readdirSync("/usr/lib/postgresql").map((v) => `/usr/lib/postgresql/${v}/bin/initdb`)));
/** What `test/support/engines/webkit-window.py` imports. */
const findWindow = () =>
  spawnSync("/usr/bin/python3", ["-c", "import gi; gi.require_version('WebKit2', '4.1')"]).status === 0;

if (!quick) {
  if (!findChromium()) installSystem("chromium", "Chromium");
  if (!findPostgres()) installSystem("postgresql", "PostgreSQL");
  // Papers that the app writes are judged by a word processor.
  if (!onPath("soffice")) installSystem("libreoffice-writer-nogui", "LibreOffice");
  // What stands before a real server.
  if (!onPath("nginx") && !existsSync("/usr/sbin/nginx")) installSystem("nginx-light", "nginx");
  // The other engines that phones have; WebKit's needs a display, and a window that keeps its profile.
  if (!onPath("firefox-esr") && !onPath("firefox")) installSystem("firefox-esr", "Firefox");
  if (!onPath("WebKitWebDriver")) installSystem("webkit2gtk-driver", "WebKitGTK");
  if (!onPath("Xvfb")) installSystem("xvfb", "Xvfb");
  if (!findWindow()) installSystem("python3-gi gir1.2-webkit2-4.1", "Python's WebKitGTK");
}
const chromium = findChromium();

// ---- the stages -------------------------------------------------------------------------------------------

const results = [];
const stage = (name, passed, detail = { passed: passed ? 1 : 0, failed: passed ? 0 : 1 }) => {
  results.push({ name, ...detail });
  say(`${passed ? "✓" : "✗"} ${name}`);
  return passed;
};

const vitest = (project, extra = []) => {
  const report = join(cache, `${project}.json`);
  rmSync(report, { force: true });
  const passed = run(
    bin("vitest"),
    [
      "run",
      "--config",
      "test/vitest.config.ts",
      "--project",
      project,
      "--reporter=dot",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...extra,
    ],
    { ...(chromium && { CHROMIUM: chromium }), NO_COLOR: "1" },
  );
  if (!existsSync(report)) return stage(`${project} tests`, false);
  const { numPassedTests, numFailedTests, numTotalTests, testResults } = JSON.parse(
    readFileSync(report, "utf8"),
  );
  // A file that fails to load has no tests of its own, and a skipped test is one that did not pass.
  const broken = testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  const skipped = numTotalTests - numPassedTests - numFailedTests;
  if (skipped > 0) say(`${skipped} tests of ${project} were skipped: that counts as failed.`);
  const failed = numFailedTests + broken + skipped || (passed ? 0 : 1);
  return stage(`${project} tests`, failed === 0, { passed: numPassedTests, failed });
};

const areas = readdirSync("src").filter((area) => existsSync(`src/${area}/tsconfig.json`));

stage("format and lint", run(bin("biome"), ["check", "--error-on-warnings", "."]));
stage(
  "types",
  [".", ...areas.map((area) => `src/${area}`)]
    .map((dir) => {
      const known = join(cache, "types", `${dir === "." ? "all" : dir.replace("/", "-")}.json`);
      return run(bin("tsc"), ["-p", dir, "--incremental", "--tsBuildInfoFile", known]);
    })
    .every(Boolean),
);
stage("unused code", run(bin("knip"), []));
vitest("fast", ["--project", "screens"]);
if (!quick) {
  const built = stage("build", run(process.execPath, ["src/server/start.mjs", "--build-only"]));
  // As `support/thorough.ts` has it, which TypeScript alone can read.
  const thorough = process.env.THOROUGH === "1";
  // One run for all that waits (for servers, browsers, files): none waits at the end of its own. While one waits, another
  // has its core; the looks that only continuous integration takes do not wait.
  const workers = `--maxWorkers=${thorough ? 2 : 3}`;
  vitest("slow", ["--project", "gallery", ...(built ? ["--project", "browser"] : []), workers]);
  if (built) vitest("budget");
  const worlds = thorough ? "1000" : "100";
  stage("simulator", run(process.execPath, ["test/sim/run.mjs", "--seeds", process.env.SEEDS ?? worlds]));
}

// ---- the count -----------------------------------------------------------------------------------------------

say("");
for (const { name, passed, failed } of results)
  say(`${failed ? "✗" : "✓"} ${name}: ${passed} passed, ${failed} failed`);
const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
say(`${total("passed")} passed, ${total("failed")} failed`);
process.exit(total("failed") ? 1 : 0);
