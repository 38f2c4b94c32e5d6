import { expect, test } from "vitest";
import { cutRuns, type Span } from "./spans";

const link: Span = { kind: "link", from: 5, to: 11, href: "#dieu-5" };
const told = (runs: Parameters<typeof cutRuns>[0], from: number, spans: readonly Span[]) =>
  cutRuns(runs, from, spans).map(({ text, bold, link, mark, found, spoken }) =>
    [text, bold && "b", link && "link", mark?.id, found && "found", spoken && "spoken"].filter(Boolean),
  );

test.each<[string, Parameters<typeof cutRuns>[0], number, readonly Span[], unknown]>([
  ["nothing to cut", ["Điều 5"], 0, [], [["Điều 5"]]],
  ["in the middle", ["theo Điều 5 này"], 0, [link], [["theo "], ["Điều 5", "link"], [" này"]]],
  [
    "over two runs",
    ["theo ", { t: "Điều", b: 1 }, " 5 này"],
    0,
    [link],
    [["theo "], ["Điều", "b", "link"], [" 5", "link"], [" này"]],
  ],
  ["behind a list's own mark", ["Điều 5 này"], 5, [link], [["Điều 5", "link"], [" này"]]],
  ["before what is here", ["này"], 40, [link], [["này"]]],
  [
    "one over another",
    ["theo Điều 5 này"],
    0,
    [
      link,
      { kind: "mark", from: 0, to: 9, id: "n1", noted: false },
      { kind: "found", from: 10, to: 15, here: true },
    ],
    [
      ["theo ", "n1"],
      ["Điều", "link", "n1"],
      [" ", "link"],
      ["5", "link", "found"],
      [" này", "found"],
    ],
  ],
  ["of no length", ["Điều 5"], 0, [{ kind: "picked", from: 0, to: 0 }], [["Điều 5"]]],
])("%s", (_, runs, from, spans, expected) => {
  expect(told(runs, from, spans)).toEqual(expected);
});
