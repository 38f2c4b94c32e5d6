import { useEffect, useState } from "preact/hooks";
import type { MeetingDetail, Meetings, ShownCode } from "../../device/meetings/meetings";
import type { MeetingId } from "../../domain/ids";
import { t } from "../../i18n/meeting";
import { Button } from "../../ui/button";
import { usePageTitle } from "../../ui/page-title";
import { QrCode } from "../../ui/qr-code";
import "./code.css";
import { longWhen } from "../meeting-when";
import { OneMeeting } from "../use-meetings";
import { NoCode } from "./code-screen";
import { spellCode } from "./spell-code";

/** The code for the wall of the hall: a sheet of A4, for where no screen can be shown. */
export const MeetingPosterScreen = ({ id }: { readonly id: MeetingId }) => {
  usePageTitle(t("poster"));
  return (
    <OneMeeting id={id} title={t("poster")} up={`/hop/${id}`}>
      {(meeting, meetings) =>
        meeting.desk?.open && meeting.cancelled === undefined ? (
          <Poster meeting={meeting} meetings={meetings} />
        ) : (
          <NoCode meeting={meeting} meetings={meetings} />
        )
      }
    </OneMeeting>
  );
};

interface PosterProps {
  readonly meeting: MeetingDetail;
  readonly meetings: Meetings;
}

const Poster = ({ meeting, meetings }: PosterProps) => {
  const [shown, setShown] = useState<ShownCode>();
  useEffect(() => {
    let gone = false;
    meetings.code(meeting.id, true).then(
      (code) => !gone && setShown(code),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [meeting.id, meetings]);
  if (!shown) return null;
  return (
    <>
      <div class="poster">
        <h2>{meeting.title}</h2>
        <p>
          {longWhen(meeting.startsAt)}
          <br />
          {meeting.place}
        </p>
        <QrCode text={shown.link} label={t("codeLabel")} />
        <p>{t("posterHow")}</p>
        <p>{t("posterCode")}</p>
        <p class="code-letters">{spellCode(shown.code)}</p>
        <p>{t("posterHours")}</p>
      </div>
      <div class="meeting-part not-printed">
        <Button wide onPress={() => print()}>
          {t("print")}
        </Button>
      </div>
    </>
  );
};
