import { useState } from "preact/hooks";
import type { YearAttendance } from "../../device/meetings/meetings";
import { yearAt } from "../../domain/attendance-year";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/meeting-year";
import { IconButton } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { usePageTitle } from "../../ui/page-title";
import { SkeletonRows } from "../../ui/skeleton-rows";
import { TopBar } from "../../ui/top-bar";
import { useServices } from "../services";
import { MeetingsMissing, useMeetings } from "../use-meetings";
import { usePartWatch } from "../use-part-watch";
import "./year.css";
import { YearMeetings, YearOwn } from "./year-own";
import { YearTable } from "./year-table";

/** Who was there over the year: each member his own; the committee the whole cell. */
export const MeetingYearScreen = () => {
  const { device, back } = useServices();
  const [asked, setAsked] = useState<number>();
  const state = useMeetings();
  const thisYear = yearAt(device.now());
  const year = asked ?? thisYear;
  const found = usePartWatch(state, (meetings) => meetings.year(year), `${year}`)?.value;
  usePageTitle(t("title"));
  const last = found?.years.at(-1);
  // In January nothing of the new year is there yet: the year before is what one comes for.
  if (asked === undefined && last !== undefined && !found?.years.includes(year)) setAsked(last);
  return (
    <div class="meeting">
      <TopBar backLabel={core("back")} onBack={() => back("/hop")} title={t("title")} />
      {state.is === "missing" && <MeetingsMissing retry={state.retry} />}
      {state.is !== "missing" && !found && <SkeletonRows />}
      {found?.years.length === 0 && <EmptyState title={t("emptyTitle")} text={t("emptyText")} />}
      {found && found.years.length > 0 && <Year attendance={found} onAsk={setAsked} />}
    </div>
  );
};

interface YearProps {
  readonly attendance: YearAttendance;
  readonly onAsk: (year: number) => void;
}

const Year = ({ attendance, onAsk }: YearProps) => {
  const { year, years, own, rows, meetings } = attendance;
  return (
    <>
      <YearSwitch year={year} years={years} onAsk={onAsk} />
      <YearOwn own={own} />
      {rows && rows.length > 0 && <YearTable rows={rows} />}
      {meetings.length > 0 && <YearMeetings meetings={meetings} />}
      <p class="year-whence">{t("whence")}</p>
    </>
  );
};

/** Only years there are. */
const YearSwitch = ({ year, years, onAsk }: Pick<YearAttendance, "year" | "years"> & YearAsk) => {
  const before = years.findLast((one) => one < year);
  const after = years.find((one) => one > year);
  return (
    <div class="year-switch">
      <Step year={before} onAsk={onAsk} />
      <h2 aria-live="polite">{t("year", { year: `${year}` })}</h2>
      <Step year={after} onAsk={onAsk} />
    </div>
  );
};

type YearAsk = Pick<YearProps, "onAsk">;
interface StepProps extends YearAsk {
  readonly year: number | undefined;
}

const Step = ({ year, onAsk }: StepProps) =>
  year === undefined ? (
    <span class="year-no-step" />
  ) : (
    <IconButton icon="next" label={t("see", { year: `${year}` })} onPress={() => onAsk(year)} />
  );
