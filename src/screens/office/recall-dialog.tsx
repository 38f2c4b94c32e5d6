import { useState } from "preact/hooks";
import type { DocumentDetail } from "../../device/device";
import { recall } from "../../device/office/recall";
import { t } from "../../i18n/office";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { LabelledField } from "../../ui/field";
import { useServices } from "../services";
import { outcomeText } from "./outcome-text";

interface RecallDialogProps {
  readonly paper: DocumentDetail;
  readonly onClose: () => void;
  /** What the clerk is told. */
  readonly onDone: (text: string) => void;
}

/** Asks for the reason before a paper is taken back from every phone. */
export const RecallDialog = ({ paper, onClose, onDone }: RecallDialogProps) => {
  const { device } = useServices();
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    const outcome = await recall(device, paper, reason);
    onDone(outcomeText(outcome, t("recalled"), t("recallWaiting")));
  };
  return (
    <Dialog
      title={t("recallTitle", { number: paper.number ?? paper.abstract })}
      closeLabel={t("recallNo")}
      onClose={onClose}
    >
      <p>{t("recallText")}</p>
      <LabelledField label={t("recallReason")}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={300}
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </LabelledField>
      <div class="dialog-actions">
        <Button kind="quiet" onPress={onClose}>
          {t("recallNo")}
        </Button>
        <Button kind="grave" disabled={busy || reason.trim() === ""} onPress={() => void send()}>
          {t("recallYes")}
        </Button>
      </div>
    </Dialog>
  );
};
