import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** The path of a program that `test/run.mjs` sees to. */
export const programPath = (...names: readonly string[]): string => {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
  if (!found) throw new Error(`no ${names.join(" or ")} found: \`npm test\` installs it, or says how`);
  return found;
};
