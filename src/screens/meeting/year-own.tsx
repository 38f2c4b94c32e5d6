import type { YearAttendance } from "../../device/meetings/meetings";
import { dayOf, shortDay } from "../../i18n/date";
import { t } from "../../i18n/meeting-year";
import { Icon } from "../../ui/icon";
import { List } from "../../ui/list";
import { useServices } from "../services";

/** One's own figures, large. */
export const YearOwn = ({ own }: { readonly own: YearAttendance["own"] | undefined }) => (
  <section class="meeting-part">
    <div class="meeting-panel">
      {own && own.called > 0 ? (
        <>
          <p class="year-own">
            <span>{t("own")}</span>
            <b>{t("ownOf", { n: own.present, of: own.called })}</b>
          </p>
          <p>
            {t("excused", { n: own.excused })}
            <br />
            {t("unexcused", { n: own.unexcused })}
          </p>
        </>
      ) : (
        <p>{t("neverCalled")}</p>
      )}
      <small>{t("private")}</small>
    </div>
  </section>
);

const presences = { present: "isPresent", excused: "isExcused", unexcused: "isUnexcused" } as const;
type YearMeeting = YearAttendance["meetings"][number];

const stateOf = ({ presence, owed }: YearMeeting): string =>
  t(owed ? (presence ? presences[presence] : "isUncalled") : "notOwed");

/** Each meeting of the year and one's own part in it. */
export const YearMeetings = ({ meetings }: Pick<YearAttendance, "meetings">) => {
  const now = useServices().device.now();
  return (
    <List title={t("meetings")}>
      {meetings.map((one) => (
        <a key={one.id} class="row" href={`/hop/${one.id}`}>
          <span class="row-text year-meeting">
            <small>{shortDay(dayOf(one.startedAt), now)}</small>
            {one.title}
            <span class={one.presence === "present" ? "meeting-came" : "year-away"}>
              {one.presence === "present" && <Icon name="check" size={18} />}
              {stateOf(one)}
            </span>
          </span>
          <Icon name="next" size={20} />
        </a>
      ))}
    </List>
  );
};
