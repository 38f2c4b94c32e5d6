import { expect, test } from "vitest";
import { generateDirectives } from "../../../test/support/directives";
import { plainText, type ReadingText } from "../../domain/reading-text";
import { foldVietnamese } from "../../domain/vietnamese";
import { buildSegment } from "./build-segment";

/** The quickest of several runs, in milliseconds: the machine may be busy with something else. */
const quickest = (work: () => void): number =>
  Math.min(
    ...Array.from({ length: 7 }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );

test("indexing a page of papers costs no more than a few readings of them", () => {
  const papers = generateDirectives(20, 20_000, 3);
  const read = () => papers.map(({ json }) => plainText(JSON.parse(json) as ReadingText));
  const texts = read();
  const reading = quickest(() => {
    for (const text of read()) foldVietnamese(text);
  });
  const indexing = quickest(() => {
    buildSegment(
      papers.map(({ number, abstract }, i) => ({ id: number, number, abstract, text: texts[i] ?? "" })),
    );
  });
  expect(indexing).toBeLessThan(reading * 6);
});
