import { useState } from "preact/hooks";
import type { SaidStanding } from "../../domain/meeting";
import type { Standing } from "../../domain/roll-call";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/meeting";
import { Button } from "../../ui/button";
import { Chip } from "../../ui/chips";
import { Dialog } from "../../ui/dialog";
import { Fold } from "../../ui/fold";
import { TextField } from "../../ui/text-field";

interface AbsentDialogProps {
  readonly name: string;
  readonly standing: Standing;
  /** He does not count at this meeting, or counts again as the list of members says. */
  readonly onStand: (standing: SaidStanding) => void;
  readonly onMark: (presence: "excused" | "unexcused", reason?: string) => void;
  readonly onClose: () => void;
}

/** Said by an officer, not by the list of members. */
const isSaid = (standing: Standing) => standing === "away" || standing === "suspended";

const usual = ["reason1", "reason2", "reason3", "reason4"] as const;

/** Absent with a reason, which is written down, or without. */
export const AbsentDialog = ({ name, standing, onMark, onStand, onClose }: AbsentDialogProps) => {
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
        <TextField
          label={t("absentReason")}
          problem={missing && !reason.trim() ? t("reasonNeeded") : undefined}
          maxLength={200}
          value={reason}
          onInput={setReason}
        />
        <Button wide onPress={excused}>
          {t("excused")}
        </Button>
        <Button kind="quiet" wide onPress={() => onMark("unexcused")}>
          {t("unexcused")}
        </Button>
        <Fold title={t("notCounted")} open={isSaid(standing)}>
          <div class="stack">
            <p>{t("notCountedText")}</p>
            {isSaid(standing) ? (
              <Button kind="quiet" wide onPress={() => onStand("listed")}>
                {t("standListed")}
              </Button>
            ) : (
              <>
                <Button kind="quiet" wide onPress={() => onStand("away")}>
                  {t("standAway")}
                </Button>
                <Button kind="quiet" wide onPress={() => onStand("suspended")}>
                  {t("standSuspended")}
                </Button>
              </>
            )}
          </div>
        </Fold>
      </div>
    </Dialog>
  );
};
