import { useState } from "preact/hooks";
import type { MeetingDetail, Meetings } from "../../device/meetings/meetings";
import { t } from "../../i18n/meeting-prepare";
import { Button } from "../../ui/button";
import { isLongPast } from "../meeting-when";
import { useServices } from "../services";
import { OpinionDialog } from "./opinion-dialog";
import { OpinionList } from "./opinion-list";
import "./prepare.css";

interface OwnOpinionProps {
  readonly meeting: MeetingDetail;
  readonly meetings: Meetings;
}

/** A member's own word before the meeting, and what he sent of it already. */
export const OwnOpinion = ({ meeting, meetings }: OwnOpinionProps) => {
  const { device } = useServices();
  const [writing, setWriting] = useState(false);
  const { ownOpinions, cancelled, closed, runs } = meeting;
  const open = !runs && !closed && cancelled === undefined && !isLongPast(meeting, device.now());
  if (!open && ownOpinions.length === 0) return null;
  return (
    <section class="meeting-part">
      {ownOpinions.length > 0 && (
        <div class="meeting-panel">
          <h2>{t("ownOpinions")}</h2>
          <OpinionList opinions={ownOpinions} />
        </div>
      )}
      {open && (
        <Button kind="quiet" wide onPress={() => setWriting(true)}>
          {t("sendOpinion")}
        </Button>
      )}
      {writing && (
        <OpinionDialog meeting={meeting.id} meetings={meetings} onClose={() => setWriting(false)} />
      )}
    </section>
  );
};
