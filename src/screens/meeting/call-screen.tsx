import type { MeetingDetail, Meetings } from "../../device/meetings/meetings";
import type { MeetingId } from "../../domain/ids";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/meeting-call";
import { ButtonLink } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { usePageTitle } from "../../ui/page-title";
import { SkeletonRows } from "../../ui/skeleton-rows";
import { TopBar } from "../../ui/top-bar";
import { useDeviceState, useServices } from "../services";
import { draftOf, newDraft } from "./call-draft";
import { CallForm } from "./call-form";
import { lastPlace } from "./kept-draft";
import "./meeting.css";
import { useDirectory } from "../use-directory";
import { MeetingsMissing, OneMeeting, useMeetings } from "./use-meetings";

/** Calls a meeting: everything is filled in, the secretary adapts it. */
export const CallMeetingScreen = () => {
  const { back } = useServices();
  const role = useDeviceState((state) => state.identity?.role);
  usePageTitle(t("title"));
  const calls = role === "secretary" || role === "deputy";
  return (
    <div class="meeting">
      <TopBar backLabel={core("back")} onBack={() => back("/hop")} title={t("title")} />
      {calls ? <NewMeeting /> : <OnlySecretary />}
    </div>
  );
};

const NewMeeting = () => {
  const { device, navigate } = useServices();
  const state = useMeetings();
  const setting = useSetting();
  if (state.is === "missing") return <MeetingsMissing retry={state.retry} />;
  if (state.is === "loading" || !setting) return <SkeletonRows />;
  return (
    <CallForm
      start={newDraft(device.now(), lastPlace(), setting.value)}
      setting={setting.value}
      onSend={async (draft) => {
        const id = await state.meetings.call(draft);
        return () => navigate(`/hop/${id}`, { replace: true });
      }}
    />
  );
};

/** The same form over a meeting that was called. */
export const ChangeMeetingScreen = ({ id }: { readonly id: MeetingId }) => {
  usePageTitle(t("editTitle"));
  return (
    <OneMeeting id={id} title={t("editTitle")} up={`/hop/${id}`}>
      {(meeting, meetings) =>
        meeting.changes ? <Change meeting={meeting} meetings={meetings} /> : <OnlySecretary />
      }
    </OneMeeting>
  );
};

interface ChangeProps {
  readonly meeting: MeetingDetail;
  readonly meetings: Meetings;
}

const Change = ({ meeting, meetings }: ChangeProps) => {
  const { back } = useServices();
  const setting = useSetting();
  if (!setting) return <SkeletonRows />;
  return (
    <CallForm
      start={draftOf(meeting)}
      edits={meeting.id}
      setting={setting.value}
      onSend={async (draft) => {
        await meetings.change(meeting.id, draft);
        return () => back(`/hop/${meeting.id}`);
      }}
    />
  );
};

/** What sort of place one's own cell works in, once the directory is here. */
const useSetting = () => {
  const directory = useDirectory();
  const org = useDeviceState((state) => state.identity?.org);
  return directory && { value: org === undefined ? undefined : directory.orgs.get(org)?.setting };
};

const OnlySecretary = () => (
  <EmptyState title={t("onlySecretary")} text={t("onlySecretaryText")}>
    <ButtonLink kind="quiet" href="/hop">
      {core("meeting")}
    </ButtonLink>
  </EmptyState>
);
