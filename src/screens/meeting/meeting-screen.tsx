import { useState } from "preact/hooks";
import type { MeetingRow } from "../../device/meetings/meetings";
import type { Host } from "../../domain/meeting-host";
import { t } from "../../i18n/meeting";
import { t as year } from "../../i18n/meeting-year";
import { ButtonLink } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { Icon } from "../../ui/icon";
import { LinkRow, List } from "../../ui/list";
import { usePageTitle } from "../../ui/page-title";
import { SkeletonRows } from "../../ui/skeleton-rows";
import { Tag } from "../../ui/tag";
import "../place.css";
import { isPast, shortWhen } from "../meeting-when";
import { PhoneStatus } from "../phone-status";
import { useDeviceState, useServices } from "../services";
import { useDirectory } from "../use-directory";
import { MeetingsMissing, useMeetings } from "../use-meetings";
import { usePartWatch } from "../use-part-watch";
import { HostFilter } from "./host-filter";

/** Meetings to come and past; who may call one does so from here. */
export const MeetingScreen = () => {
  const { device } = useServices();
  const role = useDeviceState((state) => state.identity?.role);
  const office = useDeviceState((state) => state.identity?.office ?? false);
  const calls = role === "secretary" || role === "deputy";
  const state = useMeetings();
  const rows = usePartWatch(state, (meetings) => meetings.list())?.value;
  const now = device.now();
  usePageTitle(t("title"));
  const hosts = [...new Set(rows?.map(({ host }) => host))];
  const [picked, setPicked] = useState<Host>();
  const host = picked && hosts.includes(picked) ? picked : undefined;
  const shown = rows?.filter((row) => host === undefined || row.host === host) ?? [];
  const coming = shown.filter((row) => !isPast(row, now));
  const past = shown.filter((row) => isPast(row, now));
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
      {rows && office && (
        <p class="meetings-call">
          <ButtonLink wide kind={calls ? "quiet" : "main"} href="/hop/hoi-nghi">
            {t("callConference")}
          </ButtonLink>
        </p>
      )}
      {office && hosts.length > 1 && <HostFilter hosts={hosts} value={host} onChange={setPicked} />}
      {coming.length > 0 && <Rows title={t("coming")} rows={coming} now={now} />}
      {past.length > 0 && <Rows title={t("past")} rows={past} now={now} />}
      {rows?.some(({ closed }) => closed) && (
        <List title={year("section")}>
          <LinkRow href="/hop/ca-nam" text={year("open")} detail={year("openText")} />
        </List>
      )}
    </div>
  );
};

interface RowsProps {
  readonly title: string;
  readonly rows: readonly MeetingRow[];
  readonly now: number;
}

const Rows = ({ title, rows, now }: RowsProps) => {
  const own = useDeviceState((state) => state.identity?.org);
  const directory = useDirectory();
  /** Whose it is, where it is not one's own. */
  const hostOf = ({ host }: MeetingRow) =>
    host === own ? undefined : host === "office" ? t("office") : directory?.orgs.get(host)?.name;
  return (
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
            <small>{[t(row.kind), hostOf(row), row.place].filter(Boolean).join(" · ")}</small>
            {row.cancelled && <small>{t("cancelledBecause", { reason: row.cancelled })}</small>}
          </span>
          <Icon name="next" size={20} />
        </a>
      ))}
    </List>
  );
};
