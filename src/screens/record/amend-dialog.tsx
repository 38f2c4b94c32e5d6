import { useState } from "preact/hooks";
import type { Meetings } from "../../device/meetings/meetings";
import type { MeetingId } from "../../domain/ids";
import { passageLimit } from "../../domain/minutes";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/record";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { LabelledField } from "../../ui/field";
import { useServices } from "../services";
import { useWrite } from "../use-meetings";

interface AmendDialogProps {
  readonly meeting: MeetingId;
  readonly meetings: Meetings;
  readonly onClose: () => void;
}

/** Asks what is to be added to minutes that are closed. */
export const AmendDialog = ({ meeting, meetings, onClose }: AmendDialogProps) => {
  const { toast } = useServices();
  const write = useWrite();
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const long = text.trim().length > passageLimit;
  const amend = async () => {
    setBusy(true);
    if (await write(() => meetings.amend(meeting, text.trim()))) {
      toast(core("saved"));
      onClose();
    } else setBusy(false);
  };
  return (
    <Dialog title={t("amend")} closeLabel={core("close")} onClose={onClose}>
      <p>{t("amendText")}</p>
      <LabelledField label={t("amendWords")} problem={long ? t("amendLong") : undefined}>
        {(control) => (
          <textarea
            {...control}
            rows={5}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </LabelledField>
      <div class="dialog-actions">
        <Button kind="quiet" onPress={onClose}>
          {core("cancel")}
        </Button>
        <Button disabled={busy || long || !text.trim()} onPress={() => void amend()}>
          {t("amendYes")}
        </Button>
      </div>
    </Dialog>
  );
};
