import type { Decoder, FrameSource } from "./decoder";
import { createDrawingBoard, sizeOf } from "./drawing-board";
import type { Answer, Picture } from "./wasm-worker";

/** How long loading may take on a slow line, and one look on a slow phone, in milliseconds. */
const startPatience = 15_000;
const lookPatience = 5_000;

/**
 * zxing-cpp in WebAssembly, in a worker of its own: a frame is looked at beside the page. Undefined where there is no
 * WebAssembly or the worker does not start. Unlike others it rejects once its worker is lost.
 */
export const createWasmDecoder = async (): Promise<Decoder | undefined> => {
  if (typeof WebAssembly === "undefined" || typeof Worker === "undefined") return undefined;
  try {
    const worker = new Worker(new URL("./wasm-worker.ts", import.meta.url), { type: "module" });
    const started = await answerOf(worker, startPatience);
    if (started.is === "ready") return decoderOf(worker, started.draws);
    worker.terminate();
  } catch {
    // Forbidden, or its file is gone after an update.
  }
  return undefined;
};

const decoderOf = (worker: Worker, draws: boolean): Decoder => {
  let lost = false;
  /** One look after another: a frame of the camera and a picture file may come together. */
  let tail: Promise<unknown> = Promise.resolve();
  let letGo = () => {};
  const closed = new Promise<undefined>((resolve) => {
    letGo = () => resolve(undefined);
  });
  const board = createDrawingBoard();

  const capture = async (source: FrameSource): Promise<Picture | undefined> => {
    if (sizeOf(source).width === 0) return undefined;
    try {
      if (draws) return await pictureOf(source);
    } catch {
      // A frame that cannot be handed over as it is can still be drawn here.
    }
    const drawn = board.draw(source);
    return drawn?.context.getImageData(0, 0, drawn.canvas.width, drawn.canvas.height);
  };
  const look = async (source: FrameSource): Promise<string | undefined> => {
    if (lost) throw new Error("lost");
    const picture = await capture(source);
    if (!picture) return undefined;
    const asked = answerOf(worker, lookPatience);
    worker.postMessage(picture, ["data" in picture ? picture.data.buffer : picture]);
    const answer = await asked;
    if (answer.is === "looked") return answer.text;
    throw new Error(answer.is);
  };
  return {
    name: "zxing-wasm",
    decode: (source) => {
      const turn = tail.then(() => look(source));
      tail = turn.catch(() => {
        lost = true;
      });
      return Promise.race([turn, closed]);
    },
    close: () => {
      lost = true;
      letGo();
      worker.terminate();
    },
  };
};

/** The next message; rejects where the worker breaks or is silent for too long. */
const answerOf = (worker: Worker, patience: number): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no answer")), patience);
    worker.onmessage = ({ data }: MessageEvent<Answer>) => {
      clearTimeout(timer);
      resolve(data);
    };
    worker.onerror = worker.onmessageerror = () => {
      clearTimeout(timer);
      reject(new Error("broken"));
    };
  });

/** The whole picture for a worker that draws by itself: a frame of a video is lent, not copied, where that exists. */
const pictureOf = async (source: FrameSource): Promise<Picture> => {
  if ("videoWidth" in source && typeof VideoFrame !== "undefined")
    try {
      return new VideoFrame(source);
    } catch {
      // Some builds cannot lend a frame of a camera.
    }
  return createImageBitmap(source);
};
