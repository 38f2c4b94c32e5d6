import type { Decoder } from "./decoder";

/** Reads frames one after another, each whole, never two at once. Returns what stops it. */
export const watchFrames = (
  video: HTMLVideoElement,
  decoder: Decoder,
  onCode: (text: string) => void,
): (() => void) => {
  let stopped = false;
  let request = 0;
  const byFrame = "requestVideoFrameCallback" in video;
  const next = () => {
    if (stopped) return;
    request = byFrame ? video.requestVideoFrameCallback(look) : requestAnimationFrame(look);
  };
  const look = async () => {
    if (stopped) return;
    const before = performance.now();
    // A frame is there from HAVE_CURRENT_DATA on.
    const text = video.readyState >= 2 ? await decoder.decode(video) : undefined;
    if (stopped) return;
    if (text) onCode(text);
    // A slow phone needs as much time to draw its page as to look for codes, where one thread does both.
    const spent = performance.now() - before;
    if (decoder.name === "zxing-js" && spent > 40) setTimeout(next, Math.min(spent / 2, 150));
    else next();
  };
  next();
  return () => {
    stopped = true;
    if (byFrame) video.cancelVideoFrameCallback(request);
    else cancelAnimationFrame(request);
  };
};
