import fc from "fast-check";
import { expect, test } from "vitest";
import { browserTimer } from "../browser-ports";
import { lineToText, readLines } from "./read-lines";
import { createTestTimer } from "./test-ports";

const stream = (pieces: readonly Uint8Array<ArrayBuffer>[], fails = false) => {
  const left = [...pieces];
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => {
      const next = left.shift();
      if (next) controller.enqueue(next);
      else if (fails) controller.error(new TypeError("the line broke"));
      else controller.close();
    },
  });
};
const collect = async (body: ReadableStream<Uint8Array<ArrayBuffer>>) => {
  const lines: string[] = [];
  try {
    for await (const bunch of readLines(body, browserTimer)) lines.push(...bunch.map(lineToText));
    return { lines, broke: false };
  } catch {
    return { lines, broke: true };
  }
};

test("lines come out as they went in, wherever the pieces are cut; a last one without its break does not", async () => {
  const text = fc.string({ unit: "grapheme", maxLength: 12 }).map((line) => line.replaceAll("\n", "ệ"));
  await fc.assert(
    fc.asyncProperty(
      fc.array(text),
      text,
      fc.array(fc.nat(40), { minLength: 1 }),
      fc.boolean(),
      async (lines, rest, cuts, fails) => {
        const bytes = new TextEncoder().encode(lines.map((line) => `${line}\n`).join("") + rest);
        const pieces: Uint8Array<ArrayBuffer>[] = [];
        for (let at = 0, i = 0; at < bytes.length; i += 1) {
          const length = (cuts[i % cuts.length] ?? 0) + 1;
          pieces.push(bytes.subarray(at, at + length));
          at += length;
        }
        expect(await collect(stream(pieces, fails))).toEqual({ lines, broke: fails });
      },
    ),
  );
});

test("a line that falls silent is given up", async () => {
  const timer = createTestTimer();
  const silent = new ReadableStream<Uint8Array<ArrayBuffer>>({ pull: () => new Promise(() => undefined) });
  const reading = readLines(silent, timer).next();
  await Promise.resolve();
  timer.advance(61_000);
  await expect(reading).rejects.toThrow("silence");
});
