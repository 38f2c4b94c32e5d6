import { concat } from "../concat";
import type { Timer } from "./ports";

/** Nothing for this long, and the line is taken to be dead. */
const silenceLimit = 60_000;
const lineBreak = 10;

/** A line as its bytes, without the break: a text is hashed and stored as it came, so most are never decoded here. */
export type Line = Uint8Array<ArrayBuffer>;

/**
 * The lines of a streamed body, in bunches as they arrive; each is whole. What follows the last line break broke off
 * and is not given out. Throws where the stream breaks or falls silent.
 */
export async function* readLines(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  timer: Timer,
): AsyncGenerator<readonly Line[], void, undefined> {
  const reader = body.getReader();
  // A line can be megabytes long and come in hundreds of pieces: join them once, at its end.
  let pieces: Line[] = [];
  try {
    for (;;) {
      const next = await withSilence(reader.read(), timer);
      if (next.done) return;
      const lines: Line[] = [];
      let from = 0;
      for (;;) {
        const end = next.value.indexOf(lineBreak, from);
        if (end < 0) break;
        pieces.push(next.value.subarray(from, end));
        lines.push(join(pieces));
        pieces = [];
        from = end + 1;
      }
      if (from < next.value.length) pieces.push(next.value.subarray(from));
      if (lines.length > 0) yield lines;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

/** A line within one piece is a view of it: whoever keeps it makes a copy. */
const join = (pieces: readonly Uint8Array<ArrayBuffer>[]): Line => {
  const [only] = pieces;
  return only && pieces.length === 1 ? only : concat(pieces);
};

const decoder = new TextDecoder();
export const lineToText = (line: Uint8Array): string => decoder.decode(line);

/** Throws where it takes as long as a line may be silent: a request's own limit ends with the first byte of its answer. */
export const withSilence = <T>(promise: Promise<T>, timer: Timer): Promise<T> =>
  new Promise((resolve, reject) => {
    const cancel = timer.after(silenceLimit, () => reject(new Error("silence")));
    promise.then(resolve, reject).finally(cancel);
  });
