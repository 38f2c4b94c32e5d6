import "./world/seams";
import "fake-indexeddb/auto";
import { runSeed } from "./story/run-seed";

/* One process of the simulator: plays the seeds that it is sent, one after another. */

process.on("disconnect", () => process.exit());
process.on("message", (seed: number) => {
  runSeed(seed).then(
    (result) => process.send?.(result),
    (error: Error) => process.send?.({ seed, violations: [`0: ${error.stack}`], transcript: [] }),
  );
});
