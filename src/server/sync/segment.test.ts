import { expect, test } from "vitest";
import { deflateSegment, lineSegment, storedSegment } from "./segment";

test("a segment holds its own bytes and no more: caches count by them", async () => {
  const words = new TextEncoder().encode("một dòng ngắn ".repeat(40));
  for (const segment of [
    await deflateSegment(words),
    await deflateSegment(words, 9, words),
    await lineSegment(["một dòng dài hơn nhiều ".repeat(40)]),
    storedSegment(words),
  ])
    expect(segment.deflated.buffer.byteLength).toBe(segment.deflated.length);
});
