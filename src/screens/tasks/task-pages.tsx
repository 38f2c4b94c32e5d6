import type { TaskId } from "../../domain/ids";
import { t } from "../../i18n/tasks";
import { AssignTaskScreen, ChangeTaskScreen } from "./assign-screen";
import { TaskScreen } from "./task-screen";
import "./tasks.css";
import { TasksScreen } from "./tasks-screen";
import { TaskGone, TaskPage } from "./use-tasks";

/** The list and the pages below it, by their paths: `/viec`, `/viec/moi`, `/viec/‹task›`, `/viec/‹task›/sua`. */
export const TaskPages = ({ path }: { readonly path: string }) => {
  if (path === "/viec") return <TasksScreen />;
  if (path === "/viec/moi") return <AssignTaskScreen />;
  const [, id, changes] = /^\/viec\/([0-9a-hjkmnp-tv-z]{12})(\/sua)?$/.exec(path) ?? [];
  if (!id)
    return (
      <TaskPage title={t("one")} up="/viec">
        <TaskGone />
      </TaskPage>
    );
  return changes ? <ChangeTaskScreen id={id as TaskId} /> : <TaskScreen id={id as TaskId} />;
};
