import type { Meetings, SeenTicket } from "../../device/meetings/meetings";
import type { DocumentId } from "../../domain/ids";
import { t as meeting } from "../../i18n/meeting";
import { t } from "../../i18n/meeting-door";
import { t as papersText } from "../../i18n/papers";
import { ButtonLink } from "../../ui/button";
import { Icon } from "../../ui/icon";
import { LinkRow, List } from "../../ui/list";
import { useServices, useWatch } from "../services";
import { MyCard } from "./my-card";

interface CheckedInProps {
  readonly ticket: SeenTicket;
  readonly meetings: Meetings;
}

/** Done: the member's own code for the secretary's camera, and the papers that are on this phone. */
export const CheckedIn = ({ ticket, meetings }: CheckedInProps) => (
  <>
    <section class="meeting-part">
      <div class="meeting-panel came" role="status">
        <h2>
          <Icon name="check" />
          {t("done")}
        </h2>
        <p>{ticket.title}</p>
        <p>{t("doneText")}</p>
        <MyCard id={ticket.meeting} meetings={meetings} />
      </div>
      <ButtonLink wide href={`/hop/${ticket.meeting}`}>
        {t("openMeeting")}
      </ButtonLink>
    </section>
    {ticket.papers.length > 0 && (
      <List title={meeting("papers")}>
        {ticket.papers.map((id) => (
          <PaperHere key={id} id={id} />
        ))}
      </List>
    )}
  </>
);

/** A paper of the meeting, once it is on this phone. */
const PaperHere = ({ id }: { readonly id: DocumentId }) => {
  const { device } = useServices();
  const row = useWatch(() => device.library.document(id), [id]);
  return row ? (
    <LinkRow href={`/van-ban/${id}`} text={row.abstract} detail={row.number ?? papersText(row.kind)} />
  ) : null;
};
