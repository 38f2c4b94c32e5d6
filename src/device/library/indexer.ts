import type { CheckedTexts, Indexer } from "../apply/apply-texts";
import { loadCheckTexts } from "../lazy";

/** More segments than this make a search slow: some of them become one (`tidy-index.ts`). */
export const manySegments = 24;

/** A worker that has said it is there; undefined where it never will: forbidden, or its file is gone after an update. */
const startWorker = (): Promise<Worker | undefined> =>
  new Promise((resolve) => {
    try {
      const worker = new Worker(new URL("./index-worker.ts", import.meta.url), { type: "module" });
      worker.onmessage = () => resolve(worker);
      worker.onerror = () => resolve(undefined);
    } catch {
      resolve(undefined);
    }
  });

const ask = (worker: Worker, question: Parameters<Indexer["check"]>): Promise<CheckedTexts> =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<CheckedTexts>) => resolve(data);
    worker.onerror = reject;
    const [texts] = question;
    // Given away, not copied: seventeen megabytes would be felt.
    worker.postMessage(
      question,
      texts.map(({ data }) => data.buffer),
    );
  });

/** Checks and indexes texts beside the page once prepared, one batch after another; on the page where no worker is to be had. */
export const createIndexer = (): Indexer => {
  let worker: Promise<Worker | undefined> | undefined;
  let tail: Promise<unknown> = Promise.resolve();

  const check: Indexer["check"] = async (texts, heads) => {
    const beside = await worker;
    if (beside) return ask(beside, [texts, heads]);
    return (await loadCheckTexts()).checkTexts(texts, heads);
  };
  return {
    prepare: () => {
      if (typeof Worker !== "undefined") worker ??= startWorker();
    },
    check: (texts, heads) => {
      const turn = tail.then(() => check(texts, heads));
      tail = turn.catch(() => undefined);
      return turn;
    },
    stop: () => {
      void tail.then(async () => (await worker)?.terminate());
    },
  };
};
