import { expect, test } from "vitest";
import { createTestVoice } from "../../device/voice/test-voice";
import type { Block } from "../../domain/reading-text";
import { type AloudState, createAloud, linesOf } from "./aloud-player";

const blocks: readonly Block[] = [
  { k: "p", a: "c", r: ["QUY ĐỊNH"] },
  { k: "h", l: 3, t: "Điều 5. Trách nhiệm" },
  { k: "p", r: ["Thực hiện Quy định số 105-QĐ/ĐU. ", { t: "Họp đều.", b: 1 }] },
  { k: "p", r: ["......"] },
  {
    k: "t",
    h: 1,
    rows: [
      ["TT", "Việc"],
      ["1", "Nạo vét mương"],
      ["2", ""],
    ],
  },
];

const setUp = () => {
  const double = createTestVoice();
  const states: AloudState[] = [];
  const player = createAloud({
    voice: double.voice,
    blocks,
    hidden: new Set([0]),
    onState: (s) => states.push(s),
  });
  const heard = () => double.said.map(({ text }) => text.trim());
  return { ...double, player, states, heard, last: () => states.at(-1) };
};

test("reads from the block that was asked for to the end: sentences, then rows with their columns", () => {
  const { player, end, heard, last } = setUp();
  player.playFrom(0);
  for (let i = 0; i < 9; i += 1) end();
  expect(heard()).toEqual([
    "Điều 5. Trách nhiệm",
    "Thực hiện Quy định số 105, Đảng ủy.",
    "Họp đều.",
    "TT: 1. Việc: Nạo vét mương",
    "TT: 2",
  ]);
  expect(last()?.is).toBe("done");
});

test("what is being said is followed: the sentence, and the word where the voice tells", () => {
  const { player, word, heard, last } = setUp();
  player.playFrom(2);
  expect(last()).toMatchObject({ is: "playing", block: 2, from: 0, to: 32 });
  word(heard()[0]?.indexOf("105") ?? 0);
  expect(last()).toMatchObject({ from: 22, to: 32 });
});

test("a pause falls silent and goes on with the same sentence", () => {
  const { player, end, heard, speaking, last } = setUp();
  player.playFrom(2);
  end();
  player.pause();
  expect([speaking(), last()?.is]).toEqual([false, "paused"]);
  player.goOn();
  expect(heard().slice(-2)).toEqual(["Họp đều.", "Họp đều."]);
});

test("paragraph by paragraph, back first to the beginning of this one", () => {
  const { player, end, heard, last } = setUp();
  player.playFrom(1);
  player.next();
  end();
  player.previous();
  player.previous();
  expect(heard().map((text) => text.slice(0, 9))).toEqual([
    "Điều 5. T",
    "Thực hiện",
    "Họp đều.",
    "Thực hiện",
    "Điều 5. T",
  ]);
  player.pause();
  player.next();
  expect(last()).toMatchObject({ is: "paused", block: 2 });
});

test("a new pace is heard at once", () => {
  const { player, said } = setUp();
  player.playFrom(1);
  player.setRate(1.5);
  expect(said.map(({ rate }) => rate)).toEqual([1, 1.5]);
});

test("a voice that fails says so and can be tried again", () => {
  const { player, fail, heard, last } = setUp();
  player.playFrom(1);
  fail();
  expect(last()?.is).toBe("failed");
  player.goOn();
  expect(heard()).toHaveLength(2);
});

test("the words of a line lie where the block has them", () => {
  const text = "Một câu dài. Hai câu.";
  const lines = linesOf({ k: "p", r: [text] });
  expect(lines.map(({ from, to }) => text.slice(from, to))).toEqual(["Một câu dài.", " Hai câu."]);
});
