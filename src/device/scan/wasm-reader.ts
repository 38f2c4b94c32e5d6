import { prepareZXingModule, type ReaderOptions, readBarcodes } from "zxing-wasm/reader";

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

/** The text of the code in the picture, or undefined. Rejects where the reader itself fails. */
export const readCode = async (pixels: Pixels): Promise<string | undefined> => {
  if (pixels.width === 0 || pixels.height === 0) return undefined;
  const [code] = await readBarcodes(pixels as ImageData, options);
  return code?.text || undefined;
};
