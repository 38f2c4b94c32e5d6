import type { TaskRow } from "./tasks";

type Placed = Pick<TaskRow, "mine" | "standing" | "dueOn" | "assignedAt" | "endedAt">;

/** Done, or no longer to be done. */
export const isEnded = ({ standing }: Pick<TaskRow, "standing">): boolean =>
  standing === "done-in-time" || standing === "done-late" || standing === "dropped";

/** After every day there is. */
const never = "9999-12-31";

/** One's own first, then the overdue, then by their day, then without one. Those ended stand last, the latest first. */
export const compareTasks = (a: Placed, b: Placed): number => {
  const ended = Number(isEnded(a)) - Number(isEnded(b));
  if (ended) return ended;
  if (isEnded(a)) return (b.endedAt ?? 0) - (a.endedAt ?? 0);
  return (
    Number(b.mine) - Number(a.mine) ||
    Number(b.standing === "overdue") - Number(a.standing === "overdue") ||
    (a.dueOn ?? never).localeCompare(b.dueOn ?? never) ||
    a.assignedAt - b.assignedAt
  );
};
