import { useEffect, useMemo, useState } from "preact/hooks";
import type { DocumentRow } from "../../device/device";
import type { TaskPerson, TaskRow, Tasks } from "../../device/tasks/tasks";
import { membersOf } from "../../domain/directory";
import type { DocumentId, TaskId } from "../../domain/ids";
import { compareNames } from "../../domain/member-name";
import { t as papersText } from "../../i18n/papers";
import { t } from "../../i18n/tasks";
import { ButtonLink } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { SkeletonRows } from "../../ui/skeleton-rows";
import { useDeviceState, useServices } from "../services";
import { useDirectory } from "../use-directory";
import { draftOf, emptyDraft } from "./task-draft";
import { TaskForm } from "./task-form";
import { OneTask, TaskPage, TasksMissing, useTasks } from "./use-tasks";

/** Assigns a task of the cell, outside a meeting. */
export const AssignTaskScreen = () => {
  const role = useDeviceState(({ identity }) => identity?.role);
  return (
    <TaskPage title={t("assign")} up="/viec">
      {role === "secretary" || role === "deputy" ? <NewTask /> : <OnlySecretary />}
    </TaskPage>
  );
};

const NewTask = () => {
  const { navigate, toast } = useServices();
  const { state } = useTasks();
  const people = useRoster();
  const paper = usePaper();
  // What a sync changes of the paper meanwhile does not pull the form away.
  const start = useMemo(
    () => (paper ? { ...emptyDraft, text: t("carryOut", { name: nameOfPaper(paper) }) } : emptyDraft),
    [paper?.id],
  );
  if (state.is === "missing") return <TasksMissing retry={state.retry} />;
  if (state.is === "loading" || !people || paper === undefined) return <SkeletonRows />;
  return (
    <>
      {paper && <p class="task-from">{t("fromPaper", { name: nameOfPaper(paper) })}</p>}
      <TaskForm
        start={start}
        people={people}
        sendLabel={t("assign")}
        onSend={async (draft) => {
          await state.part.assign({ ...draft, ...(paper && { paper: paper.id }) });
          toast(t("assignedNow"));
          navigate("/viec", { replace: true });
        }}
      />
    </>
  );
};

/** "Kế hoạch 118-KH/ĐU", in the words of the row that it was chosen from. */
const nameOfPaper = ({ kind, number, abstract }: DocumentRow): string =>
  number ? `${papersText(kind)} ${number}` : abstract;

/** The paper that the task comes from: `#tu-‹paper›`, as the reader leads here. Null where there is none, undefined while it is read. */
const usePaper = (): DocumentRow | null | undefined => {
  const { device } = useServices();
  const [, id] = useMemo(() => /^#tu-([0-9a-hjkmnp-tv-z]{12})$/.exec(location.hash), []) ?? [];
  const [paper, setPaper] = useState<DocumentRow | null | undefined>(id ? undefined : null);
  useEffect(
    () =>
      id ? device.library.document(id as DocumentId).subscribe((row) => setPaper(row ?? null)) : undefined,
    [id],
  );
  return paper;
};

/** The same form over a task that was assigned. */
export const ChangeTaskScreen = ({ id }: { readonly id: TaskId }) => (
  <TaskPage title={t("changeTitle")} up={`/viec/${id}`}>
    <OneTask id={id}>
      {(task, tasks) => (task.changes ? <Change task={task} tasks={tasks} /> : <OnlySecretary />)}
    </OneTask>
  </TaskPage>
);

const Change = ({ task, tasks }: { readonly task: TaskRow; readonly tasks: Tasks }) => {
  const { back, toast } = useServices();
  const people = useRoster([task.lead, ...task.support]);
  // What another phone changes meanwhile does not pull the form away.
  const start = useMemo(() => draftOf(task), [task.id]);
  if (!people) return <SkeletonRows />;
  return (
    <TaskForm
      start={start}
      people={people}
      sendLabel={t("save")}
      onSend={async (draft) => {
        await tasks.change(task.id, draft);
        toast(t("changed"));
        back(`/viec/${task.id}`);
      }}
    />
  );
};

/** Members of one's own cell in the order of a roll, and whoever is on the task already; undefined while loading. */
const useRoster = (already: readonly TaskPerson[] = []): readonly TaskPerson[] | undefined => {
  const directory = useDirectory();
  const org = useDeviceState(({ identity }) => identity?.org);
  if (!directory || !org) return undefined;
  const members = membersOf(directory, org).sort((a, b) => compareNames(a.name, b.name));
  const others = already.filter((one) => !members.some(({ id }) => id === one.id));
  return [...members, ...others];
};

const OnlySecretary = () => (
  <EmptyState title={t("onlySecretary")} text={t("onlySecretaryText")}>
    <ButtonLink kind="quiet" href="/viec">
      {t("goList")}
    </ButtonLink>
  </EmptyState>
);
