import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commentSegment, exifSegment, makeJpeg, randomBytes, smallPage } from "../../test/support/jpeg";
import { readJpeg } from "./jpeg";

const join = (...pieces: readonly Uint8Array[]) => new Uint8Array(pieces.flatMap((piece) => [...piece]));
const alone = (bytes: Uint8Array) => {
  const jpeg = readJpeg(bytes);
  if (!jpeg || jpeg === "damaged") throw new Error("no picture");
  return join(...jpeg.parts.map(([start, end]) => bytes.subarray(start, end)));
};
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");

describe("a picture", () => {
  test("tells its size, and that there is nothing beside it", () => {
    expect(readJpeg(makeJpeg({ width: 300, height: 200 }))).toMatchObject({
      width: 300,
      height: 200,
      orientation: 1,
      bare: true,
    });
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])("tells how the camera was held: %i", (orientation) => {
    const bytes = makeJpeg({ width: 30, height: 20, segments: [exifSegment(orientation)] });
    expect(readJpeg(bytes)).toMatchObject({ orientation, bare: false });
  });

  test("is cut out of what cameras write around it: place, comment, a film after the end", () => {
    const plain = makeJpeg({ width: 64, height: 96, noise: 7 });
    const taken = makeJpeg({
      width: 64,
      height: 96,
      noise: 7,
      segments: [exifSegment(6), commentSegment("GPS 21.03")],
    });
    expect(text(taken)).toContain("105 51 15 E");
    const whole = join(taken, randomBytes(5000, 3));
    expect(readJpeg(whole)).toMatchObject({ bare: false, width: 64 });
    expect(alone(whole)).toEqual(plain);
    expect(readJpeg(alone(whole))).toMatchObject({ bare: true });
  });
});

test("one that breaks off anywhere is damaged, and never taken for whole", () => {
  const bytes = makeJpeg({ width: 64, height: 96, noise: 9, segments: [exifSegment(6)] });
  for (let length = 4; length < bytes.length; length += 7)
    expect([length, readJpeg(bytes.subarray(0, length))]).toEqual([length, "damaged"]);
});

test.each<[string, Uint8Array]>([
  ["nothing", new Uint8Array(0)],
  ["text", new TextEncoder().encode("Danh sách hộ nghèo")],
  ["a PDF", new TextEncoder().encode("%PDF-1.7")],
  ["a PNG", new Uint8Array([0x89, 0x50, 0x4e, 0x47])],
])("%s is none", (_, bytes) => {
  expect(readJpeg(bytes)).toBeUndefined();
});

test("no bytes make it throw or read for ever", () => {
  const page = smallPage(1);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(page.length - 1), fc.nat(255)), { maxLength: 20 }),
      fc.uint8Array({ maxLength: 400 }),
      (changes, tail) => {
        const bytes = join(page, tail);
        for (const [at, value] of changes) bytes[at] = value;
        const jpeg = readJpeg(bytes);
        if (jpeg && jpeg !== "damaged") expect(jpeg.parts.at(-1)?.[1]).toBeLessThanOrEqual(bytes.length);
        readJpeg(join(new Uint8Array([0xff, 0xd8, 0xff]), tail));
      },
    ),
    { numRuns: 500 },
  );
});
