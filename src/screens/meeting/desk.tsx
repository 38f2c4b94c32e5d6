import { useState } from "preact/hooks";
import type { MeetingDesk, MeetingDetail, Meetings } from "../../device/meetings/meetings";
import { t } from "../../i18n/meeting";
import { Button, ButtonLink } from "../../ui/button";
import { Figures } from "./figures";
import { Guests } from "./guests";
import { Roll } from "./roll";
import "./roll.css";
import { useWrite } from "./use-meetings";

interface DeskProps {
  readonly meeting: MeetingDetail;
  readonly desk: MeetingDesk;
  readonly meetings: Meetings;
}

/** What the officers of a meeting work with: the code, the figures, the roll, the guests. */
export const Desk = ({ meeting, desk, meetings }: DeskProps) => {
  const write = useWrite();
  const [busy, setBusy] = useState(false);
  const open = async () => {
    setBusy(true);
    await write(() => meetings.open(meeting.id));
    setBusy(false);
  };
  if (!desk.open)
    return (
      <section class="meeting-part">
        <div class="meeting-panel">
          <h2>{t("desk")}</h2>
          <p>{t("openText")}</p>
          <Button wide disabled={busy} onPress={() => void open()}>
            {t("open")}
          </Button>
        </div>
      </section>
    );
  return (
    <>
      <section class="meeting-part" aria-label={t("desk")}>
        <ButtonLink wide href={`/hop/${meeting.id}/ma`}>
          {t("showCode")}
        </ButtonLink>
        <div class="meeting-actions">
          <ButtonLink kind="quiet" small href="/quet">
            {t("scanCards")}
          </ButtonLink>
          <ButtonLink kind="quiet" small href={`/hop/${meeting.id}/ap-phich`}>
            {t("poster")}
          </ButtonLink>
        </div>
        {desk.roll.length > 0 && <Figures figures={desk.figures} called={desk.roll.length} />}
      </section>
      {desk.roll.length > 0 && <Roll id={meeting.id} roll={desk.roll} meetings={meetings} />}
      <Guests id={meeting.id} guests={desk.guests} meetings={meetings} />
    </>
  );
};
