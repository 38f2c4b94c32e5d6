import { useState } from "preact/hooks";
import { isEnded } from "../../device/tasks/task-order";
import type { TaskRow, Tasks } from "../../device/tasks/tasks";
import type { TaskId } from "../../domain/ids";
import { longDay } from "../../i18n/date";
import { t } from "../../i18n/tasks";
import { Button, ButtonLink } from "../../ui/button";
import { Tag } from "../../ui/tag";
import { useServices } from "../services";
import { DropDialog } from "./drop-dialog";
import { ReportDialog } from "./report-dialog";
import { TaskHistory } from "./task-history";
import { dueTone, dueWords, nameOf } from "./task-words";
import { OneTask, TaskPage } from "./use-tasks";

/** One task: what, who, by when; what was said of it; and what this phone's member may say. */
export const TaskScreen = ({ id }: { readonly id: TaskId }) => (
  <TaskPage title={t("one")} up="/viec">
    <OneTask id={id}>{(task, tasks) => <Detail task={task} tasks={tasks} />}</OneTask>
  </TaskPage>
);

interface DetailProps {
  readonly task: TaskRow;
  readonly tasks: Tasks;
}

const Detail = ({ task, tasks }: DetailProps) => (
  <>
    <div class="task-body">
      <h2>{task.text}</h2>
      <Facts task={task} />
      {task.reports && <Reports task={task} tasks={tasks} />}
    </div>
    <TaskHistory task={task} />
    {task.changes && <Officer task={task} tasks={tasks} />}
  </>
);

const Facts = ({ task }: { readonly task: TaskRow }) => {
  const now = useServices().device.now();
  const { dueOn, lead, support, meeting, hostName } = task;
  return (
    <dl class="task-facts">
      <div>
        <dt>{t("due")}</dt>
        <dd class="task-day">
          {dueOn && <span>{longDay(dueOn)}</span>}
          <Tag tone={dueTone(task, now)}>{dueWords(task, now)}</Tag>
        </dd>
      </div>
      <div>
        <dt>{t("lead")}</dt>
        <dd>{nameOf(lead)}</dd>
      </div>
      {support.length > 0 && (
        <div>
          <dt>{t("support")}</dt>
          <dd>{support.map(nameOf).join(", ")}</dd>
        </div>
      )}
      <div>
        <dt>{t(meeting ? "from" : "by")}</dt>
        <dd>{meeting ? <a href={`/hop/${meeting.id}`}>{meeting.title}</a> : hostName}</dd>
      </div>
    </dl>
  );
};

/** What was dropped only its officers take up again. */
const Reports = ({ task, tasks }: DetailProps) => {
  const [reporting, setReporting] = useState<"doing" | "done">();
  const ended = isEnded(task);
  if (task.state === "dropped" && !task.changes) return null;
  return (
    <>
      {ended ? (
        <Button kind="quiet" wide onPress={() => setReporting("doing")}>
          {t("resume")}
        </Button>
      ) : (
        <div class="task-actions">
          <Button onPress={() => setReporting("done")}>{t("reportDone")}</Button>
          <Button kind="quiet" onPress={() => setReporting("doing")}>
            {t("report")}
          </Button>
        </div>
      )}
      {reporting && (
        <ReportDialog task={task} tasks={tasks} start={reporting} onClose={() => setReporting(undefined)} />
      )}
    </>
  );
};

const Officer = ({ task, tasks }: DetailProps) => {
  const [dropping, setDropping] = useState(false);
  return (
    <div class="task-officer task-actions">
      <ButtonLink kind="quiet" href={`/viec/${task.id}/sua`}>
        {t("change")}
      </ButtonLink>
      {!isEnded(task) && (
        <Button kind="grave" onPress={() => setDropping(true)}>
          {t("drop")}
        </Button>
      )}
      {dropping && <DropDialog task={task} tasks={tasks} onClose={() => setDropping(false)} />}
    </div>
  );
};
