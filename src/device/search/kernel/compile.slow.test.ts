import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compileKernel } from "./compile.mjs";

test("the kernel that is shipped is what its source compiles to (else: npm run kernel)", async () => {
  expect(readFileSync(new URL("kernel-bytes.ts", import.meta.url), "utf8")).toBe(await compileKernel());
});
