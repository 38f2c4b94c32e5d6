import { prepareZXingModule, type ReaderOptions, readBarcodes } from "zxing-wasm/reader";
import { sharpen } from "./sharpen";

/** The square codes alone: their small relatives are read out of mere noise now and then. */
const options: ReaderOptions = {
  formats: ["QRCodeModel2"],
  maxNumberOfSymbols: 1,
  textMode: "Plain",
};

/** RGBA, as `ImageData` holds it. */
export type Pixels = Pick<ImageData, "data" | "width" | "height">;

/** Loads the reader, once, from `source`: its address, or its bytes. Rejects where it cannot be compiled. */
export const prepareReader = async (source: string | ArrayBuffer): Promise<void> => {
  const overrides = typeof source === "string" ? { locateFile: () => source } : { wasmBinary: source };
  await prepareZXingModule({ overrides, fireImmediately: true });
};

/** The text of the code in the picture as it is, or undefined. Rejects where the reader itself fails. */
export const readCode = async (pixels: Pixels): Promise<string | undefined> => {
  if (pixels.width === 0 || pixels.height === 0) return undefined;
  const [code] = await readBarcodes(pixels as ImageData, options);
  return code?.text || undefined;
};

/**
 * Looks at one frame after another, every second one sharpened first: what a frame is good for is not known beforehand, a code
 * stays before the camera for many, and two looks at each would take twice as long for those that any look reads.
 */
export const createReader = (): typeof readCode => {
  let looks = 0;
  return (pixels) => {
    looks += 1;
    return readCode(looks % 2 === 0 ? sharpen(pixels) : pixels);
  };
};
