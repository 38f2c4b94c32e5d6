import type { ComponentChild } from "preact";
import type { TaskRow, Tasks } from "../../device/tasks/tasks";
import type { TaskId } from "../../domain/ids";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/tasks";
import { ButtonLink } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { usePageTitle } from "../../ui/page-title";
import { SkeletonRows } from "../../ui/skeleton-rows";
import { TopBar } from "../../ui/top-bar";
import { PartMissing } from "../part-missing";
import { useServices } from "../services";
import { type PartState, usePart } from "../use-part";
import { usePartWatch } from "../use-part-watch";

/** Fetches the part of the device that knows tasks, and the list once it speaks. */
export const useTasks = (): { readonly state: PartState<Tasks>; readonly rows?: readonly TaskRow[] } => {
  const { device } = useServices();
  const state = usePart(() => device.tasks(), [device]);
  const rows = usePartWatch(state, (tasks) => tasks.list())?.value;
  return { state, ...(rows && { rows }) };
};

/** In place of a page whose chunk could not be had. */
export const TasksMissing = ({ retry }: { readonly retry: () => void }) => (
  <PartMissing title={t("unavailable")} text={t("unavailableText")} retry={retry} />
);

/** No such task, or not here yet. */
export const TaskGone = () => (
  <EmptyState title={t("goneTitle")} text={t("goneText")}>
    <ButtonLink kind="quiet" href="/viec">
      {t("goList")}
    </ButtonLink>
  </EmptyState>
);

interface TaskPageProps {
  readonly title: string;
  /** Where back leads when the app was opened right here. */
  readonly up: string;
  readonly children: ComponentChild;
}

/** The frame of every page below the list. */
export const TaskPage = ({ title, up, children }: TaskPageProps) => {
  const { back } = useServices();
  usePageTitle(title);
  return (
    <div class="task-page">
      <TopBar backLabel={core("back")} onBack={() => back(up)} title={title} />
      {children}
    </div>
  );
};

interface OneTaskProps {
  readonly id: TaskId;
  readonly children: (task: TaskRow, tasks: Tasks) => ComponentChild;
}

/** One task, and what stands there while it is not here. */
export const OneTask = ({ id, children }: OneTaskProps) => {
  const { state, rows } = useTasks();
  if (state.is === "missing") return <TasksMissing retry={state.retry} />;
  if (state.is === "loading" || !rows) return <SkeletonRows />;
  const task = rows.find((row) => row.id === id);
  return <>{task ? children(task, state.part) : <TaskGone />}</>;
};
