import type { Timer } from "./ports";

/** Nothing for this long, and the line is taken to be dead. */
const silenceLimit = 60_000;

/**
 * The lines of a streamed body, in bunches as they arrive; each is whole. What follows the last line break broke off
 * and is not given out. Throws where the stream breaks or falls silent.
 */
export async function* readLines(
  body: ReadableStream<Uint8Array>,
  timer: Timer,
): AsyncGenerator<readonly string[], void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  // A line can be megabytes long and come in hundreds of pieces: join them once, at its end.
  let pieces: string[] = [];
  try {
    for (;;) {
      const next = await withSilence(reader.read(), timer);
      if (next.done) return;
      const lines = decoder.decode(next.value, { stream: true }).split("\n");
      const last = lines.pop() ?? "";
      const first = lines[0];
      if (first === undefined) {
        pieces.push(last);
        continue;
      }
      lines[0] = pieces.join("") + first;
      pieces = [last];
      yield lines;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

const withSilence = <T>(promise: Promise<T>, timer: Timer): Promise<T> =>
  new Promise((resolve, reject) => {
    const cancel = timer.after(silenceLimit, () => reject(new Error("silence")));
    promise.then(resolve, reject).finally(cancel);
  });
