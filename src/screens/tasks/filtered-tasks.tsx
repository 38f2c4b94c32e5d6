import { useState } from "preact/hooks";
import { isEnded } from "../../device/tasks/task-order";
import type { TaskRow } from "../../device/tasks/tasks";
import { t } from "../../i18n/tasks";
import { Chip, Chips } from "../../ui/chips";
import { TaskRows } from "./task-rows";

const tests = {
  open: (row: TaskRow) => !isEnded(row) && row.standing !== "overdue",
  overdue: (row: TaskRow) => row.standing === "overdue",
  ended: isEnded,
} as const;
const filters = ["open", "overdue", "ended"] as const satisfies readonly (keyof typeof tests)[];

interface FilteredTasksProps {
  readonly title: string;
  readonly rows: readonly TaskRow[];
  readonly withHost?: boolean;
}

/** What others have to do, for whoever looks after it: in hand, overdue, ended. */
export const FilteredTasks = ({ title, rows, withHost = false }: FilteredTasksProps) => {
  // What is late is looked for first.
  const [filter, setFilter] = useState<keyof typeof tests>(rows.some(tests.overdue) ? "overdue" : "open");
  const shown = rows.filter(tests[filter]);
  return (
    <section>
      <h2 class="list-title">{title}</h2>
      <Chips label={t("show")}>
        {filters.map((one) => (
          <Chip key={one} on={filter === one} onPress={() => setFilter(one)}>
            {t(one, { n: rows.filter(tests[one]).length })}
          </Chip>
        ))}
      </Chips>
      {shown.length === 0 ? (
        <p class="tasks-none" role="status">
          {t("nothing")}
        </p>
      ) : (
        <TaskRows rows={shown} withHost={withHost} />
      )}
    </section>
  );
};
