import { Html5QrcodeShim } from "html5-qrcode/esm/code-decoder";
import { BaseLoggger, Html5QrcodeSupportedFormats } from "html5-qrcode/esm/core";
import type { Decoder } from "./decoder";
import { createDrawingBoard } from "./drawing-board";

/** Above this a picture costs more time than its details are worth to this decoder, in pixels of the longer side. */
const longestSide = 1280;

/**
 * The last resort: html5-qrcode's own decoder, given whole frames, on the page's thread. (Left to itself the library
 * draws the frame into a canvas of the viewfinder's CSS size and throws most of it away.)
 */
export const createJsDecoder = (): Decoder => {
  const shim = new Html5QrcodeShim(
    [Html5QrcodeSupportedFormats.QR_CODE],
    false,
    false,
    new BaseLoggger(false),
  );
  const board = createDrawingBoard(longestSide);
  return {
    name: "zxing-js",
    decode: async (source) => {
      const drawn = board.draw(source);
      if (!drawn) return undefined;
      try {
        return (await shim.decodeAsync(drawn.canvas)).text || undefined;
      } catch {
        // It throws where it sees nothing.
        return undefined;
      }
    },
    close: () => undefined,
  };
};
