import type { ComponentChild } from "preact";
import type { MeetingDetail, Meetings } from "../device/meetings/meetings";
import type { MeetingId } from "../domain/ids";
import { t as core } from "../i18n/core";
import { t } from "../i18n/meeting";
import { ButtonLink } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { SkeletonRows } from "../ui/skeleton-rows";
import { TopBar } from "../ui/top-bar";
import "./meeting.css";
import { PartMissing } from "./part-missing";
import { useServices } from "./services";
import { type PartState, usePart } from "./use-part";
import { usePartWatch } from "./use-part-watch";

/** What a page about meetings stands on. */
export type MeetingsState = PartState<Meetings>;

/** Fetches the part of the device that knows meetings. */
export const useMeetings = (): MeetingsState => {
  const { device } = useServices();
  return usePart(() => device.meetings(), [device]);
};

/** In place of a page whose chunk could not be had. */
export const MeetingsMissing = ({ retry }: { readonly retry: () => void }) => (
  <PartMissing title={t("unavailable")} text={t("unavailableText")} retry={retry} />
);

interface OneMeetingProps {
  readonly id: MeetingId;
  readonly title: string;
  /** Where back leads when the app was opened right here. */
  readonly up: string;
  readonly children: (meeting: MeetingDetail, meetings: Meetings) => ComponentChild;
}

/** The frame of every page about one meeting: its bar, and what stands there while it is not here. */
export const OneMeeting = ({ id, title, up, children }: OneMeetingProps) => {
  const { back } = useServices();
  const state = useMeetings();
  const found = usePartWatch(state, (meetings) => meetings.meeting(id), id);
  return (
    <div class="meeting">
      <TopBar backLabel={core("back")} onBack={() => back(up)} title={title} />
      {state.is === "missing" && <MeetingsMissing retry={state.retry} />}
      {state.is !== "missing" && !found && <SkeletonRows />}
      {found && !found.value && (
        <EmptyState title={t("goneTitle")} text={t("goneText")}>
          <ButtonLink kind="quiet" href="/hop">
            {t("goList")}
          </ButtonLink>
        </EmptyState>
      )}
      {state.is === "here" && found?.value && children(found.value, state.part)}
    </div>
  );
};

/** A write of a meeting, with a word to the person where it failed. */
export const useWrite = (): ((write: () => Promise<void>) => Promise<boolean>) => {
  const { toast } = useServices();
  return async (write) => {
    try {
      await write();
      return true;
    } catch {
      toast(t("notSaved"));
      return false;
    }
  };
};
