import { useMemo, useState } from "preact/hooks";
import { browserRandom } from "../../device/browser-ports";
import { parsePastedNames } from "../../device/office/pasted-names";
import { addMembers } from "../../device/office/roster";
import type { Member, Org } from "../../domain/directory";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/office";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { LabelledField } from "../../ui/field";
import { useServices } from "../services";
import { outcomeText } from "./outcome-text";

interface AddMembersDialogProps {
  readonly cell: Org;
  readonly known: readonly Member[];
  readonly onClose: () => void;
}

/** Names pasted, one a line; shows what will be added before it is. */
export const AddMembersDialog = ({ cell, known, onClose }: AddMembersDialogProps) => {
  const { device, toast } = useServices();
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const found = useMemo(
    () =>
      parsePastedNames(
        text,
        known.map((one) => one.name),
      ),
    [text, known],
  );
  const save = async () => {
    setBusy(true);
    const outcome = await addMembers(device, cell.id, found.members, browserRandom);
    toast(outcomeText(outcome));
    if (outcome.is === "refused") setBusy(false);
    else onClose();
  };
  return (
    <Dialog title={t("addMembersTo", { name: cell.name })} closeLabel={core("close")} onClose={onClose}>
      <LabelledField label={t("pasteNames")} note={t("pasteHint")}>
        {(control) => (
          <textarea
            {...control}
            rows={6}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </LabelledField>
      <div aria-live="polite" class="paste-result">
        {found.members.length > 0 && (
          <>
            <p>{t("pasteFound", { n: found.members.length })}</p>
            <ul>
              {found.members.map((member) => (
                <li key={member.name}>
                  {member.name} <small>{t(member.kind)}</small>
                </li>
              ))}
            </ul>
          </>
        )}
        {found.repeated.length > 0 && <p>{t("pasteRepeated", { names: found.repeated.join(", ") })}</p>}
        {found.unread.length > 0 && <p>{t("pasteUnread", { lines: found.unread.join("; ") })}</p>}
        {found.leftOut && <p>{t("pasteLeftOut")}</p>}
      </div>
      <div class="dialog-actions">
        <Button kind="quiet" onPress={onClose}>
          {core("cancel")}
        </Button>
        <Button disabled={busy || found.members.length === 0} onPress={() => void save()}>
          {found.members.length === 0 ? t("addNobody") : t("addThem", { n: found.members.length })}
        </Button>
      </div>
    </Dialog>
  );
};
