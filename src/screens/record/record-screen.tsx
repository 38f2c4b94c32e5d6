import { useMemo, useState } from "preact/hooks";
import type { MeetingRecord, Meetings } from "../../device/meetings/meetings";
import type { Directory } from "../../domain/directory";
import type { MeetingId } from "../../domain/ids";
import { t as core } from "../../i18n/core";
import { dayOf, longDay, timeOfDay } from "../../i18n/date";
import { t } from "../../i18n/record";
import { Button, ButtonLink } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { usePageTitle } from "../../ui/page-title";
import { Segmented } from "../../ui/segmented";
import { SkeletonRows } from "../../ui/skeleton-rows";
import { TopBar } from "../../ui/top-bar";
import { useServices } from "../services";
import { useDirectory } from "../use-directory";
import { MeetingsMissing, useMeetings } from "../use-meetings";
import { usePartWatch } from "../use-part-watch";
import { AmendDialog } from "./amend-dialog";
import { LateWords } from "./late-words";
import { minutesPaper } from "./minutes-paper";
import { PaperView } from "./paper-view";
import "./record.css";
import { RecordFiles } from "./record-files";
import { resolutionPaper } from "./resolution-paper";

/** What a closed meeting left: its minutes, and its resolution where it passed one. */
export const RecordScreen = ({ id }: { readonly id: MeetingId }) => {
  usePageTitle(t("title"));
  const { back } = useServices();
  const state = useMeetings();
  const found = usePartWatch(state, (meetings) => meetings.record(id), id);
  return (
    <div class="record">
      <TopBar backLabel={core("back")} onBack={() => back(`/hop/${id}`)} title={t("title")} />
      {state.is === "missing" && <MeetingsMissing retry={state.retry} />}
      {state.is !== "missing" && !found && <SkeletonRows />}
      {found && !found.value && (
        <EmptyState title={t("notClosed")} text={t("notClosedText")}>
          <ButtonLink kind="quiet" href={`/hop/${id}`}>
            {t("toMeeting")}
          </ButtonLink>
        </EmptyState>
      )}
      {state.is === "here" && found?.value && <Record record={found.value} meetings={state.part} />}
    </div>
  );
};

/** True where the one who presided is a deputy secretary, as far as the directory of today tells. */
const isDeputy = (directory: Directory | undefined, { closing }: MeetingRecord): boolean =>
  closing.roll.some(
    ({ member, name }) => name === closing.chair && directory?.roles.get(member) === "deputy",
  );

interface RecordProps {
  readonly record: MeetingRecord;
  readonly meetings: Meetings;
}

const Record = ({ record, meetings }: RecordProps) => {
  const { meeting, closing, minutes } = record;
  const directory = useDirectory();
  const [shown, setShown] = useState<"minutes" | "resolution">("minutes");
  const [amending, setAmending] = useState(false);
  const deputy = isDeputy(directory, record);
  const papers = useMemo(
    () => ({ minutes: minutesPaper(record), resolution: resolutionPaper(record, deputy) }),
    [record, deputy],
  );
  return (
    <>
      <div class="record-state">
        <p>{t("adopted", { time: timeOfDay(closing.endedAt), day: longDay(dayOf(closing.endedAt)) })}</p>
        {minutes.missing > 0 && (
          <div class="record-coming" role="status">
            <b>{t("coming", { n: minutes.missing })}</b>
            <p>{t("comingText")}</p>
          </div>
        )}
      </div>
      <RecordFiles record={record} papers={papers} />
      {papers.resolution && (
        <Segmented
          label={t("which")}
          hideLabel
          value={shown}
          options={[
            { value: "minutes", label: t("minutes") },
            { value: "resolution", label: t("resolution") },
          ]}
          onChange={setShown}
        />
      )}
      <PaperView paper={(shown === "resolution" && papers.resolution) || papers.minutes} />
      {meeting.changes && shown === "minutes" && (
        <div class="record-end">
          <Button kind="quiet" wide onPress={() => setAmending(true)}>
            {t("amend")}
          </Button>
        </div>
      )}
      {meeting.runs && shown === "minutes" && <LateWords meeting={meeting} meetings={meetings} />}
      {amending && (
        <AmendDialog meeting={meeting.id} meetings={meetings} onClose={() => setAmending(false)} />
      )}
    </>
  );
};
