import type { FrameSource } from "./decoder";

/** Width and height in pixels; zero as long as a camera has no frame. */
export const sizeOf = (source: FrameSource) =>
  "videoWidth" in source
    ? { width: source.videoWidth, height: source.videoHeight }
    : { width: source.width, height: source.height };

/** A canvas of the page, used again and again, into which pictures are drawn to be read. */
export const createDrawingBoard = (longestSide = Number.POSITIVE_INFINITY) => {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return {
    /** The picture, made smaller where its longer side is above `longestSide`; undefined where there is none. */
    draw: (source: FrameSource) => {
      const { width, height } = sizeOf(source);
      if (!context || width === 0 || height === 0) return undefined;
      const scale = Math.min(1, longestSide / Math.max(width, height));
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
      context.drawImage(source, 0, 0, canvas.width, canvas.height);
      return { canvas, context };
    },
  };
};
