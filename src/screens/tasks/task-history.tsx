import type { TaskRow } from "../../device/tasks/tasks";
import { moment } from "../../i18n/date";
import { t } from "../../i18n/tasks";
import { useServices } from "../services";
import { nameOf } from "./task-words";

/** What was said of a task, the latest on top; at the foot when it was assigned. */
export const TaskHistory = ({ task }: { readonly task: TaskRow }) => {
  const now = useServices().device.now();
  return (
    <section class="task-history">
      <h2 class="list-title">{t("history")}</h2>
      <ol>
        {[...task.progress].reverse().map((one) => (
          <li key={`${one.at} ${one.name} ${one.state}`}>
            <b>{t(one.state)}</b>
            {one.note && <p>{one.note}</p>}
            <small>
              {nameOf(one)} · {moment(one.at, now)}
            </small>
          </li>
        ))}
        <li>
          <b>{t("assigned")}</b>
          <small>
            {task.hostName} · {moment(task.assignedAt, now)}
          </small>
        </li>
      </ol>
    </section>
  );
};
