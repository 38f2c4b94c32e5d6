import type { MeetingRow } from "../../device/meetings/meetings";
import { t } from "../../i18n/meeting";
import { longWhen } from "../meeting-when";
import { useDirectory } from "../use-directory";

type Facts = Pick<MeetingRow, "host" | "kind" | "title" | "place" | "startsAt" | "minutes">;

/** What, when, where, and whose. */
export const MeetingFacts = ({ meeting, kind }: { readonly meeting: Facts; readonly kind?: boolean }) => {
  const { host } = meeting;
  const directory = useDirectory();
  const hostName = host === "office" ? t("office") : directory?.orgs.get(host)?.name;
  return (
    <>
      <h2>{meeting.title}</h2>
      <dl class="meeting-facts">
        <div>
          <dt>{t("when")}</dt>
          <dd>
            {longWhen(meeting.startsAt)} <small>· {t("lasts", { n: meeting.minutes })}</small>
          </dd>
        </div>
        <div>
          <dt>{t("where")}</dt>
          <dd>{meeting.place}</dd>
        </div>
        {hostName && (
          <div>
            <dt>{t("who")}</dt>
            <dd>
              {hostName} {kind && <small>· {t(meeting.kind)}</small>}
            </dd>
          </div>
        )}
      </dl>
    </>
  );
};
