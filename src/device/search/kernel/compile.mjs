import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";

/*
 *   npm run kernel      compiles `assembly/kernel.ts` into `kernel-bytes.ts`
 *
 * What comes out is kept in the repository, as base64 in a module: every bundler takes it as it is, the app needs no request
 * more for it, and whoever only runs the app needs no compiler. A test compiles it anew and compares.
 */
const folder = fileURLToPath(new URL(".", import.meta.url));

/** The text of `kernel-bytes.ts`. Throws with the compiler's words where the source is wrong. */
export const compileKernel = async () => {
  let binary;
  const { error, stderr } = await asc.main(
    [
      "assembly/kernel.ts",
      `--baseDir=${relative(process.cwd(), folder) || "."}`,
      "--outFile=kernel.wasm",
      "--optimizeLevel=3",
      "--converge",
      "--noAssert",
      "--runtime=stub",
      "--use=abort=",
    ],
    {
      writeFile: (_name, contents) => {
        binary = contents;
      },
    },
  );
  if (error || !binary) throw new Error(`${error?.message}\n${stderr}`);
  return `/** Made of \`assembly/kernel.ts\` by \`npm run kernel\`: WebAssembly in base64. */
export const kernelBytes =
  "${Buffer.from(binary).toString("base64")}";
`;
};

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(`${folder}kernel-bytes.ts`, await compileKernel());
