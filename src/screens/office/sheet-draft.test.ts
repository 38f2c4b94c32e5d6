import { expect, test } from "vitest";
import { sheetSet } from "../../domain/score-sheet";
import { scoreSheet } from "../score-sheet";
import { draftOfSheet, freshId, readSheetDraft } from "./sheet-draft";

test("the built-in sheet goes through the form unchanged, and may be set", () => {
  const items = readSheetDraft(draftOfSheet(scoreSheet));
  expect(items).toEqual(scoreSheet);
  expect(sheetSet.body["~standard"].validate({ items })).not.toHaveProperty("issues");
  expect(scoreSheet.reduce((sum, { most }) => sum + most, 0)).toBe(100);
});

test("steps are put in the order in which they are looked at; commas are read", () => {
  const [item] = draftOfSheet(scoreSheet);
  if (!item) throw new Error("empty");
  const bands = [
    { from: "60", points: "2,5" },
    { from: "120", points: "5" },
  ];
  expect(readSheetDraft([{ ...item, bands }])?.[0]?.by?.bands).toEqual([
    { from: 120, points: 5 },
    { from: 60, points: 2.5 },
  ]);
});

test.each([
  ["no name", { title: " " }],
  ["no points", { most: "" }],
  ["points that are no number", { most: "nhiều" }],
  ["a step that gives more than there is", { bands: [{ from: "1", points: "6" }] }],
  ["a step half filled in", { bands: [{ from: "", points: "1" }] }],
  ["nothing to reckon by", { bands: [] }],
])("a line with %s is not set", (_, change) => {
  const [item] = draftOfSheet(scoreSheet);
  if (!item) throw new Error("empty");
  expect(readSheetDraft([{ ...item, ...change }])).toBeUndefined();
});

test("a new line takes no name that was given", () => {
  const draft = draftOfSheet([{ id: "own2", title: "Một", most: 1 }]);
  expect(freshId(draft)).toBe("own3");
  expect(readSheetDraft([])).toBeUndefined();
});
