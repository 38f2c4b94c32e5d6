import { type CameraProblem, openCamera, problemOf, type RunningCamera } from "./camera";
import { createDecoder, type Decoder, EyesMissing } from "./decoder";
import { watchFrames } from "./frame-loop";

export interface ScannerEvents {
  /** A code was read. The same code is told again only after it was out of sight. */
  readonly onCode: (text: string) => void;
  readonly onProblem: (problem: CameraProblem) => void;
  /** The picture runs, or stopped (undefined). */
  readonly onCamera: (camera: RunningCamera | undefined) => void;
}

export interface Scanner {
  /** Opens the camera; once a visit. A choice is remembered. Its picture may run before there are eyes for it. */
  start(choice?: string): Promise<void>;
  stop(): Promise<void>;
  /** The text of a code in a picture file, or undefined. Rejects with `EyesMissing`. */
  readPicture(file: Blob): Promise<string | undefined>;
}

/** How long a code must be gone before it counts as shown again, in milliseconds. */
const outOfSight = 2500;
const pictureSide = 1600;

/**
 * The camera as a reader of codes. It lets go of the camera when the page is hidden, so that no lamp burns in a
 * pocket, and takes it up again when the page comes back.
 */
export const createScanner = (container: HTMLElement, events: ScannerEvents): Scanner => {
  let camera: RunningCamera | undefined;
  let unwatch: (() => void) | undefined;
  let decoder: Promise<Decoder> | undefined;
  let last: { text: string; at: number } | undefined;
  /** Steps one after another: a stop waits for the start before it. */
  let work: Promise<void> = Promise.resolve();
  let wanted = false;

  const eyes = () => {
    if (!decoder) {
      const asked = createDecoder();
      // What could not be loaded is asked for again at the next start.
      asked.catch(() => {
        if (decoder === asked) decoder = undefined;
      });
      decoder = asked;
    }
    return decoder;
  };
  const seen = (text: string) => {
    const now = performance.now();
    const again = last?.text === text && now - last.at < outOfSight;
    last = { text, at: now };
    if (!again) events.onCode(text);
  };
  const open = async (choice?: string) => {
    if (camera || !wanted) return;
    try {
      // Loaded while the camera starts; the picture does not wait for them.
      const ready = eyes();
      const opened = await openCamera(container, choice);
      camera = opened;
      events.onCamera(opened);
      void watch(opened, ready);
    } catch (error) {
      fail(error);
    }
  };
  const watch = async (opened: RunningCamera, ready: Promise<Decoder>) => {
    try {
      const decoder = await ready;
      if (camera === opened) unwatch = watchFrames(opened.video, decoder, seen);
    } catch (error) {
      if (camera !== opened) return;
      fail(error);
      await then(close);
      if (error instanceof EyesMissing) window.addEventListener("online", onOnline, { once: true });
    }
  };
  const fail = (error: unknown) => {
    wanted = false;
    events.onProblem(error instanceof EyesMissing ? "incomplete" : problemOf(error));
  };
  const close = async () => {
    unwatch?.();
    unwatch = undefined;
    const closing = camera;
    camera = undefined;
    if (!closing) return;
    await closing.close();
    events.onCamera(undefined);
  };
  const then = (step: () => Promise<void>) => {
    work = work.then(step, step);
    return work;
  };
  /** The missing part is fetched as soon as there is a line, and the camera opens again by itself. */
  const onOnline = () => {
    void then(async () => {
      wanted = true;
      await open();
    });
  };
  const onVisibility = () => {
    void then(document.visibilityState === "hidden" ? close : () => open());
  };

  return {
    start: (choice) =>
      then(async () => {
        wanted = true;
        document.addEventListener("visibilitychange", onVisibility);
        if (choice) await close();
        await open(choice);
      }),
    stop: () =>
      then(async () => {
        wanted = false;
        window.removeEventListener("online", onOnline);
        document.removeEventListener("visibilitychange", onVisibility);
        await close();
        const unused = decoder;
        decoder = undefined;
        unused?.then(({ close }) => close()).catch(() => undefined);
      }),
    readPicture: async (file) => {
      const canvas = await drawPicture(file);
      if (!canvas) return undefined;
      const decoder = await eyes().catch(() => undefined);
      // Looked at twice: eyes that sharpen do so with every second picture.
      const found = (await decoder?.decode(canvas)) ?? (await decoder?.decode(canvas));
      if (found) return found;
      // A still picture is worth a second pair of eyes.
      const last = await import("./js-decoder").catch(() => undefined);
      if (!last) throw new EyesMissing();
      return last.createJsDecoder().decode(canvas);
    },
  };
};

const drawPicture = async (file: Blob): Promise<HTMLCanvasElement | undefined> => {
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, pictureSide / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    return canvas;
  } catch {
    return undefined;
  }
};
