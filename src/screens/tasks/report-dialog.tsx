import { useState } from "preact/hooks";
import type { TaskRow, Tasks } from "../../device/tasks/tasks";
import type { TaskState } from "../../domain/task";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/tasks";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Segmented } from "../../ui/segmented";
import { useServices } from "../services";
import { useWrite } from "../use-meetings";
import { NoteField } from "./note-field";

interface ReportDialogProps {
  readonly task: TaskRow;
  readonly tasks: Tasks;
  readonly start: "doing" | "done";
  readonly onClose: () => void;
}

/** Writes what is said of a task; the toast takes it back by saying again what stood before. */
export const useReport = ({ task, tasks }: Pick<ReportDialogProps, "task" | "tasks">) => {
  const { toast } = useServices();
  const write = useWrite();
  return async (state: TaskState, note: string): Promise<boolean> => {
    const before = task.state;
    const written = await write(() => tasks.progress(task.id, state, note || undefined));
    if (!written) return false;
    const undo = async () => {
      if (await write(() => tasks.progress(task.id, before))) toast(t("undone"));
    };
    // A note alone changed no state: there is nothing to go back to.
    const action = before === state ? undefined : { label: t("undo"), run: () => void undo() };
    toast(t("reported", { state: t(state) }), action);
    return true;
  };
};

/** How far it is, and a note. */
export const ReportDialog = ({ task, tasks, start, onClose }: ReportDialogProps) => {
  const report = useReport({ task, tasks });
  const [state, setState] = useState(start);
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    if (await report(state, note.trim())) onClose();
    else setBusy(false);
  };
  return (
    <Dialog title={t("reportTitle")} closeLabel={core("close")} onClose={onClose}>
      <div class="task-stack">
        <Segmented
          label={t("stateNow")}
          value={state}
          options={(["doing", "done"] as const).map((value) => ({ value, label: t(value) }))}
          onChange={setState}
        />
        <NoteField label={t("note")} hint={t("noteHint")} value={note} onInput={setNote} />
        <Button wide disabled={busy} onPress={() => void save()}>
          {t("save")}
        </Button>
      </div>
    </Dialog>
  );
};
