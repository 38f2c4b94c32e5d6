import { useState } from "preact/hooks";
import type { MeetingDesk, MeetingDetail, Meetings } from "../../device/meetings/meetings";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/meeting-prepare";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { LabelledField } from "../../ui/field";
import { Segmented } from "../../ui/segmented";
import { useServices } from "../services";
import { canShare, shareText } from "../share-text";
import { useDirectory } from "../use-directory";
import { useWrite } from "../use-meetings";
import { type Invited, invitation } from "./invitation";

interface InviteSheetProps {
  readonly meeting: MeetingDetail;
  readonly desk: MeetingDesk;
  readonly meetings: Meetings;
  readonly onClose: () => void;
}

/** The invitation, to be read before it goes out; sent to the superior committee's member it counts as telling him. */
export const InviteSheet = ({ meeting, desk, meetings, onClose }: InviteSheetProps) => {
  const { toast } = useServices();
  const write = useWrite();
  const directory = useDirectory();
  const [to, setTo] = useState<Invited>("members");
  const [failed, setFailed] = useState(false);
  const { id, host, title } = meeting;
  const hostName = (host !== "office" && directory?.orgs.get(host)?.name) || "";
  const text = invitation({ ...meeting, hostName }, to);

  const send = async () => {
    setFailed(false);
    const shared = await shareText(title, text);
    if (shared === "gone") return;
    if (shared === "failed") return setFailed(true);
    onClose();
    const tells = to === "supervisor" && desk.notes.told === undefined;
    if (!tells) return toast(t(shared));
    if (!(await write(() => meetings.note(id, "told", true)))) return;
    toast(t(`${shared}Told`), {
      label: t("untell"),
      run: () => void write(() => meetings.note(id, "told", false)),
    });
  };

  return (
    <Dialog title={t("invite")} closeLabel={core("close")} onClose={onClose}>
      <div class="stack">
        <Segmented<Invited>
          label={t("inviteWhom")}
          value={to}
          options={[
            { value: "members", label: t(meeting.kind === "conference" ? "called" : "members") },
            { value: "supervisor", label: t("supervisor") },
          ]}
          onChange={setTo}
        />
        <LabelledField label={t("inviteText")} problem={failed ? t("shareFailed") : undefined}>
          {(control) => <textarea {...control} class="invitation" lang="vi" rows={9} readOnly value={text} />}
        </LabelledField>
        <Button wide disabled={!directory} onPress={() => void send()}>
          {t(canShare() ? "share" : "copy")}
        </Button>
      </div>
    </Dialog>
  );
};
