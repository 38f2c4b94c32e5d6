import { useState } from "preact/hooks";
import type { Meetings } from "../../device/meetings/meetings";
import type { MeetingId } from "../../domain/ids";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/meeting";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { LabelledField } from "../../ui/field";
import { useServices } from "../services";
import { useWrite } from "../use-meetings";

interface CancelDialogProps {
  readonly meeting: MeetingId;
  readonly meetings: Meetings;
  readonly onClose: () => void;
}

/** Asks why, then tells everyone who was called. */
export const CancelDialog = ({ meeting, meetings, onClose }: CancelDialogProps) => {
  const { toast } = useServices();
  const write = useWrite();
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const cancel = async () => {
    setBusy(true);
    if (await write(() => meetings.cancel(meeting, reason.trim()))) {
      toast(core("saved"));
      onClose();
    } else setBusy(false);
  };
  return (
    <Dialog title={t("cancelTitle")} closeLabel={t("keep")} onClose={onClose}>
      <p>{t("cancelText")}</p>
      <LabelledField label={t("reason")}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={200}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </LabelledField>
      <div class="dialog-actions">
        <Button kind="quiet" onPress={onClose}>
          {t("keep")}
        </Button>
        <Button kind="grave" disabled={busy || !reason.trim()} onPress={() => void cancel()}>
          {t("cancelYes")}
        </Button>
      </div>
    </Dialog>
  );
};
