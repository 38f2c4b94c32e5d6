import { describe, expect, test } from "vitest";
import { createFinder } from "./find-words";

const find = async (lines: readonly string[], words: string) =>
  ((await createFinder(lines).find(words, () => false)) ?? []).map(({ block, from, to }) => [
    block,
    lines[block]?.slice(from, to),
  ]);

describe("words are found", () => {
  test.each<[string, readonly string[], string, readonly unknown[]]>([
    [
      "without diacritics",
      ["Đảng viên, đảng viên"],
      "dang vien",
      [
        [0, "Đảng viên"],
        [0, "đảng viên"],
      ],
    ],
    [
      "with them",
      ["chi uỷ và chi ủy"],
      "chi ủy",
      [
        [0, "chi uỷ"],
        [0, "chi ủy"],
      ],
    ],
    [
      "in letters that came apart",
      ["chi bộ thôn".normalize("NFD")],
      "bo thon",
      [[0, "bộ thôn".normalize("NFD")]],
    ],
    [
      "across signs without width",
      ["nghị\u200b quyết\u00ad số"],
      "nghi quyet so",
      [[0, "nghị\u200b quyết\u00ad số"]],
    ],
    ["across the line of a title", ["Chương I\nQUY ĐỊNH"], "i quy dinh", [[0, "I\nQUY ĐỊNH"]]],
    ["between marks of direction", ["\u202edảng\u202c viên"], "dang vien", [[0, "dảng\u202c viên"]]],
    [
      "in each block",
      ["một", "hai một", "ba"],
      "mot",
      [
        [0, "một"],
        [1, "một"],
      ],
    ],
    ["as they were typed", ["Bộ giống bò", "chi bộ"], "bò", [[0, "bò"]]],
    ["as they were typed so far", ["nghỉ, nghị quyết"], "nghị q", [[0, "nghị q"]]],
    [
      "with a tone still to come",
      ["lời và lợi"],
      "lơ",
      [
        [0, "lờ"],
        [0, "lợ"],
      ],
    ],
    ["otherwise spelled, where there is nothing else", ["chi bộ"], "bò", [[0, "bộ"]]],
    ["with a space too many", ["mưa lũ quét"], "lũ  quét", [[0, "lũ quét"]]],
    ["not by one letter", ["a a a"], "a", []],
    ["not where they are not", ["chi bộ"], "chi bo thon", []],
  ])("%s", async (_, lines, words, expected) => {
    expect(await find(lines, words)).toEqual(expected);
  });

  test("what nobody waits for any more is given up, and a flood is cut", async () => {
    const many = Array.from({ length: 3000 }, () => "chi bộ chi bộ chi bộ");
    expect(await createFinder(many).find("chi bo", () => false)).toHaveLength(5000);
    const huge = ["x".repeat(4_000_000), "chi bộ"];
    expect(await createFinder(huge).find("chi bo", () => true)).toBeUndefined();
  });
});
