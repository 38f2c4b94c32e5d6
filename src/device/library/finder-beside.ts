import { createFinder } from "../search/create-finder";
import { askedTables, type Finder } from "../search/question";
import type { Store } from "../store/open-store";
import { createPlainReader } from "../store/plain-reader";
import { onChange } from "../store/watch";
import type { FromFinder, ToFinder } from "./search-worker";

/** A worker that does not answer by then never will: its file is gone after an update, or workers are forbidden. */
const patience = 5_000;

const startWorker = (): Promise<Worker | undefined> =>
  new Promise((resolve) => {
    if (typeof Worker === "undefined") return resolve(undefined);
    try {
      const worker = new Worker(new URL("./search-worker.ts", import.meta.url), { type: "module" });
      worker.onmessage = () => resolve(worker);
      worker.onerror = () => resolve(undefined);
      setTimeout(() => resolve(undefined), patience);
    } catch {
      resolve(undefined);
    }
  });

/** The worker as a finder. */
const inWorker = (worker: Worker, database: string): Finder => {
  const waiting = new Map<number, (answer: FromFinder) => void>();
  let asked = 0;
  const tell = (message: ToFinder) => worker.postMessage(message);
  worker.onmessage = ({ data }: MessageEvent<FromFinder>) => {
    waiting.get(data.n)?.(data);
    waiting.delete(data.n);
  };
  const ask = <T>(
    what: "prepare" | "find" | "facets" | "passages",
    ...parts: readonly unknown[]
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      asked += 1;
      waiting.set(asked, ({ value, failed }) =>
        failed ? reject(new Error("not found out")) : resolve(value as T),
      );
      tell({ n: asked, ask: what, with: parts });
    });
  tell({ open: database });
  return {
    prepare: () => ask("prepare"),
    find: (...parts) => ask("find", ...parts),
    facets: (...parts) => ask("facets", ...parts),
    passages: (...parts) => ask("passages", ...parts),
    changed: (table) => tell({ changed: table }),
  };
};

/**
 * Searching is done beside the page: ten thousand papers are gone through for each letter typed, and the list must scroll
 * meanwhile. Where no worker is to be had, the same is done on the page.
 */
export const openFinder = async (
  store: Store,
): Promise<{ readonly finder: Finder; readonly close: () => void }> => {
  const worker = await startWorker();
  const finder = worker ? inWorker(worker, store.name) : createFinder(createPlainReader(store.name));
  const stops = askedTables.map((table) => onChange(store, [table], () => finder.changed(table)));
  return {
    finder,
    close: () => {
      for (const stop of stops) stop();
      worker?.terminate();
    },
  };
};
