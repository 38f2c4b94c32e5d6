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
          // They wait half of their time: for servers to start, for a quota to count.
          maxWorkers: 2,
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
