import type { TaskRow } from "../../device/tasks/tasks";
import { t } from "../../i18n/tasks";
import { Icon } from "../../ui/icon";
import { Tag } from "../../ui/tag";
import "../../ui/list.css";
import { useServices } from "../services";
import { dueTone, dueWords, peopleWords } from "./task-words";

interface TaskRowsProps {
  readonly rows: readonly TaskRow[];
  /** Whose task it is stands there too: rows of several cells. */
  readonly withHost?: boolean;
}

/** Rows of tasks, each leading to its page. */
export const TaskRows = ({ rows, withHost }: TaskRowsProps) => {
  const now = useServices().device.now();
  return (
    <div class="list">
      {rows.map((row) => (
        <a key={row.id} class="row task-row" href={`/viec/${row.id}`}>
          <span class="row-text">
            <span class="task-text">{row.text}</span>
            <small>{peopleWords(row)}</small>
            {withHost && <small>{row.hostName}</small>}
            <span class="task-due">
              <Tag tone={dueTone(row, now)}>{dueWords(row, now)}</Tag>
              {(row.state === "waiting" || row.state === "doing") && <small>{t(row.state)}</small>}
            </span>
          </span>
          <Icon name="next" size={20} />
        </a>
      ))}
    </div>
  );
};
