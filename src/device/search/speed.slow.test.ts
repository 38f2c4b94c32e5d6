import { expect, test } from "vitest";
import { generateDirectives } from "../../../test/support/directives";
import { plainText, type ReadingText } from "../../domain/reading-text";
import { foldVietnamese } from "../../domain/vietnamese";
import { buildSegment } from "./build-segment";

/** The quickest of several runs each, turn by turn, in milliseconds: the machine may be busy with something else. */
const quickest = (...works: readonly (() => void)[]): number[] => {
  const best = works.map(() => Number.POSITIVE_INFINITY);
  for (let run = 0; run < 12; run += 1)
    for (const [i, work] of works.entries()) {
      const start = performance.now();
      work();
      best[i] = Math.min(best[i] ?? 0, performance.now() - start);
    }
  return best;
};

/** As long as indexing takes: of two works of one length neither finds a busy machine's free moments more easily. */
const readings = 6;

test("indexing a page of papers costs no more than a few readings of them", { timeout: 60_000 }, () => {
  const papers = generateDirectives(20, 20_000, 3);
  const read = () => papers.map(({ json }) => plainText(JSON.parse(json) as ReadingText));
  const texts = read();
  const [reading = 0, indexing = 0] = quickest(
    () => {
      for (let i = 0; i < readings; i += 1) for (const text of read()) foldVietnamese(text);
    },
    () => {
      buildSegment(
        papers.map(({ number, abstract }, i) => ({ id: number, number, abstract, text: texts[i] ?? "" })),
      );
    },
  );
  // Measured: about one; the rest is room for a busy machine.
  expect(indexing).toBeLessThan(reading * 2.5);
});
