import { encode } from "uqr";

/** How a code looks to a camera. */
export interface CameraLook {
  /** Standard deviation of the sensor's noise, of 255 steps of grey. */
  readonly noise?: number;
  /** Half the width of a box blur, in pixels. */
  readonly blur?: number;
  /** Turned in its plane by so many degrees. */
  readonly tilt?: number;
  /** Turned out of its plane, about its upright axis, by so many degrees: the far side is smaller. */
  readonly lean?: number;
  /** The light that is left of the full one on the left half of the picture, 0 to 1. */
  readonly shade?: number;
  /** Side of the code with its white edge, as a part of the picture's height. */
  readonly size?: number;
}

export const width = 640;
export const height = 480;
/** The table on which the code lies, and the code's own two colours. */
const [table, paper, ink] = [168, 235, 30];
/** Distance of the lens, in pixels: a phone's camera sees about 65 degrees. */
const distance = 500;
/** Half the width of a shadow's edge, in pixels. */
const penumbra = 30;
/** So many rays a pixel each way: a camera's pixel sees a little square, not a point. */
const rays = 3;

/** What stands before the camera, without the sensor's noise: one grey of 0 to 255 a pixel. */
export const drawScene = (text: string, look: CameraLook = {}): Float32Array => {
  const sharp = drawCode(text, look);
  return shaded(look.blur ? blurred(sharp, look.blur) : sharp, look.shade);
};

export const emptyScene = ({ shade }: CameraLook = {}): Float32Array =>
  shaded(new Float32Array(width * height).fill(table), shade);

/** The sensor's picture of a scene, another with each call. The sum of four even draws is near enough to a bell curve. */
export const expose = (
  scene: Float32Array,
  sigma: number,
  random: { next(): number },
): Uint8Array<ArrayBuffer> => {
  const spread = sigma * Math.sqrt(3);
  return Uint8Array.from(scene, (grey) => {
    const draw = sigma === 0 ? 0 : random.next() + random.next() + random.next() + random.next() - 2;
    return Math.max(0, Math.min(255, Math.round(grey + draw * spread)));
  });
};

const drawCode = (text: string, { size = 0.75, tilt = 0, lean = 0 }: CameraLook): Float32Array => {
  const { data, size: modules } = encode(text, { ecc: "M", border: 4 });
  const scale = (height * size) / modules;
  const [sinTilt, cosTilt] = sinCos(tilt);
  const [sinLean, cosLean] = sinCos(lean);
  const greyAt = (x: number, y: number): number => {
    // From the picture back to the leaning plane, then to the turned code on it.
    const u = (x * distance) / (distance * cosLean - x * sinLean);
    const v = (y * (distance + u * sinLean)) / distance;
    const column = Math.floor((u * cosTilt + v * sinTilt) / scale + modules / 2);
    const row = Math.floor((v * cosTilt - u * sinTilt) / scale + modules / 2);
    const dark = data[row]?.[column];
    return dark === undefined ? table : dark ? ink : paper;
  };
  const scene = new Float32Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let i = 0; i < rays * rays; i += 1) {
        const across = ((i % rays) + 0.5) / rays;
        const down = (Math.floor(i / rays) + 0.5) / rays;
        sum += greyAt(x + across - width / 2, y + down - height / 2);
      }
      scene[y * width + x] = sum / (rays * rays);
    }
  return scene;
};

const sinCos = (degrees: number): readonly [number, number] => {
  const angle = (degrees * Math.PI) / 180;
  return [Math.sin(angle), Math.cos(angle)];
};

const blurred = (scene: Float32Array, radius: number): Float32Array => {
  const pass = (from: Float32Array, step: number) =>
    from.map((_, i) => {
      let sum = 0;
      for (let d = -radius; d <= radius; d += 1) sum += from[i + d * step] ?? table;
      return sum / (radius * 2 + 1);
    });
  return pass(pass(scene, 1), width);
};

const shaded = (scene: Float32Array, light = 1): Float32Array =>
  scene.map((grey, i) => {
    const across = ((i % width) - width / 2) / penumbra;
    const lit = Math.max(0, Math.min(1, (across + 1) / 2));
    return grey * (light + (1 - light) * lit);
  });
