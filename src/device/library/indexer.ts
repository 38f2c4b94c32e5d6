import type { CheckedTexts, Indexer } from "../apply/apply-texts";
import { loadCheckTexts } from "../lazy";

/** Fewer texts are done on the page sooner than a worker starts. */
const worthAWorker = 16;

const startWorker = (): Worker | undefined => {
  try {
    return new Worker(new URL("./index-worker.ts", import.meta.url), { type: "module" });
  } catch {
    return undefined;
  }
};

/** Checks and indexes texts beside the page, one batch after another; on the page where no worker is to be had. */
export const createIndexer = (): Indexer => {
  let worker: Worker | undefined;
  let broken = typeof Worker === "undefined";
  let tail: Promise<unknown> = Promise.resolve();

  const onPage: Indexer["check"] = async (texts, heads) => (await loadCheckTexts()).checkTexts(texts, heads);
  const inWorker: Indexer["check"] = (texts, heads) => {
    worker ??= startWorker();
    const asked = worker;
    if (!asked) {
      broken = true;
      return onPage(texts, heads);
    }
    const answer = new Promise<CheckedTexts>((resolve, reject) => {
      asked.onmessage = ({ data }: MessageEvent<CheckedTexts>) => resolve(data);
      asked.onerror = reject;
      asked.postMessage({ texts, heads });
    });
    return answer.catch(() => {
      // Its file is gone after an update, or the browser forbids it: the page does it.
      broken = true;
      return onPage(texts, heads);
    });
  };

  return {
    check: (texts, heads) => {
      if (broken || (!worker && texts.length < worthAWorker)) return onPage(texts, heads);
      const turn = tail.then(() => inWorker(texts, heads));
      tail = turn.catch(() => undefined);
      return turn;
    },
    stop: () => {
      void tail.then(() => worker?.terminate());
    },
  };
};
