/**
 * Loaded into the server's process before the server (`NODE_OPTIONS=--import`), which knows nothing of it: tells on a socket how
 * much memory is held once everything that is free was let go, and sets the clock on, since a year must pass in minutes.
 */
import { rmSync } from "node:fs";
import { createServer } from "node:http";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");
const realNow = Date.now;
let ahead = 0;
Date.now = () => realNow() + ahead;

// The embedded database is WebAssembly: what it holds is told apart from what the server's own code holds.
const modules = new Set();
const { instantiate } = WebAssembly;
WebAssembly.instantiate = async (...args) => {
  const made = await instantiate(...args);
  const { exports } = made.instance ?? made;
  for (const one of [...Object.values(exports), ...Object.values(args[1]?.env ?? {})])
    if (one instanceof WebAssembly.Memory) modules.add(one);
  return made;
};
const moduleBytes = () => [...modules].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);

const nextTurn = () => new Promise((resolve) => setTimeout(resolve, 20));

// A server that was killed leaves its own behind.
rmSync(process.env.SOAK_GAUGE, { force: true });
createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, "http://gauge");
  if (pathname === "/clock") ahead = Number(searchParams.get("ahead"));
  // What the first run frees may hold something that the second can free.
  for (let i = 0; pathname === "/reading" && i < 2; i += 1) {
    collect();
    await nextTurn();
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const reading = {
    rss,
    heapUsed,
    external,
    modules: moduleBytes(),
    cpu: (user + system) / 1e6,
  };
  response.end(JSON.stringify(reading));
})
  .listen(process.env.SOAK_GAUGE)
  .unref();
