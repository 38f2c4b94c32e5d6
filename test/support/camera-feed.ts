import { createSeededRandom } from "../../src/domain/random";
import { type CameraLook, drawScene, emptyScene, expose, height, width } from "./camera-picture";

/** How a film looks to a camera; the same seed gives the same film. */
export interface FeedLook extends CameraLook {
  /** Empty frames before the code comes into sight. */
  readonly before?: number;
  readonly frames?: number;
  readonly seed?: number;
}

const fps = 15;

/** A film of these scenes for Chromium's fake camera, as Y4M with 4:2:0 colour: grey pictures, neutral colour. */
export const filmOf = (
  scenes: readonly Float32Array[],
  noise: number,
  random: { next(): number },
): Uint8Array<ArrayBuffer> => {
  const header = new TextEncoder().encode(`YUV4MPEG2 W${width} H${height} F${fps}:1 Ip A1:1 C420jpeg\n`);
  const mark = new TextEncoder().encode("FRAME\n");
  const frameBytes = mark.length + width * height * 1.5;
  const film = new Uint8Array(header.length + frameBytes * scenes.length);
  film.set(header);
  let at = header.length;
  for (const scene of scenes) {
    film.set(mark, at);
    film.set(expose(scene, noise, random), at + mark.length);
    film.fill(128, at + mark.length + width * height, at + frameBytes);
    at += frameBytes;
  }
  return film;
};

/** A film of a QR code (`--use-file-for-fake-video-capture`). */
export const cameraFeed = (text: string, look: FeedLook = {}): Uint8Array<ArrayBuffer> => {
  const { noise = 0, before = 0, frames = 15, seed = 1 } = look;
  const [still, empty] = [drawScene(text, look), emptyScene(look)];
  const scenes = [...Array<Float32Array>(before).fill(empty), ...Array<Float32Array>(frames).fill(still)];
  return filmOf(scenes, noise, createSeededRandom(seed));
};
