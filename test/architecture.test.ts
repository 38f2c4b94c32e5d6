import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, test } from "vitest";

/** Who may import whom inside `src` (one way only). Folders of `screens` never import each other. */
const mayImport: Record<string, readonly string[]> = {
  domain: [],
  protocol: ["domain"],
  server: ["domain", "protocol"],
  device: ["domain", "protocol"],
  i18n: [],
  ui: ["i18n"],
  screens: ["domain", "device", "ui", "i18n"],
  app: ["domain", "protocol", "device", "ui", "i18n", "screens"],
  sw: [],
};

/** Packages that only one place may know. */
const keptIn: Record<string, string> = {
  dexie: "device/store",
  "html5-qrcode": "device/scan",
  "zxing-wasm": "device/scan",
  "drizzle-orm": "server",
  hono: "server",
  "@electric-sql/pglite": "server",
};

const root = join(import.meta.dirname, "../src");

const sources = (readdirSync(root, { recursive: true }) as string[]).filter(
  (file) => /\.(ts|tsx|css)$/.test(file) && !/\.test\.tsx?$/.test(file) && !file.endsWith(".d.ts"),
);

const importsOf = (file: string) =>
  [
    ...readFileSync(join(root, file), "utf8").matchAll(
      /(?:\bfrom|\bimport)\s*\(?\s*(?:\/\*[^*]*\*\/\s*)?"([^"]+)"/g,
    ),
  ].map((match) => match[1] ?? "");

const areaOf = (file: string) => file.split("/")[0] ?? "";

test("imports run one way", () => {
  expect(sources.length).toBeGreaterThan(30);
  const wrong: string[] = [];
  for (const file of sources) {
    const area = areaOf(file);
    const allowed = mayImport[area];
    if (!allowed) wrong.push(`${file}: no such area in the table`);
    for (const specifier of importsOf(file).filter((name) => name.startsWith("."))) {
      const target = normalize(join(dirname(file), specifier.split("?")[0] ?? ""));
      if (target.startsWith("..")) {
        wrong.push(`${file} → ${specifier}: leaves src`);
        continue;
      }
      const other = areaOf(target);
      if (other !== area && !allowed?.includes(other)) wrong.push(`${file} → ${target}`);
      const [, here, deeper] = file.split("/");
      const [, there, inside] = target.split("/");
      if (area === "screens" && other === "screens" && deeper && inside && here !== there)
        wrong.push(`${file} → ${target}: one screen imports another`);
    }
  }
  expect(wrong).toEqual([]);
});

test("some packages are known in one place only", () => {
  const wrong = sources.flatMap((file) =>
    importsOf(file).flatMap((name) =>
      Object.entries(keptIn)
        .filter(([kept, place]) => (name === kept || name.startsWith(`${kept}/`)) && !file.startsWith(place))
        .map(([kept]) => `${file} → ${kept}`),
    ),
  );
  expect(wrong).toEqual([]);
});

/** WebKit answers "Unable to open cursor" where the index is empty (`docs/traps.md`): a set of all keys is as good. */
test("no index is asked for its unique keys", () => {
  const asking = sources.filter((file) =>
    /uniqueKey|nextunique/i.test(readFileSync(join(root, file), "utf8")),
  );
  expect(asking).toEqual([]);
});

test("names tell what is inside", () => {
  const vague = sources.filter((file) =>
    file.split(/[/.]/).some((part) => ["utils", "helpers", "common", "types", "misc"].includes(part)),
  );
  const notKebab = sources.filter((file) => !/^[a-z0-9/.-]+$/.test(file));
  const barrels = sources.filter((file) => /(^|\/)index\.tsx?$/.test(file) && !file.startsWith("sw/"));
  expect({ vague, notKebab, barrels }).toEqual({ vague: [], notKebab: [], barrels: [] });
});

test("files stay short", () => {
  const lengths = sources
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => ({ file, lines: readFileSync(join(root, file), "utf8").split("\n").length }))
    .sort((a, b) => a.lines - b.lines);
  const median = lengths[Math.floor(lengths.length / 2)]?.lines ?? 0;
  expect(median).toBeLessThanOrEqual(90);
  expect(lengths.filter(({ lines, file }) => lines > 400 && !isData(file))).toEqual([]);
});

/** Lists of words and papers are as long as they are. */
const isData = (file: string) => file.startsWith("i18n/") || file.startsWith("server/sample/");
