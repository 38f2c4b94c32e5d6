import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";

const shared = { extends: true as const };

export default defineConfig({
  root: new URL("..", import.meta.url).pathname,
  plugins: [preact()],
  test: {
    include: [],
    // As many as the smallest machine that must manage has: the default leaves one of its two idle.
    maxWorkers: 2,
    reporters: ["default"],
    // In a browser pdf.js has a thread of its own, and a promise that it leaves there over a damaged file ends in that thread.
    // Outside one its worker's code runs on ours. What our own code leaves stays an error.
    onUnhandledError: ({ stack = "" }) => {
      const places = stack.split("\n").filter((line) => line.includes(".mjs:") || line.includes(".ts"));
      return !(places[0]?.includes("/pdfjs-dist/legacy/build/pdf.worker.mjs") ?? false);
    },
    projects: [
      {
        ...shared,
        test: {
          name: "fast",
          include: [
            "src/**/*.test.ts",
            "test/*.test.ts",
            "test/support/*.test.ts",
            "test/property/**/*.test.ts",
          ],
          exclude: ["src/{app,screens,ui}/**", "test/server-process.test.ts", "**/*.slow.test.ts"],
          pool: "threads",
          // These keep nothing in their modules: loading them once for all saves a third of the time.
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        ...shared,
        test: {
          name: "screens",
          include: ["src/{app,screens,ui}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.slow.test.ts"],
          pool: "threads",
          testTimeout: 20_000,
        },
      },
      {
        ...shared,
        test: {
          name: "slow",
          // `x.slow.test.ts` lies beside its source like any other, and is not for the daily loop.
          include: [
            "test/contract/**/*.test.ts",
            "test/faults/**/*.test.ts",
            "test/fuzz/**/*.test.ts",
            "test/soak/**/*.test.ts",
            "test/server-process.test.ts",
            "src/**/*.slow.test.ts",
            "test/support/*.slow.test.ts",
          ],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          testTimeout: 180_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: {
          name: "gallery",
          include: ["test/gallery/**/*.test.ts"],
          maxConcurrency: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        ...shared,
        test: { name: "budget", include: ["test/budget/**/*.test.ts"], testTimeout: 180_000 },
      },
      {
        ...shared,
        test: {
          name: "bench",
          include: ["test/bench/**/*.bench.ts"],
          fileParallelism: false,
          testTimeout: 900_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
