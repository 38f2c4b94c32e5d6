import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "../../../../test/support/any-text";
import { type Block, plainText, type ReadingText, type Run } from "../../../domain/reading-text";
import { buildSegment, createSegmentBuilder } from "../build-segment";

const utf8 = (text: string) => new TextEncoder().encode(text);
const asPlain = (text: ReadingText) => buildSegment([{ id: "a", text: plainText(text) }]);
const asJson = (json: string) => buildSegment([{ id: "a", text: utf8(json) }]);

const word = fc.oneof(
  fc.constantFrom(
    "Nghị",
    "quyết",
    "số",
    "đường",
    "ỦY",
    "hoà",
    "1.",
    "a)",
    "-",
    " ",
    "\n",
    '"',
    "\\",
    "…",
    "\u200b",
  ),
  anyText(8),
);
const text = fc.array(word, { maxLength: 8 }).map((all) => all.join(""));
const run: fc.Arbitrary<Run> = fc.oneof(
  text,
  fc.record({ t: text, b: fc.constant(1 as const) }),
  fc.record({ t: text }),
);
const runs = fc.array(run, { maxLength: 4 });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ k: fc.constant("h" as const), l: fc.constantFrom(1, 2, 3), t: text }),
  fc.record({ k: fc.constant("p" as const), r: runs }),
  fc.record({ k: fc.constant("p" as const), r: runs, a: fc.constantFrom("c", "r") }),
  fc.record({ k: fc.constant("l" as const), m: text, r: runs }),
  fc.record({
    k: fc.constant("t" as const),
    rows: fc.array(fc.array(text, { maxLength: 3 }), { maxLength: 3 }),
    h: fc.constant(1),
  }),
);
const paper: fc.Arbitrary<ReadingText> = fc
  .array(block, { maxLength: 6 })
  .map((blocks) => ({ v: 1 as const, blocks }));

describe("a reading text is read as it travels", () => {
  test("and holds what its plain text holds", () => {
    fc.assert(
      fc.property(paper, (one) => {
        expect(asJson(JSON.stringify(one))).toEqual(asPlain(one));
      }),
      { numRuns: 300 },
    );
  });

  test("a syllable that begins in bold is one syllable, however often it is cut", () => {
    const one: ReadingText = {
      v: 1,
      blocks: [{ k: "p", r: ["số 5 Ng", { t: "h", b: 1 }, { t: "", i: 1 }, "ị", " quy", { t: "ết" }] }],
    };
    expect(asJson(JSON.stringify(one))).toEqual(buildSegment([{ id: "a", text: "số 5 Nghị quyết" }]));
  });

  test.each([
    ["with room between", (one: ReadingText) => JSON.stringify(one, null, 2)],
    ["with a key that nobody knows", (one: ReadingText) => JSON.stringify({ ...one, note: "x y" })],
    [
      "with letters by their numbers",
      (one: ReadingText) =>
        JSON.stringify(one).replace(
          /[^ -~]/g,
          (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
        ),
    ],
  ])("written otherwise than we write it, %s", (_, write) => {
    const one: ReadingText = { v: 1, blocks: [{ k: "l", m: "a)", r: ["Chi bộ họp", { t: " tối nay" }] }] };
    expect(asJson(write(one))).toEqual(asPlain(one));
  });

  test("what is no reading text holds nothing, or what can be read of it, and hurts nobody", () => {
    const build = createSegmentBuilder();
    const sound = asPlain({ v: 1, blocks: [{ k: "p", r: ["Chi bộ"] }] });
    fc.assert(
      fc.property(
        fc.oneof(
          anyText(60).map(utf8),
          fc.uint8Array({ maxLength: 60 }),
          fc.tuple(paper, fc.nat()).map(([one, at]) => {
            const bytes = utf8(JSON.stringify(one));
            return bytes.subarray(0, at % (bytes.length + 1));
          }),
        ),
        (bytes) => {
          build([{ id: "a", text: bytes }]);
        },
      ),
      { numRuns: 1000 },
    );
    expect(asJson('{"v":1,"blocks":[{"k":"p","r":["Chi bộ"]}]}')).toEqual(sound);
  });
});

test("a sign that folds to several letters has no marks of the word before it", () => {
  const alone = createSegmentBuilder()([{ id: "a", text: "각" }]);
  const build = createSegmentBuilder();
  build([{ id: "b", text: "Nghị" }]);
  expect(build([{ id: "a", text: "각" }])).toEqual(alone);
});

test("signs that stand for several words each do not run over what is reserved", () => {
  // U+FDFA folds to four words.
  const text = (sign: string) => `${sign.repeat(3000)} cuối`;
  const whole = buildSegment([{ id: "a", text: text("صلى الله عليه وسلم") }]);
  expect(buildSegment([{ id: "a", text: text("\ufdfa") }])).toEqual(whole);
});

test("a builder that has met more runs of letters than it remembers still knows them all", () => {
  const build = createSegmentBuilder();
  build([{ id: "a", text: "một hai" }]);
  const many = Array.from({ length: 3_000 }, (_, i) => `từ${i}`).join(" ");
  expect(build([{ id: "b", text: `${many} hai` }])).toEqual(buildSegment([{ id: "b", text: `${many} hai` }]));
  expect(build([{ id: "c", text: "hai một" }])).toEqual(buildSegment([{ id: "c", text: "hai một" }]));
});
