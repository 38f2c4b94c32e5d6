import type { MeetingRow } from "../../device/meetings/meetings";
import { t } from "../../i18n/meeting";
import { ButtonLink } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { Icon } from "../../ui/icon";
import { List } from "../../ui/list";
import { usePageTitle } from "../../ui/page-title";
import { SkeletonRows } from "../../ui/skeleton-rows";
import { Tag } from "../../ui/tag";
import "../place.css";
import { PhoneStatus } from "../phone-status";
import { useDeviceState, useServices } from "../services";
import "./meeting.css";
import { MeetingsMissing, useMeetings, useMeetingsWatch } from "./use-meetings";
import { isPast, shortWhen } from "./when";

/** Meetings to come and past; who may call one does so from here. */
export const MeetingScreen = () => {
  const { device } = useServices();
  const role = useDeviceState((state) => state.identity?.role);
  const calls = role === "secretary" || role === "deputy";
  const state = useMeetings();
  const rows = useMeetingsWatch(state, (meetings) => meetings.list())?.value;
  const now = device.now();
  usePageTitle(t("title"));
  const coming = rows?.filter((row) => !isPast(row, now)) ?? [];
  const past = rows?.filter((row) => isPast(row, now)) ?? [];
  return (
    <div class="place meetings">
      <header class="place-head">
        <h1 tabIndex={-1}>{t("title")}</h1>
        <PhoneStatus />
      </header>
      {state.is === "missing" && <MeetingsMissing retry={state.retry} />}
      {state.is !== "missing" && !rows && <SkeletonRows />}
      {rows?.length === 0 && (
        <EmptyState
          title={t(calls ? "emptySecretary" : "emptyMember")}
          text={t(calls ? "emptySecretaryText" : "emptyMemberText")}
        />
      )}
      {rows && calls && (
        <p class="meetings-call">
          <ButtonLink wide href="/hop/moi">
            {t("call")}
          </ButtonLink>
        </p>
      )}
      {coming.length > 0 && <Rows title={t("coming")} rows={coming} now={now} />}
      {past.length > 0 && <Rows title={t("past")} rows={past} now={now} />}
    </div>
  );
};

interface RowsProps {
  readonly title: string;
  readonly rows: readonly MeetingRow[];
  readonly now: number;
}

const Rows = ({ title, rows, now }: RowsProps) => (
  <List title={title}>
    {rows.map((row) => (
      <a key={row.id} class={`row meeting-row${row.cancelled ? " off" : ""}`} href={`/hop/${row.id}`}>
        <span class="row-text">
          <span class="meeting-when">
            <b>{shortWhen(row.startsAt, now)}</b>
            {row.cancelled && <Tag>{t("cancelled")}</Tag>}
            {row.checkedInAt !== undefined && (
              <span class="meeting-came">
                <Icon name="check" size={18} />
                {t("checkedIn")}
              </span>
            )}
          </span>
          <span class="meeting-title">{row.title}</span>
          <small>
            {t(row.kind)} · {row.place}
          </small>
          {row.cancelled && <small>{t("cancelledBecause", { reason: row.cancelled })}</small>}
        </span>
        <Icon name="next" size={20} />
      </a>
    ))}
  </List>
);
