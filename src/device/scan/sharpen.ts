import type { Pixels } from "./wasm-reader";

/** Half the width of the neighbourhood, in pixels, and how much of the difference from it is added. */
const radius = 2;
const strength = 2;
const side = 2 * radius + 1;

/** The mean over a row's or a column's neighbours, its edge repeated beyond itself: one sum that slides along. */
const meanAlong = (
  from: Float32Array,
  to: Float32Array,
  lines: number,
  length: number,
  lineStep: number,
  step: number,
): void => {
  for (let line = 0; line < lines; line += 1) {
    const start = line * lineStep;
    const at = (i: number) => from[start + Math.min(length - 1, Math.max(0, i)) * step] ?? 0;
    let sum = 0;
    for (let i = -radius; i <= radius; i += 1) sum += at(i);
    for (let i = 0; i < length; i += 1) {
      to[start + i * step] = sum / side;
      sum += at(i + radius + 1) - at(i - radius);
    }
  }
};

/**
 * The same picture in grey with its edges drawn out (an unsharp mask): a lens out of focus mixes the squares of a code with
 * their neighbours, which no threshold can part again, while the difference from the neighbourhood can.
 */
export const sharpen = ({ data, width, height }: Pixels): Pixels => {
  const grey = new Float32Array(width * height);
  for (let i = 0; i < grey.length; i += 1)
    grey[i] = 0.3 * (data[4 * i] ?? 0) + 0.59 * (data[4 * i + 1] ?? 0) + 0.11 * (data[4 * i + 2] ?? 0);
  const rows = new Float32Array(grey.length);
  const mean = new Float32Array(grey.length);
  meanAlong(grey, rows, height, width, width, 1);
  meanAlong(rows, mean, width, height, 1, width);
  const drawn = new Uint8ClampedArray(data.length);
  for (let i = 0; i < grey.length; i += 1) {
    const [own = 0, around = 0] = [grey[i], mean[i]];
    const value = around + (1 + strength) * (own - around);
    drawn[4 * i] = drawn[4 * i + 1] = drawn[4 * i + 2] = value;
    drawn[4 * i + 3] = 255;
  }
  return { data: drawn, width, height };
};
