import { encode } from "uqr";
import { createSeededRandom } from "../../src/domain/random";

/** How a code looks to a camera. */
export interface FeedLook {
  /** Standard deviation of the sensor's noise, of 255 steps of grey. */
  readonly noise?: number;
  /** Half the width of a box blur, in pixels. */
  readonly blur?: number;
  /** Turned by so many degrees. */
  readonly tilt?: number;
  /** Side of the code as a part of the picture's height. */
  readonly size?: number;
  /** Empty frames before the code comes into sight. */
  readonly before?: number;
  readonly frames?: number;
  readonly seed?: number;
}

const width = 640;
const height = 480;
const fps = 15;

/**
 * A film of a QR code for Chromium's fake camera (`--use-file-for-fake-video-capture`), as Y4M with 4:2:0 colour:
 * grey picture, neutral colour.
 */
export const cameraFeed = (text: string, look: FeedLook = {}): Uint8Array<ArrayBuffer> => {
  const { noise = 0, before = 0, frames = 15, seed = 1 } = look;
  const random = createSeededRandom(seed);
  const sharp = drawCode(text, look);
  const still = look.blur ? blurred(sharp, look.blur) : sharp;
  const empty = new Uint8Array(width * height).fill(168);
  const header = new TextEncoder().encode(`YUV4MPEG2 W${width} H${height} F${fps}:1 Ip A1:1 C420jpeg\n`);
  const mark = new TextEncoder().encode("FRAME\n");
  const frameBytes = mark.length + width * height * 1.5;
  const film = new Uint8Array(header.length + frameBytes * (before + frames));
  film.set(header);
  let at = header.length;
  for (let frame = 0; frame < before + frames; frame += 1) {
    film.set(mark, at);
    film.set(withNoise(frame < before ? empty : still, noise, random), at + mark.length);
    film.fill(128, at + mark.length + width * height, at + frameBytes);
    at += frameBytes;
  }
  return film;
};

const drawCode = (text: string, { size = 0.75, tilt = 0 }: FeedLook): Uint8Array => {
  const { data, size: modules } = encode(text, { ecc: "M", border: 4 });
  const picture = new Uint8Array(width * height).fill(168);
  const scale = (height * size) / modules;
  const [sin, cos] = [Math.sin((tilt * Math.PI) / 180), Math.cos((tilt * Math.PI) / 180)];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const [dx, dy] = [x - width / 2, y - height / 2];
      const column = Math.floor((dx * cos + dy * sin) / scale + modules / 2);
      const row = Math.floor((dy * cos - dx * sin) / scale + modules / 2);
      const inside = column >= 0 && row >= 0 && column < modules && row < modules;
      if (inside) picture[y * width + x] = data[row]?.[column] ? 30 : 235;
    }
  return picture;
};

const blurred = (picture: Uint8Array, radius: number): Uint8Array => {
  const pass = (from: Uint8Array, step: number) =>
    from.map((_, i) => {
      let sum = 0;
      for (let d = -radius; d <= radius; d += 1) sum += from[i + d * step] ?? 168;
      return sum / (radius * 2 + 1);
    });
  return pass(pass(picture, 1), width);
};

/** The sum of four even draws is near enough to a bell curve. */
const withNoise = (picture: Uint8Array, sigma: number, random: { next(): number }): Uint8Array => {
  if (sigma === 0) return picture;
  const spread = sigma * Math.sqrt(3);
  return picture.map((grey) => {
    const draw = random.next() + random.next() + random.next() + random.next() - 2;
    return Math.max(0, Math.min(255, grey + draw * spread));
  });
};
