import { Html5QrcodeShim } from "html5-qrcode/esm/code-decoder";
import { BaseLoggger, Html5QrcodeSupportedFormats } from "html5-qrcode/esm/core";
import type { Decoder, FrameSource } from "./decoder";

/** Above this a picture costs more time than its details are worth to this decoder, in pixels of the longer side. */
const longestSide = 1280;

/**
 * html5-qrcode's own decoder, given whole frames. (Left to itself the library draws the frame into a canvas of the
 * viewfinder's CSS size and throws most of it away.)
 */
export const createJsDecoder = (): Decoder => {
  const shim = new Html5QrcodeShim(
    [Html5QrcodeSupportedFormats.QR_CODE],
    false,
    false,
    new BaseLoggger(false),
  );
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return {
    name: "zxing-js",
    decode: async (source) => {
      const { width, height } = sizeOf(source);
      if (!context || width === 0 || height === 0) return undefined;
      const scale = Math.min(1, longestSide / Math.max(width, height));
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
      context.drawImage(source, 0, 0, canvas.width, canvas.height);
      try {
        return (await shim.decodeAsync(canvas)).text || undefined;
      } catch {
        // It throws where it sees nothing.
        return undefined;
      }
    },
  };
};

const sizeOf = (source: FrameSource) =>
  "videoWidth" in source
    ? { width: source.videoWidth, height: source.videoHeight }
    : { width: source.width, height: source.height };
