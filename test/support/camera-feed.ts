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

/**
 * A film of a QR code for Chromium's fake camera (`--use-file-for-fake-video-capture`), as Y4M with 4:2:0 colour:
 * grey picture, neutral colour.
 */
export const cameraFeed = (text: string, look: FeedLook = {}): Uint8Array<ArrayBuffer> => {
  const { noise = 0, before = 0, frames = 15, seed = 1 } = look;
  const random = createSeededRandom(seed);
  const [still, empty] = [drawScene(text, look), emptyScene(look)];
  const header = new TextEncoder().encode(`YUV4MPEG2 W${width} H${height} F${fps}:1 Ip A1:1 C420jpeg\n`);
  const mark = new TextEncoder().encode("FRAME\n");
  const frameBytes = mark.length + width * height * 1.5;
  const film = new Uint8Array(header.length + frameBytes * (before + frames));
  film.set(header);
  let at = header.length;
  for (let frame = 0; frame < before + frames; frame += 1) {
    film.set(mark, at);
    film.set(expose(frame < before ? empty : still, noise, random), at + mark.length);
    film.fill(128, at + mark.length + width * height, at + frameBytes);
    at += frameBytes;
  }
  return film;
};
