import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/** Pages that say which test shows what they claim. */
const pages = ["docs/security.md", "docs/traps.md"];

const root = join(import.meta.dirname, "..");
const testFiles = ["src", "test"].flatMap((folder) =>
  (readdirSync(join(root, folder), { recursive: true }) as string[])
    .filter((file) => /\.test\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`),
);

/** Names as written in a test file: what a template fills in is left out, as a page leaves it out by "…". */
const namesIn = (file: string): readonly string[] =>
  [
    ...readFileSync(join(root, file), "utf8").matchAll(
      /\b(?:test|it)(?:\.each\([^)]*\))?\(\s*(["`])(.*?)\1/g,
    ),
  ].map(([, , name = ""]) => name.replace(/\$\{[^}]*\}/g, "…"));

interface Citation {
  readonly file: string;
  readonly name: string | undefined;
}

/** `file`, "name": the file by its path or its end, the name whole or its beginning and "…". */
const citationsIn = (page: string): readonly Citation[] =>
  [...page.matchAll(/`([\w./-]+\.test\.tsx?)`(?:, "([^"]+)")?/g)].map(([, file = "", name]) => ({
    file,
    name,
  }));

const faultOf = ({ file, name }: Citation): string | undefined => {
  const [found, second] = testFiles.filter((one) => one === file || one.endsWith(`/${file}`));
  if (!found || second) return `${file}: ${found ? "two such files" : "no such file"}`;
  if (name === undefined) return undefined;
  const beginning = name.endsWith("…") ? name.slice(0, -1).trimEnd() : undefined;
  const holds = namesIn(found).some((one) =>
    beginning === undefined ? one === name : one.startsWith(beginning),
  );
  return holds ? undefined : `${file}: no test "${name}"`;
};

test.each(pages)("every test that %s names exists", (page) => {
  const citations = citationsIn(readFileSync(join(root, page), "utf8"));
  expect(citations.length).toBeGreaterThan(10);
  expect(citations.map(faultOf).filter(Boolean)).toEqual([]);
});

test("each threat is shown by a test", () => {
  const rows = readFileSync(join(root, "docs/security.md"), "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| ") && !/^\| (threat|-+) /.test(line));
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter((row) => !citationsIn(row).some(({ name }) => name))).toEqual([]);
});
