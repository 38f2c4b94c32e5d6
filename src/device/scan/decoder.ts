/** Anything a picture can be read from. */
export type FrameSource = HTMLVideoElement | HTMLCanvasElement;

/** Eyes for codes. */
export interface Decoder {
  /** The eyes that look now. */
  readonly name: "native" | "zxing-wasm" | "zxing-js";
  /** The text of a code in the picture, or undefined. Never throws. */
  decode(source: FrameSource): Promise<string | undefined>;
  /** Lets go of what it holds; a picture being looked at reads as nothing. */
  close(): void;
}

/** No eyes are on this phone: their parts did not come before the line was lost. */
export class EyesMissing extends Error {}

/** The best eyes this browser has; those that give up in the middle are replaced by the next best. Rejects with `EyesMissing`. */
export const createDecoder = async (): Promise<Decoder> => {
  // Each part is kept on the phone by itself: any of them may be missing, and another will do.
  const native = await import("./native-decoder").then(
    ({ createNativeDecoder }) => createNativeDecoder(),
    () => undefined,
  );
  if (native) return native;
  const wasm = await import("./wasm-decoder").then(
    ({ createWasmDecoder }) => createWasmDecoder(),
    // Not kept on the phone yet, and no signal.
    () => undefined,
  );
  return wasm ? withLastResort(wasm) : loadLastResort();
};

const loadLastResort = async () => {
  try {
    return (await import("./js-decoder")).createJsDecoder();
  } catch {
    throw new EyesMissing();
  }
};

/** `first` until it throws: a worker may be ended by a phone that is short of memory. */
const withLastResort = (first: Decoder): Decoder => {
  let current = first;
  let closed = false;
  return {
    get name() {
      return current.name;
    },
    decode: async (source) => {
      try {
        return await current.decode(source);
      } catch {
        if (closed) return undefined;
        current.close();
        // Where even this one cannot be loaded, the next frame asks again.
        const next = await loadLastResort().catch(() => undefined);
        if (next) current = next;
        return next?.decode(source);
      }
    },
    close: () => {
      closed = true;
      current.close();
    },
  };
};
