import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { cameraLooks, longLink } from "../../../test/support/camera-looks";
import { drawScene, emptyScene, expose, height, width } from "../../../test/support/camera-picture";
import { createSeededRandom } from "../../domain/random";
import { sharpen } from "./sharpen";
import { createReader, type Pixels, prepareReader, readCode } from "./wasm-reader";

beforeAll(async () => {
  const file = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
  await prepareReader(new Uint8Array(readFileSync(file)).buffer);
});

const fromGrey = (grey: ArrayLike<number>, width: number, height: number): Pixels => ({
  data: Uint8ClampedArray.from({ length: width * height * 4 }, (_, i) =>
    i % 4 === 3 ? 255 : (grey[i >> 2] ?? 0),
  ),
  width,
  height,
});

/** A camera gives fifteen a second, each with noise of its own. */
const frames = 5;

test.each(Object.entries(cameraLooks))("a long code is read within a few frames: %s", async (_, look) => {
  for (const seed of [1, 2, 3]) {
    const link = longLink(seed);
    const scene = drawScene(link, look);
    const random = createSeededRandom(seed);
    const readNext = createReader();
    const read = new Set<string | undefined>();
    for (let frame = 0; frame < frames && !read.has(link); frame += 1)
      read.add(await readNext(fromGrey(expose(scene, look.noise ?? 0, random), width, height)));
    // A frame that cannot be read is read as nothing, never as something else.
    read.delete(undefined);
    expect([...read]).toEqual([link]);
  }
});

test("an empty table reads as nothing, in any light", async () => {
  for (const shade of [1, 0.4])
    for (const sigma of [0, 4, 12, 40]) {
      const frame = expose(emptyScene({ shade }), sigma, createSeededRandom(sigma + 1));
      const pixels = fromGrey(frame, width, height);
      expect(await readCode(pixels)).toBeUndefined();
      expect(await readCode(sharpen(pixels))).toBeUndefined();
    }
});

test("random pictures read as nothing, and none makes it fail", async () => {
  const picture = fc.record({
    width: fc.integer({ min: 0, max: 300 }),
    height: fc.integer({ min: 0, max: 300 }),
    seed: fc.nat(),
    /** Two greys or all of them; squares of so many pixels, which are what codes are made of. */
    binary: fc.boolean(),
    square: fc.integer({ min: 1, max: 12 }),
  });
  await fc.assert(
    fc.asyncProperty(picture, async ({ width, height, seed, binary, square }) => {
      const random = createSeededRandom(seed);
      const columns = Math.ceil(width / square) + 1;
      const greys = random.bytes(columns * (Math.ceil(height / square) + 1));
      const grey = Array.from({ length: width * height }, (_, i) => {
        const drawn =
          greys[Math.floor(Math.floor(i / width) / square) * columns + Math.floor((i % width) / square)];
        return binary ? ((drawn ?? 0) > 127 ? 255 : 0) : (drawn ?? 0);
      });
      const pixels = fromGrey(grey, width, height);
      expect(await readCode(pixels)).toBeUndefined();
      expect(await readCode(sharpen(pixels))).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});
