import { writeFileSync } from "node:fs";
import type { Locator } from "playwright-core";
import { createSeededRandom } from "../../src/domain/random";
import { filmOf } from "./camera-feed";
import { height, width } from "./camera-picture";

/** So much of the picture's height another phone's code fills, held before a camera. */
const held = 0.92;

/**
 * Films what stands on a phone's screen, as another phone's camera sees it: the very pixels, photographed, scaled and with
 * a sensor's noise.
 */
export const filmScreen = async (shown: Locator, film: string): Promise<void> => {
  const png = (await shown.screenshot()).toString("base64");
  const blank = await shown.page().context().browser()?.newPage();
  if (!blank) throw new Error("no browser to draw in");
  const greys = await blank.evaluate(
    async ({ png, width, height, held }) => {
      const picture = new Image();
      picture.src = `data:image/png;base64,${png}`;
      await picture.decode();
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [width, height];
      const context = canvas.getContext("2d");
      if (!context) throw new Error("no canvas");
      context.fillStyle = "#a8a8a8";
      context.fillRect(0, 0, width, height);
      const scale = (height * held) / Math.max(picture.width, picture.height);
      const [w, h] = [picture.width * scale, picture.height * scale];
      context.drawImage(picture, (width - w) / 2, (height - h) / 2, w, h);
      const { data } = context.getImageData(0, 0, width, height);
      return Array.from(
        { length: width * height },
        (_, i) => 0.3 * (data[4 * i] ?? 0) + 0.59 * (data[4 * i + 1] ?? 0) + 0.11 * (data[4 * i + 2] ?? 0),
      );
    },
    { png, width, height, held },
  );
  await blank.close();
  const scene = Float32Array.from(greys);
  writeFileSync(film, filmOf([scene, scene, scene, scene, scene], 4, createSeededRandom(3)));
};
