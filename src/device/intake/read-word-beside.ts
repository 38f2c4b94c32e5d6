import { err, type Result } from "../../domain/result";
import type { ReadOptions } from "./read-pdf";
import type { WordWords } from "./read-word-paper";
import type { WordFailure } from "./word-package";

export interface ToWordReader {
  readonly bytes: Uint8Array;
  readonly name: string;
}
export type FromWordReader =
  | { readonly is: "ready" }
  | { readonly is: "step"; readonly done: number }
  | { readonly is: "read"; readonly read: Result<WordWords, WordFailure> }
  | { readonly is: "failed" };

/** How long loading the worker may take on a slow line, in milliseconds. */
const startPatience = 15_000;

/** A worker that has said it is there; undefined where it never will: forbidden, or its file is gone after an update. */
const startWorker = (signal: AbortSignal | undefined): Promise<Worker | undefined> =>
  new Promise((resolve) => {
    if (typeof Worker === "undefined") return resolve(undefined);
    try {
      const worker = new Worker(new URL("./read-word-worker.ts", import.meta.url), { type: "module" });
      const give = (started: Worker | undefined) => {
        clearTimeout(timer);
        if (!started) worker.terminate();
        resolve(started);
      };
      const timer = setTimeout(() => give(undefined), startPatience);
      worker.onmessage = () => give(worker);
      worker.onerror = () => give(undefined);
      signal?.addEventListener("abort", () => give(undefined), { once: true });
    } catch {
      resolve(undefined);
    }
  });

type Read = (question: ToWordReader, options: ReadOptions) => Promise<Result<WordWords, WordFailure>>;

/** Reads in the worker, and ends it; who stops it does not wait for the step at hand. */
const inWorker =
  (worker: Worker): Read =>
  (question, { signal, onProgress }) =>
    new Promise<Result<WordWords, WordFailure>>((resolve, reject) => {
      const fail = () => reject(new Error("not read"));
      signal?.addEventListener("abort", fail, { once: true });
      worker.onerror = worker.onmessageerror = fail;
      worker.onmessage = ({ data }: MessageEvent<FromWordReader>) => {
        if (data.is === "step") onProgress?.(data.done);
        else if (data.is === "read") resolve(data.read);
        else fail();
      };
      worker.postMessage(question);
    }).finally(() => worker.terminate());

/** Reads on the page, which between two steps shows how far it is and hears that it shall stop. */
const onPage =
  ({ readWordPaper }: typeof import("./read-word-paper")): Read =>
  ({ bytes, name }, { signal, onProgress }) =>
    readWordPaper(bytes, name, async (done) => {
      onProgress?.(done);
      await new Promise((resolve) => setTimeout(resolve));
      signal?.throwIfAborted();
    });

/**
 * Reads a Word file beside the page, which goes on answering; where no worker is to be had, on the page. A worker that
 * breaks off is not tried again there: what was too much for it would be too much for the page. Throws on abort, and where
 * this part of the app is not to be had.
 */
export const readWordBeside: Read = async (question, options) => {
  options.signal?.throwIfAborted();
  const worker = await startWorker(options.signal);
  options.signal?.throwIfAborted();
  // Loaded first: a chunk that is missing says nothing of the file.
  const read = worker ? inWorker(worker) : onPage(await import("./read-word-paper"));
  try {
    return await read(question, options);
  } catch {
    options.signal?.throwIfAborted();
    return err("damaged-file");
  }
};
