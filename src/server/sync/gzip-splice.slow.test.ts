import { crc32, gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { crc32Combine } from "./crc32-combine";
import { createGzipSplice } from "./gzip-splice";
import { deflateSegment, lineSegment, type Segment, storedSegment } from "./segment";

const join = (parts: readonly Uint8Array[]) => Buffer.concat(parts);

const splice = (segments: readonly Segment[]): Buffer => {
  const gzip = createGzipSplice();
  return join([gzip.header, ...segments.map(gzip.add), gzip.trailer()]);
};

test("the checksum of two strings follows from the checksums of each", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), fc.uint8Array({ maxLength: 70_000 }), (a, b) => {
      expect(crc32Combine(crc32(a), crc32(b), b.length)).toBe(crc32(join([a, b])));
    }),
  );
});

test("the checksum is right for lengths beyond 32 bits of shift", () => {
  const part = new Uint8Array(1 << 22).fill(7);
  let combined = 0;
  let whole = 0;
  for (let i = 0; i < 130; i += 1) {
    combined = crc32Combine(combined, crc32(part), part.length);
    whole = crc32(part, whole);
  }
  expect(combined).toBe(whole);
});

test("however bytes are cut into segments, the stream unpacks to the same bytes", async () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.string({ maxLength: 2000 }).map((text) => new TextEncoder().encode(text)),
    fc.integer({ min: 1, max: 60_000 }).map((length) => new Uint8Array(length).fill(65)),
  );
  const kind = fc.constantFrom("stored", "fast", "best", "linked");
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(piece, kind), { maxLength: 12 }), async (pieces) => {
      const segments: Segment[] = [];
      let before = new Uint8Array(0);
      for (const [bytes, how] of pieces) {
        if (how === "stored") segments.push(storedSegment(bytes));
        else if (how === "linked") segments.push(await deflateSegment(bytes, 9, before));
        else segments.push(await deflateSegment(bytes, how === "fast" ? 1 : 9));
        before = new Uint8Array(join([before, bytes]).subarray(-32_768));
      }
      expect(gunzipSync(splice(segments)).equals(join(pieces.map(([bytes]) => bytes)))).toBe(true);
    }),
  );
});

test("lines short and long come out as lines", async () => {
  const lines = ["h {}", "một dòng dài hơn nhiều ".repeat(40), "."];
  const segments = await Promise.all(lines.map((line) => lineSegment([line])));
  expect(gunzipSync(splice(segments)).toString()).toBe(`${lines.join("\n")}\n`);
});

test("a stream of nothing is a valid gzip file", () => {
  expect(gunzipSync(splice([])).length).toBe(0);
});
