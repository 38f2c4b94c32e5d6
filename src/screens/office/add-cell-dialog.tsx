import { useState } from "preact/hooks";
import { browserRandom } from "../../device/browser-ports";
import { addCell } from "../../device/office/roster";
import { type Directory, type OrgSetting, orgSettings } from "../../domain/directory";
import type { OrgId } from "../../domain/ids";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/office";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { LabelledField } from "../../ui/field";
import { TextField } from "../../ui/text-field";
import { useServices } from "../services";
import { outcomeText } from "./outcome-text";

interface AddCellDialogProps {
  readonly directory: Directory;
  readonly onClose: () => void;
  readonly onAdded: (id: OrgId) => void;
}

const settingName = (setting: OrgSetting) => t(setting === "office" ? "officeSetting" : setting);

/** A new cell: its name, what sort of place it works in, and under whom it stands. */
export const AddCellDialog = ({ directory, onClose, onAdded }: AddCellDialogProps) => {
  const { device, toast } = useServices();
  const [name, setName] = useState("");
  const [setting, setSetting] = useState<OrgSetting>("village");
  const [parent, setParent] = useState<OrgId | "">("");
  const [busy, setBusy] = useState(false);
  const branches = [...directory.orgs.values()].filter((org) => org.kind !== "cell" && !org.until);
  const save = async () => {
    setBusy(true);
    const outcome = await addCell(device, { name, setting, ...(parent && { parent }) }, browserRandom);
    toast(outcomeText(outcome));
    if (outcome.is === "refused") setBusy(false);
    else onAdded(outcome.id);
  };
  return (
    <Dialog title={t("addCell")} closeLabel={core("close")} onClose={onClose}>
      <TextField label={t("cellName")} maxLength={120} value={name} onInput={setName} />
      <LabelledField label={t("cellSetting")}>
        {(control) => (
          <select
            {...control}
            value={setting}
            onChange={(event) => setSetting(event.currentTarget.value as OrgSetting)}
          >
            {orgSettings.map((one) => (
              <option key={one} value={one}>
                {settingName(one)}
              </option>
            ))}
          </select>
        )}
      </LabelledField>
      {branches.length > 0 && (
        <LabelledField label={t("cellParent")}>
          {(control) => (
            <select
              {...control}
              value={parent}
              onChange={(event) => setParent(event.currentTarget.value as OrgId)}
            >
              <option value="">{t("directly")}</option>
              {branches.map((org) => (
                <option key={org.id} value={org.id}>
                  {org.name}
                </option>
              ))}
            </select>
          )}
        </LabelledField>
      )}
      <div class="dialog-actions">
        <Button kind="quiet" onPress={onClose}>
          {core("cancel")}
        </Button>
        <Button disabled={busy || name.trim() === ""} onPress={() => void save()}>
          {t("save")}
        </Button>
      </div>
    </Dialog>
  );
};
