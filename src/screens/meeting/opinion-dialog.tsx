import { useEffect, useState } from "preact/hooks";
import type { Meetings } from "../../device/meetings/meetings";
import type { MeetingId } from "../../domain/ids";
import { opinionLimit } from "../../domain/meeting";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/meeting-prepare";
import { SubmitButton } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { LabelledField } from "../../ui/field";
import { useServices } from "../services";
import { useWrite } from "../use-meetings";
import { keepOpinion, keptOpinion } from "./kept-draft";

interface OpinionDialogProps {
  readonly meeting: MeetingId;
  readonly meetings: Meetings;
  readonly onClose: () => void;
}

/** What a member wants said at the meeting. What he typed is kept on the phone until it is sent. */
export const OpinionDialog = ({ meeting, meetings, onClose }: OpinionDialogProps) => {
  const { toast, holdReload } = useServices();
  const write = useWrite();
  const [text, setText] = useState(() => keptOpinion(meeting));
  const [busy, setBusy] = useState(false);
  useEffect(() => holdReload(), []);
  const typed = text.normalize("NFC").trim();
  const long = typed.length > opinionLimit;
  const send = async () => {
    if (!typed || long) return;
    setBusy(true);
    if (await write(() => meetings.sendOpinion(meeting, typed))) {
      keepOpinion("", meeting);
      toast(core("saved"));
      onClose();
    } else setBusy(false);
  };
  return (
    <Dialog title={t("sendOpinion")} closeLabel={core("close")} onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <LabelledField
          label={t("opinionText")}
          note={t("opinionHint")}
          problem={long ? t("opinionLong") : undefined}
        >
          {(control) => (
            <textarea
              {...control}
              class="opinion-field"
              rows={6}
              value={text}
              onInput={(event) => {
                setText(event.currentTarget.value);
                keepOpinion(event.currentTarget.value, meeting);
              }}
            />
          )}
        </LabelledField>
        <p class="duty-note">{t("opinionLeft")}</p>
        <SubmitButton wide disabled={busy || !typed || long}>
          {t("send")}
        </SubmitButton>
      </form>
    </Dialog>
  );
};
