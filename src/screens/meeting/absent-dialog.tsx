import { useState } from "preact/hooks";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/meeting";
import { Button } from "../../ui/button";
import { Chip } from "../../ui/chips";
import { Dialog } from "../../ui/dialog";
import { LabelledField } from "../../ui/field";

interface AbsentDialogProps {
  readonly name: string;
  readonly onMark: (presence: "excused" | "unexcused", reason?: string) => void;
  readonly onClose: () => void;
}

const usual = ["reason1", "reason2", "reason3", "reason4"] as const;

/** Absent with a reason, which is written down, or without. */
export const AbsentDialog = ({ name, onMark, onClose }: AbsentDialogProps) => {
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const excused = () => (reason.trim() ? onMark("excused", reason.trim()) : setMissing(true));
  return (
    <Dialog title={t("absentTitle", { name })} closeLabel={core("close")} onClose={onClose}>
      <div class="stack">
        <div class="usual-reasons">
          {usual.map((one) => (
            <Chip key={one} on={reason === t(one)} onPress={() => setReason(t(one))}>
              {t(one)}
            </Chip>
          ))}
        </div>
        <LabelledField
          label={t("absentReason")}
          problem={missing && !reason.trim() ? t("reasonNeeded") : undefined}
        >
          {(control) => (
            <input
              {...control}
              type="text"
              maxLength={200}
              autocomplete="off"
              value={reason}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </LabelledField>
        <Button wide onPress={excused}>
          {t("excused")}
        </Button>
        <Button kind="quiet" wide onPress={() => onMark("unexcused")}>
          {t("unexcused")}
        </Button>
      </div>
    </Dialog>
  );
};
