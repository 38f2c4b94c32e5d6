import fc from "fast-check";
import { expect, test } from "vitest";
import { compareTasks } from "./task-order";

type Placed = Parameters<typeof compareTasks>[0] & { readonly name: string };
const task = (name: string, change: Partial<Placed>): Placed => ({
  name,
  mine: false,
  standing: "waiting",
  assignedAt: 1,
  ...change,
});

/** In the order in which they must stand. */
const tasks: readonly Placed[] = [
  task("mine, overdue", { mine: true, standing: "overdue", dueOn: "2026-12-01" }),
  task("mine, due", { mine: true, dueOn: "2026-12-20" }),
  task("mine, without a day", { mine: true, standing: "doing" }),
  task("overdue the longest", { standing: "overdue", dueOn: "2026-10-01" }),
  task("overdue", { standing: "overdue", dueOn: "2026-11-01" }),
  task("due soon", { standing: "doing", dueOn: "2026-12-05" }),
  task("due later", { dueOn: "2026-12-31" }),
  task("without a day, older", { assignedAt: 1 }),
  task("without a day", { assignedAt: 2 }),
  task("dropped lately", { standing: "dropped", endedAt: 9 }),
  task("mine, done", { mine: true, standing: "done-late", endedAt: 8, dueOn: "2026-01-01" }),
  task("done long ago", { standing: "done-in-time", endedAt: 2 }),
];

test("one's own first, then the overdue, by their day, without one; ended last", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...tasks], { minLength: tasks.length }), (shuffled) => {
      expect(shuffled.toSorted(compareTasks).map(({ name }) => name)).toEqual(tasks.map(({ name }) => name));
    }),
  );
});
