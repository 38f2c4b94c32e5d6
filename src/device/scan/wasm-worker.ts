import wasmUrl from "zxing-wasm/reader/zxing_reader.wasm?url";
import { createReader, type Pixels, prepareReader } from "./wasm-reader";

/** A frame on its way to the worker, given away rather than copied. */
export type Picture = VideoFrame | ImageBitmap | ImageData;

/** `draws`: it can take pictures that are not pixels yet. */
export type Answer =
  | { readonly is: "ready"; readonly draws: boolean }
  | { readonly is: "looked"; readonly text: string | undefined }
  | { readonly is: "failed" };

/** A worker's own scope, in the words of a page's library of types. */
const scope = self as unknown as {
  onmessage: (event: MessageEvent<Picture>) => void;
  postMessage(answer: Answer): void;
};

const context =
  typeof OffscreenCanvas === "undefined"
    ? null
    : new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });

const pixelsOf = (picture: Picture): Pixels => {
  if ("data" in picture) return picture;
  const [width, height] =
    "displayWidth" in picture
      ? [picture.displayWidth, picture.displayHeight]
      : [picture.width, picture.height];
  try {
    if (!context) throw new Error("no canvas");
    // Setting a size clears the canvas, also where it stays the same.
    if (context.canvas.width !== width) context.canvas.width = width;
    if (context.canvas.height !== height) context.canvas.height = height;
    context.drawImage(picture, 0, 0, width, height);
    return context.getImageData(0, 0, width, height);
  } finally {
    // The camera has only a few frames to lend.
    picture.close();
  }
};

const readNext = createReader();

scope.onmessage = async ({ data: picture }) => {
  try {
    scope.postMessage({ is: "looked", text: await readNext(pixelsOf(picture)) });
  } catch {
    scope.postMessage({ is: "failed" });
  }
};

prepareReader(wasmUrl).then(
  () => scope.postMessage({ is: "ready", draws: context !== null }),
  () => scope.postMessage({ is: "failed" }),
);
