import { useState } from "preact/hooks";
import type { MeetingDetail, Meetings } from "../../device/meetings/meetings";
import type { MeetingId } from "../../domain/ids";
import { t } from "../../i18n/meeting";
import { t as prepareText } from "../../i18n/meeting-prepare";
import { t as recordText } from "../../i18n/record";
import { Button, ButtonLink } from "../../ui/button";
import { usePageTitle } from "../../ui/page-title";
import { isPast } from "../meeting-when";
import { useServices } from "../services";
import { OneMeeting } from "../use-meetings";
import { CancelDialog } from "./cancel-dialog";
import { DelegatesWhoCame, Desk } from "./desk";
import { MeetingFacts } from "./meeting-facts";
import { MeetingPapers } from "./meeting-papers";
import { OwnOpinion } from "./own-opinion";
import { OwnPart } from "./own-part";
import { Prepare } from "./prepare";

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

const twoHours = 2 * 3_600_000;

const Detail = ({ meeting, meetings }: DetailProps) => {
  const { device } = useServices();
  const { desk, agenda } = meeting;
  const stands = meeting.cancelled === undefined;
  // When members are about to come, the roll comes first; before that, what is to be seen to.
  const deskFirst = desk?.open === true || meeting.startsAt - device.now() < twoHours;
  const prepare = desk && stands && !meeting.closed && (
    <Prepare meeting={meeting} desk={desk} meetings={meetings} />
  );
  // A conference is called from the office's own page.
  const again =
    meeting.changes && meeting.host !== "office" && (meeting.closed || isPast(meeting, device.now()));
  return (
    <>
      <div class="meeting-body">
        <MeetingFacts meeting={meeting} kind />
        {meeting.cancelled !== undefined && (
          <p class="meeting-off">{t("cancelledBecause", { reason: meeting.cancelled })}</p>
        )}
      </div>
      {meeting.closed && (
        <div class="meeting-part">
          <ButtonLink wide href={`/hop/${meeting.id}/bien-ban`}>
            {recordText("open")}
          </ButtonLink>
        </div>
      )}
      {(stands || meeting.checkedInAt !== undefined) && <OwnPart meeting={meeting} meetings={meetings} />}
      <OwnOpinion meeting={meeting} meetings={meetings} />
      {!deskFirst && prepare}
      {desk && stands && !meeting.closed && <Desk meeting={meeting} desk={desk} meetings={meetings} />}
      {desk?.delegates && meeting.closed && <DelegatesWhoCame cells={desk.delegates} />}
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
      <MeetingPapers meeting={meeting} meetings={meetings} />
      {deskFirst && prepare}
      {again && (
        <div class="meeting-part">
          <ButtonLink kind="quiet" wide href={`/hop/moi#${meeting.id}`}>
            {prepareText("again")}
          </ButtonLink>
        </div>
      )}
      {meeting.changes && stands && !meeting.closed && !isPast(meeting, device.now()) && (
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
