import { useState } from "preact/hooks";
import type { MeetingDetail, Meetings } from "../../device/meetings/meetings";
import { timeOfDay } from "../../i18n/date";
import { t } from "../../i18n/meeting";
import { Button, ButtonLink } from "../../ui/button";
import { Fold } from "../../ui/fold";
import { Icon } from "../../ui/icon";
import { isLongPast } from "../meeting-when";
import { useServices } from "../services";
import { MyCard } from "./my-card";
import { TypeCode } from "./type-code";

interface OwnPartProps {
  readonly meeting: MeetingDetail;
  readonly meetings: Meetings;
}

/** Whether this phone's member is on the roll, and how he gets there. Who runs the meeting ticks himself. */
export const OwnPart = ({ meeting, meetings }: OwnPartProps) => {
  const { device } = useServices();
  const [typing, setTyping] = useState(false);
  const over = isLongPast(meeting, device.now());
  if (meeting.checkedInAt !== undefined)
    return (
      <section class="meeting-part">
        <div class="meeting-panel came">
          <h2>
            <Icon name="check" />
            {t("youCame", { time: timeOfDay(meeting.checkedInAt) })}
          </h2>
          {!over && (
            <Fold open={!meeting.runs} title={t("myCard")}>
              <MyCard id={meeting.id} meetings={meetings} />
              <p>{t("myCardText")}</p>
            </Fold>
          )}
        </div>
      </section>
    );
  if (meeting.runs || over) return null;
  return (
    <section class="meeting-part">
      <div class="meeting-panel">
        <h2>{t("notYet")}</h2>
        <p>{t("notYetText")}</p>
        <ButtonLink wide href="/quet">
          {t("scan")}
        </ButtonLink>
        <Button kind="quiet" wide onPress={() => setTyping(true)}>
          {t("typeCode")}
        </Button>
      </div>
      {typing && <TypeCode meeting={meeting} meetings={meetings} onClose={() => setTyping(false)} />}
    </section>
  );
};
