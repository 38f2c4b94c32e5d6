import type { IndexedPaper } from "../../../src/device/search/build-segment";
import { type EngineName, engines, type Kept } from "../../support/search-engines";

/** Each engine's index lies in a database of its own, a piece a row, as blobs: one value of a row may not be so large. */
const openStore = (name: EngineName) =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore("kept");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const readPapers = async (path: string): Promise<readonly IndexedPaper[]> => {
  const lines = (await (await fetch(path)).text()).trimEnd().split("\n");
  return lines.map((line) => JSON.parse(line) as IndexedPaper);
};

/** Indexes the papers behind an address, in milliseconds, and keeps what comes of it, in bytes. */
const buildEngine = async (name: EngineName, path: string) => {
  const papers = await readPapers(path);
  const from = performance.now();
  const kept = engines[name].build(papers);
  const took = performance.now() - from;
  const store = await openStore(name);
  const writing = store.transaction("kept", "readwrite");
  let bytes = 0;
  for (const [key, data] of kept) {
    const blob = new Blob([data]);
    bytes += blob.size;
    writing.objectStore("kept").put({ blob, text: typeof data === "string" }, key);
  }
  await new Promise((resolve, reject) => {
    writing.oncomplete = resolve;
    writing.onerror = () => reject(writing.error);
    writing.onabort = () => reject(writing.error);
  });
  store.close();
  return { took, bytes };
};

interface Row {
  readonly blob: Blob;
  readonly text: boolean;
}

const readKept = async (name: EngineName): Promise<readonly Kept[]> => {
  const store = (await openStore(name)).transaction("kept").objectStore("kept");
  const all = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const [keys, rows] = await Promise.all([all(store.getAllKeys()), all(store.getAll() as IDBRequest<Row[]>)]);
  return Promise.all(
    rows.map(
      async ({ blob, text }, i): Promise<Kept> => [
        String(keys[i]),
        text ? await blob.text() : new Uint8Array(await blob.arrayBuffer()),
      ],
    ),
  );
};

/** Reads the index that was kept and asks; milliseconds to the first answer, and of each question after it. */
const askEngine = async (name: EngineName, [first = "", ...questions]: readonly string[]) => {
  const from = performance.now();
  const { find, rehearse } = engines[name].open(await readKept(name));
  const opened = performance.now() - from;
  find(first);
  const answered = performance.now() - from;
  rehearse?.();
  const took: number[] = [];
  for (const question of questions) {
    // A person types between two.
    await new Promise((resolve) => setTimeout(resolve));
    const start = performance.now();
    find(question);
    took.push(performance.now() - start);
  }
  return { opened, answered, took };
};

/** The ids found for each question over the papers behind an address. */
const findAll = async (name: EngineName, path: string, questions: readonly string[], few: number) => {
  const { find } = engines[name].open(engines[name].build(await readPapers(path)));
  return questions.map((question) => find(question).slice(0, few));
};

export interface EnginesPage {
  readonly buildEngine: typeof buildEngine;
  readonly askEngine: typeof askEngine;
  readonly findAll: typeof findAll;
}

Object.assign(window, { buildEngine, askEngine, findAll } satisfies EnginesPage);
