import * as v from "valibot";
import type { Watch } from "../../device/device";
import type { MeetingDetail, Meetings } from "../../device/meetings/meetings";
import { type MeetingId, meetingId } from "../../domain/ids";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/meeting-call";
import { ButtonLink } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { usePageTitle } from "../../ui/page-title";
import { SkeletonRows } from "../../ui/skeleton-rows";
import { TopBar } from "../../ui/top-bar";
import { useDeviceState, useServices, useWatch } from "../services";
import { useDirectory } from "../use-directory";
import { MeetingsMissing, OneMeeting, useMeetings } from "../use-meetings";
import { usePartWatch } from "../use-part-watch";
import { draftAgain, draftOf, newDraft } from "./call-draft";
import { CallForm } from "./call-form";
import { lastPlace } from "./kept-draft";
import { useTemplates } from "./use-template";

/** Calls a meeting: everything is filled in, the secretary adapts it. In the hash may stand the meeting that it follows. */
export const CallMeetingScreen = ({ hash = "" }: { readonly hash?: string }) => {
  const { back } = useServices();
  const role = useDeviceState((state) => state.identity?.role);
  usePageTitle(t("title"));
  const after = v.safeParse(meetingId, hash);
  const calls = role === "secretary" || role === "deputy";
  return (
    <div class="meeting">
      <TopBar backLabel={core("back")} onBack={() => back("/hop")} title={t("title")} />
      {calls ? <NewMeeting {...(after.success && { after: after.output })} /> : <OnlySecretary />}
    </div>
  );
};

/** A new meeting that follows none. */
const nothing: Watch<MeetingDetail | undefined> = {
  subscribe: (listener) => {
    listener(undefined);
    return () => undefined;
  },
};

const NewMeeting = ({ after }: { readonly after?: MeetingId }) => {
  const { device, navigate } = useServices();
  const state = useMeetings();
  const templates = useTemplates(state.is === "here" ? state.part : undefined, useSetting());
  const found = usePartWatch(state, (meetings) => (after ? meetings.meeting(after) : nothing), after);
  const others = usePartWatch(state, (meetings) => meetings.list())?.value;
  if (state.is === "missing") return <MeetingsMissing retry={state.retry} />;
  if (state.is === "loading" || !templates || !found) return <SkeletonRows />;
  const before = found.value?.changes ? found.value : undefined;
  return (
    <CallForm
      start={
        before
          ? draftAgain(before, device.now(), templates.agendaFor)
          : newDraft(device.now(), lastPlace(), templates.agendaFor)
      }
      {...(before && { after: before.id })}
      {...(others && { others })}
      templates={templates}
      onKeep={state.part.keepAgenda}
      photos={state.part.photos}
      onSend={async (draft, photos) => {
        const id = await state.part.call(draft, undefined, photos);
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
  const templates = useTemplates(meetings, useSetting());
  const others = useWatch(() => meetings.list(), [meetings]);
  if (!templates) return <SkeletonRows />;
  return (
    <CallForm
      start={draftOf(meeting)}
      edits={meeting.id}
      {...(others && { others })}
      templates={templates}
      onKeep={meetings.keepAgenda}
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
