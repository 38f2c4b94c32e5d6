import { expect, test } from "vitest";
import { measure, pointsFor, type ScoreItem, sumOf } from "./meeting-score";

const hour = 60 * 60_000;
const startsAt = 100 * hour;
const facts = {
  startedAt: startsAt,
  endedAt: startsAt + 1.5 * hour,
  startsAt,
  expected: 20,
  present: 18,
  spoke: 9,
  tasks: 4,
  tasksDone: 3,
};
const attendance: ScoreItem = {
  id: "attendance",
  title: "Dự họp",
  most: 4,
  by: {
    measure: "attendance",
    bands: [
      { from: 90, points: 4 },
      { from: 75, points: 3 },
    ],
  },
};

test("a meeting is measured by what was recorded of it", () => {
  expect(measure(facts)).toEqual({
    duration: 90,
    attendance: 90,
    speakers: 50,
    tasks: 75,
    posted: 0,
    told: 0,
  });
  expect(measure({ ...facts, expected: 0, present: 0, tasks: 0 })).toEqual({
    duration: 90,
    posted: 0,
    told: 0,
  });
});

test.each([
  ["a day before", startsAt - 24 * hour, 100],
  ["too late", startsAt - 23 * hour, 0],
  ["never", undefined, 0],
])("papers posted %s", (_, posted, expected) => {
  expect(measure({ ...facts, posted }).posted).toBe(expected);
});

test.each([
  [20, 4],
  [18, 4],
  [17, 3],
  [15, 3],
  [14, 0],
])("%i of 20 who came are %i points", (present, points) => {
  expect(pointsFor(attendance, measure({ ...facts, present }))).toBe(points);
});

test("what cannot be measured is left to the meeting", () => {
  expect(pointsFor(attendance, {})).toBeUndefined();
  expect(pointsFor({ id: "a", title: "Điều hành", most: 10 }, measure(facts))).toBeUndefined();
});

test.each([
  [90, 100, "good"],
  [89.5, 100, "fair"],
  [70, 100, "fair"],
  [50, 100, "average"],
  [49, 100, "poor"],
  [18, 20, "good"],
  [0, 0, "poor"],
] as const)("%d of %d points is %s", (given, most, rating) => {
  expect(sumOf([{ given, most }, { most: 0 }])).toEqual({ given, most, rating });
});
