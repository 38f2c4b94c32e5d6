import { useState } from "preact/hooks";
import type { MeetingDetail, Meetings } from "../../device/meetings/meetings";
import type { MeetingId } from "../../domain/ids";
import { t } from "../../i18n/meeting";
import { Button, ButtonLink } from "../../ui/button";
import { usePageTitle } from "../../ui/page-title";
import { useServices } from "../services";
import { CancelDialog } from "./cancel-dialog";
import { Desk } from "./desk";
import { MeetingFacts } from "./meeting-facts";
import { MeetingPapers } from "./meeting-papers";
import "./meeting.css";
import { OwnPart } from "./own-part";
import { OneMeeting } from "./use-meetings";
import { isPast } from "./when";

/** One meeting: what, when, where; one's own part in it; and its roll for who runs it. */
export const MeetingDetailScreen = ({ id }: { readonly id: MeetingId }) => {
  usePageTitle(t("one"));
  return (
    <OneMeeting id={id} title={t("one")} up="/hop">
      {(meeting, meetings) => <Detail meeting={meeting} meetings={meetings} />}
    </OneMeeting>
  );
};

interface DetailProps {
  readonly meeting: MeetingDetail;
  readonly meetings: Meetings;
}

const Detail = ({ meeting, meetings }: DetailProps) => {
  const { device } = useServices();
  const { desk, agenda } = meeting;
  const stands = meeting.cancelled === undefined;
  return (
    <>
      <div class="meeting-body">
        <MeetingFacts meeting={meeting} kind />
        {meeting.cancelled !== undefined && (
          <p class="meeting-off">{t("cancelledBecause", { reason: meeting.cancelled })}</p>
        )}
      </div>
      {(stands || meeting.checkedInAt !== undefined) && <OwnPart meeting={meeting} meetings={meetings} />}
      {desk && stands && <Desk meeting={meeting} desk={desk} meetings={meetings} />}
      {agenda.length > 0 && (
        <section>
          <h2 class="list-title">{t("agenda")}</h2>
          <ol class="meeting-agenda">
            {agenda.map((point, i) => (
              <li key={`${i} ${point}`}>{point}</li>
            ))}
          </ol>
        </section>
      )}
      <MeetingPapers papers={meeting.papers} />
      {meeting.changes && stands && !isPast(meeting, device.now()) && (
        <Changes meeting={meeting} meetings={meetings} />
      )}
    </>
  );
};

const Changes = ({ meeting, meetings }: DetailProps) => {
  const [cancelling, setCancelling] = useState(false);
  return (
    <div class="meeting-part">
      <div class="meeting-actions">
        <ButtonLink kind="quiet" href={`/hop/${meeting.id}/sua`}>
          {t("change")}
        </ButtonLink>
        <Button kind="grave" onPress={() => setCancelling(true)}>
          {t("cancel")}
        </Button>
      </div>
      {cancelling && (
        <CancelDialog meeting={meeting.id} meetings={meetings} onClose={() => setCancelling(false)} />
      )}
    </div>
  );
};
