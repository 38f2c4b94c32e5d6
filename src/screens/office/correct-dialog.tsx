import { useState } from "preact/hooks";
import { type Member, type MembershipKind, membershipKinds } from "../../domain/directory";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/office";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { LabelledField } from "../../ui/field";
import { TextField } from "../../ui/text-field";

interface CorrectDialogProps {
  readonly member: Member;
  readonly onClose: () => void;
  readonly onSave: (member: Member) => void;
}

/** Mends a misspelt name, or the kind of membership after confirmation. */
export const CorrectDialog = ({ member, onClose, onSave }: CorrectDialogProps) => {
  const [name, setName] = useState(member.name);
  const [kind, setKind] = useState(member.kind);
  return (
    <Dialog title={t("correctTitle", { name: member.name })} closeLabel={core("close")} onClose={onClose}>
      <TextField label={t("memberName")} maxLength={80} value={name} onInput={setName} />
      <LabelledField label={t("memberKind")}>
        {(control) => (
          <select
            {...control}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as MembershipKind)}
          >
            {membershipKinds.map((one) => (
              <option key={one} value={one}>
                {t(one)}
              </option>
            ))}
          </select>
        )}
      </LabelledField>
      <div class="dialog-actions">
        <Button kind="quiet" onPress={onClose}>
          {core("cancel")}
        </Button>
        <Button disabled={name.trim() === ""} onPress={() => onSave({ ...member, name, kind })}>
          {t("save")}
        </Button>
      </div>
    </Dialog>
  );
};
