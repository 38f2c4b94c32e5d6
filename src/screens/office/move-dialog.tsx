import { useState } from "preact/hooks";
import { cellsOf, type Directory, type Member } from "../../domain/directory";
import type { OrgId } from "../../domain/ids";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/office";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { LabelledField } from "../../ui/field";

interface MoveDialogProps {
  readonly directory: Directory;
  readonly member: Member;
  readonly onClose: () => void;
  readonly onMove: (to: OrgId) => void;
}

export const MoveDialog = ({ directory, member, onClose, onMove }: MoveDialogProps) => {
  const [to, setTo] = useState<OrgId | "">("");
  return (
    <Dialog title={t("moveTitle", { name: member.name })} closeLabel={core("close")} onClose={onClose}>
      <LabelledField label={t("moveTo")}>
        {(control) => (
          <select {...control} value={to} onChange={(event) => setTo(event.currentTarget.value as OrgId)}>
            <option value="">{t("moveChoose")}</option>
            {cellsOf(directory)
              .filter((cell) => cell.id !== member.org)
              .map((cell) => (
                <option key={cell.id} value={cell.id}>
                  {cell.name}
                </option>
              ))}
          </select>
        )}
      </LabelledField>
      <div class="dialog-actions">
        <Button kind="quiet" onPress={onClose}>
          {core("cancel")}
        </Button>
        <Button disabled={to === ""} onPress={() => to && onMove(to)}>
          {t("move")}
        </Button>
      </div>
    </Dialog>
  );
};
