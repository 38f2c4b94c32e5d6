import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { paragraph, wordFile } from "../../../test/support/word-file";
import { type FromWordReader, readWordBeside } from "./read-word-beside";

const question = { bytes: wordFile(paragraph("Các chi bộ trực 24 giờ.")), name: "105-QĐ-ĐU.docx" };
const words = { v: 1, blocks: [{ k: "p", r: ["Các chi bộ trực 24 giờ."] }] };

/** What a worker does once it is made, and when it is asked; the test speaks for it. */
interface Behaviour {
  readonly made?: (worker: TestWorker) => void;
  readonly asked?: (worker: TestWorker) => void;
}

class TestWorker {
  static behaviour: Behaviour = {};
  static all: TestWorker[] = [];
  onmessage: ((event: { data: FromWordReader }) => void) | undefined;
  onerror: (() => void) | undefined;
  ended = false;
  constructor() {
    TestWorker.all.push(this);
    queueMicrotask(() => TestWorker.behaviour.made?.(this));
  }
  says(data: FromWordReader) {
    this.onmessage?.({ data });
  }
  postMessage() {
    TestWorker.behaviour.asked?.(this);
  }
  terminate() {
    this.ended = true;
  }
}

const ready = (worker: TestWorker) => worker.says({ is: "ready" });
const steps: number[] = [];
const onProgress = (done: number) => void steps.push(done);

beforeEach(() => {
  TestWorker.all = [];
  TestWorker.behaviour = {};
  steps.length = 0;
  vi.stubGlobal("Worker", TestWorker);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
const ended = () => TestWorker.all.map((worker) => worker.ended);

test("a worker reads, tells how far it is, and is let go", async () => {
  TestWorker.behaviour = {
    made: ready,
    asked: (worker) => {
      worker.says({ is: "step", done: 0.5 });
      worker.says({ is: "read", read: { ok: false, error: "not-a-document" } });
    },
  };
  expect(await readWordBeside(question, { onProgress })).toEqual({ ok: false, error: "not-a-document" });
  expect([steps, ended()]).toEqual([[0.5], [true]]);
});

test.each<[string, () => void]>([
  ["there are none", () => vi.stubGlobal("Worker", undefined)],
  [
    "they are forbidden",
    () =>
      vi.stubGlobal(
        "Worker",
        class {
          constructor() {
            throw new Error("forbidden");
          }
        },
      ),
  ],
  [
    "its file is gone",
    () => {
      TestWorker.behaviour = { made: (worker) => worker.onerror?.() };
    },
  ],
])("without a worker, since %s, the page reads", async (_, arrange) => {
  arrange();
  const read = await readWordBeside(question, { onProgress });
  expect(read).toMatchObject({ ok: true, value: { text: words, suggestions: { number: "105-QĐ/ĐU" } } });
  expect(steps.length).toBeGreaterThan(3);
  expect(steps).toEqual(steps.toSorted((a, b) => a - b));
  expect(ended()).not.toContain(false);
});

test("a worker that never says it is there is given up, and the page reads", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const reading = readWordBeside(question, {});
  await vi.advanceTimersByTimeAsync(15_000);
  expect(await reading).toMatchObject({ ok: true, value: { text: words } });
  expect(ended()).toEqual([true]);
});

test.each<[string, (worker: TestWorker) => void]>([
  ["dies", (worker) => worker.onerror?.()],
  ["breaks off", (worker) => worker.says({ is: "failed" })],
])("of a file over which the worker %s no more is asked", async (_, asked) => {
  TestWorker.behaviour = { made: ready, asked };
  expect(await readWordBeside(question, { onProgress })).toEqual({ ok: false, error: "damaged-file" });
  expect([steps, ended()]).toEqual([[], [true]]);
});

test("a broken file is damaged, on the page too", async () => {
  vi.stubGlobal("Worker", undefined);
  const broken = wordFile("<w:p><w:r>");
  expect(await readWordBeside({ bytes: broken, name: "a.docx" }, {})).toEqual({
    ok: false,
    error: "damaged-file",
  });
});

test.each(["before", "while the worker starts", "while it reads"] as const)(
  "stopped %s, it ends at once",
  async (when) => {
    const stop = new AbortController();
    if (when === "before") stop.abort();
    TestWorker.behaviour =
      when === "while it reads" ? { made: ready, asked: () => stop.abort() } : { made: () => stop.abort() };
    await expect(readWordBeside(question, { signal: stop.signal, onProgress })).rejects.toThrow(/abort/i);
    expect(steps).toEqual([]);
    expect(ended()).toEqual(when === "before" ? [] : [true]);
  },
);

test("stopped on the page, it ends with the step at hand", async () => {
  vi.stubGlobal("Worker", undefined);
  const stop = new AbortController();
  const reading = readWordBeside(question, {
    signal: stop.signal,
    onProgress: (done) => {
      onProgress(done);
      stop.abort();
    },
  });
  await expect(reading).rejects.toThrow(/abort/i);
  expect(steps).toHaveLength(1);
});
