import { createSeededRandom } from "../../src/domain/random";
import { toBase64url } from "../../src/protocol/base64url";
import type { CameraLook } from "./camera-picture";

/** As long as the code of a meeting will be: 350 bytes in the fragment of a link, about 500 characters. */
export const longLink = (seed: number, origin = "https://so.lacson.example"): string =>
  `${origin}/hop#${toBase64url(createSeededRandom(seed).bytes(350))}`;

/** What a dim hall does to a code, one thing at a time and all at once. */
export const cameraLooks: Readonly<Record<string, CameraLook>> = {
  plain: {},
  "noise σ = 4": { noise: 4 },
  "noise σ = 8": { noise: 8 },
  "noise σ = 12": { noise: 12 },
  "blur 1": { blur: 1 },
  "blur 2": { blur: 2 },
  "tilt 15°": { tilt: 15 },
  "tilt and lean 15°": { tilt: 15, lean: 15 },
  "half in shade": { shade: 0.4 },
  "all, noise σ = 8": { noise: 8, blur: 1, tilt: 15, lean: 15, shade: 0.4 },
  "all, noise σ = 12": { noise: 12, blur: 1, tilt: 15, lean: 15, shade: 0.4 },
  // The wider blur is five pixels wide, and the code's squares are four: read only sharpened, and not with more noise.
  "all, blur 2, σ = 4": { noise: 4, blur: 2, tilt: 15, lean: 15, shade: 0.4 },
};
