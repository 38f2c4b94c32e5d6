/** Anything a picture can be read from. */
export type FrameSource = HTMLVideoElement | HTMLCanvasElement;

/** Eyes for codes: the text of one in the picture, or undefined. Never throws. */
export interface Decoder {
  readonly name: "native" | "zxing-js";
  decode(source: FrameSource): Promise<string | undefined>;
}

/** The best eyes this browser has. */
export const createDecoder = async (): Promise<Decoder> => {
  const { createNativeDecoder } = await import("./native-decoder");
  const native = await createNativeDecoder();
  if (native) return native;
  const { createJsDecoder } = await import("./js-decoder");
  return createJsDecoder();
};
