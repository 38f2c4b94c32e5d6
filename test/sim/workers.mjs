import { fork } from "node:child_process";
import { build } from "vite";

/*
 * The simulator replaces the clock and the randomness of its whole process, so it runs in processes of its own: a bundle of
 * product and simulator, as many at once as there are cores.
 */

const root = new URL("../..", import.meta.url).pathname;
/**
 * A world makes short-lived objects by the million. With V8's usual room for the young many are copied around before
 * they are dead: more than a quarter of the time goes into that.
 */
const roomy = ["--max-semi-space-size=64", "--min-semi-space-size=64"];
/** A world that takes longer has stopped. */
const patience = 300_000;

/** Bundles the simulator with the product as it is, or with one of the mistakes in `bugs.mjs`. Returns the file. */
export const bundle = async (bug) => {
  const outDir = `${root}.cache/sim/${bug?.name.replaceAll(" ", "-") ?? "product"}`;
  const missed = new Set(bug?.edits ?? []);
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    // As the client ships it, and not the one for old engines that Node would take.
    resolve: { alias: { dexie: `${root}node_modules/dexie/dist/modern/dexie.mjs` } },
    plugins: bug ? [{ name: "bug", enforce: "pre", transform: (code, id) => spoil(code, id, missed) }] : [],
    // Loaded from outside it would have taken Node's randomness before the world's stands in its place.
    ssr: { noExternal: ["yjs", "lib0"] },
    build: {
      ssr: "test/sim/main.ts",
      outDir,
      emptyOutDir: true,
      target: "node20",
      copyPublicDir: false,
      minify: false,
      rolldownOptions: {
        output: { codeSplitting: false },
        checks: { ineffectiveDynamicImport: false },
      },
    },
  });
  if (missed.size > 0)
    throw new Error(`"${bug.name}" does not fit the source any more: look at test/sim/bugs.mjs`);
  return `${outDir}/main.js`;
};

const spoil = (code, id, missed) => {
  let spoilt = code;
  for (const edit of missed) {
    if (!id.endsWith(edit.file) || !spoilt.includes(edit.find)) continue;
    spoilt = spoilt.replace(edit.find, edit.put);
    missed.delete(edit);
  }
  return spoilt;
};

/**
 * Plays seeds on `count` processes until `seeds` ends or `onResult` returns false. Each process serves a part of the seeds
 * and is replaced after a while: what libraries keep would add up.
 */
export const play = async ({ file, seeds, count, onResult }) => {
  const source = seeds[Symbol.iterator]();
  let going = true;
  const serve = async () => {
    for (;;) {
      const child = fork(file, { stdio: ["ignore", "ignore", "ignore", "ipc"], execArgv: roomy });
      try {
        for (let served = 0; served < 250; served += 1) {
          const { value: seed, done } = going ? source.next() : { done: true };
          if (done) return;
          if ((await onResult(await ask(child, seed))) === false) going = false;
        }
      } finally {
        child.kill("SIGKILL");
      }
    }
  };
  await Promise.all(Array.from({ length: count }, serve));
};

const ask = (child, seed) =>
  new Promise((resolve) => {
    const end = (result) => {
      clearTimeout(timer);
      child.off("message", end);
      child.off("exit", gone);
      resolve(result);
    };
    const gone = () => end({ seed, violations: ["0: its process ended"], transcript: [] });
    const timer = setTimeout(() => {
      end({ seed, violations: ["0: it takes for ever"], transcript: [] });
      child.kill("SIGKILL");
    }, patience);
    child.on("message", end);
    child.on("exit", gone);
    child.send(seed);
  });
