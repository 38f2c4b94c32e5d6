import { useState } from "preact/hooks";
import type { TaskRow, Tasks } from "../../device/tasks/tasks";
import { t } from "../../i18n/tasks";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { NoteField } from "./note-field";
import { useReport } from "./report-dialog";

interface DropDialogProps {
  readonly task: TaskRow;
  readonly tasks: Tasks;
  readonly onClose: () => void;
}

/** Asks why it is no longer to be done; its people read the answer. */
export const DropDialog = ({ task, tasks, onClose }: DropDialogProps) => {
  const report = useReport({ task, tasks });
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const drop = async () => {
    setBusy(true);
    if (await report("dropped", reason.trim())) onClose();
    else setBusy(false);
  };
  return (
    <Dialog title={t("dropTitle")} closeLabel={t("keep")} onClose={onClose}>
      <div class="task-stack">
        <p>{t("dropText")}</p>
        <NoteField label={t("dropReason")} value={reason} onInput={setReason} />
      </div>
      <div class="dialog-actions">
        <Button kind="quiet" onPress={onClose}>
          {t("keep")}
        </Button>
        <Button kind="grave" disabled={busy || !reason.trim()} onPress={() => void drop()}>
          {t("drop")}
        </Button>
      </div>
    </Dialog>
  );
};
