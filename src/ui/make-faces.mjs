import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import subsetFont from "subset-font";

const root = join(import.meta.dirname, "../..");
const packages = join(root, "node_modules/@expo-google-fonts");

/** Where the faces lie that `fonts.css` and `reading-font.css` name. */
const facesFolder = join(root, ".cache/faces");

const fonts = {
  "be-vietnam-pro-400": "be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf",
  "be-vietnam-pro-600": "be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf",
  "source-serif-4-400": "source-serif-4/400Regular/SourceSerif4_400Regular.ttf",
  "source-serif-4-600": "source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf",
};

/**
 * Latin and Vietnamese in one file. Files split by script cut nearly every Vietnamese word into three runs of
 * letters, each of which a browser sets by itself, and come as twice the files.
 */
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x102, 0x103],
  [0x110, 0x111],
  [0x128, 0x129],
  [0x168, 0x169],
  [0x1a0, 0x1a1],
  [0x1af, 0x1b0],
  [0x300, 0x304],
  [0x306, 0x309],
  [0x31b, 0x31b],
  [0x323, 0x323],
  [0x1ea0, 0x1ef9],
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2020, 0x2026],
  [0x2030, 0x2033],
  [0x20ab, 0x20ac],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2713, 0x2713],
];
const letters = ranges
  .map(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i)).join(""),
  )
  .join("");

/** Cuts the faces to these letters where that is not done yet, from these very fonts and by this very file. */
const makeFaces = async () => {
  const sources = await Promise.all(
    Object.entries(fonts).map(async ([name, path]) => [name, await readFile(join(packages, path))]),
  );
  const recipe = createHash("sha256").update(await readFile(join(import.meta.dirname, "make-faces.mjs")));
  for (const [, bytes] of sources) recipe.update(bytes);
  const done = join(facesFolder, `made-${recipe.digest("hex").slice(0, 12)}`);
  if (existsSync(done)) return;
  await mkdir(facesFolder, { recursive: true });
  for (const [name, bytes] of sources)
    await writeFile(
      join(facesFolder, `${name}.woff2`),
      await subsetFont(bytes, letters, { targetFormat: "woff2" }),
    );
  await writeFile(done, "");
};

/** For Vite: `url("faces/…")` in a style sheet is a face cut for this app. */
export const faces = () => ({
  name: "faces",
  config: async () => {
    await makeFaces();
    return { resolve: { alias: [{ find: /^faces\//, replacement: `${facesFolder}/` }] } };
  },
});
