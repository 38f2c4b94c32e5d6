import type { ComponentChild } from "preact";
import type { MeetingDesk, MeetingDetail, Meetings } from "../../device/meetings/meetings";
import type { MinutesWriting } from "../../device/minutes/minutes-writing";
import type { MeetingId } from "../../domain/ids";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/minutes";
import { Button, ButtonLink } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { usePageTitle } from "../../ui/page-title";
import { SkeletonRows } from "../../ui/skeleton-rows";
import { OneMeeting } from "../use-meetings";
import "../../ui/list.css";
import "./minutes.css";
import "./written.css";
import { useWriting } from "./use-writing";

/** What every page about minutes being written has at hand. */
export interface MinutesPageParts {
  readonly meeting: MeetingDetail;
  readonly desk: MeetingDesk;
  readonly meetings: Meetings;
  readonly writing: MinutesWriting;
}

interface MinutesPageProps {
  readonly id: MeetingId;
  readonly title: string;
  readonly up: string;
  readonly children: (parts: MinutesPageParts) => ComponentChild;
}

/** The frame of every page about minutes being written, and what stands there where they are not to be written. */
export const MinutesPage = ({ id, title, up, children }: MinutesPageProps) => {
  usePageTitle(title);
  return (
    <OneMeeting id={id} title={title} up={up}>
      {(meeting, meetings) =>
        meeting.closed || !meeting.desk || meeting.cancelled !== undefined ? (
          <NotToWrite meeting={meeting} />
        ) : (
          <Opened meeting={meeting} desk={meeting.desk} meetings={meetings}>
            {children}
          </Opened>
        )
      }
    </OneMeeting>
  );
};

const NotToWrite = ({ meeting }: { readonly meeting: MeetingDetail }) => {
  if (meeting.closed)
    return (
      <EmptyState title={t("isClosed")} text={t("isClosedText")}>
        <ButtonLink href={`/hop/${meeting.id}/bien-ban`}>{t("readMinutes")}</ButtonLink>
      </EmptyState>
    );
  const off = meeting.cancelled !== undefined;
  return (
    <EmptyState
      title={t(off ? "isCancelled" : "notYours")}
      text={off ? meeting.cancelled : t("notYoursText")}
    >
      <ButtonLink kind="quiet" href={`/hop/${meeting.id}`}>
        {t("toMeeting")}
      </ButtonLink>
    </EmptyState>
  );
};

type OpenedProps = Omit<MinutesPageParts, "writing"> & Pick<MinutesPageProps, "children">;

const Opened = ({ meeting, desk, meetings, children }: OpenedProps) => {
  const state = useWriting(meetings, meeting.id);
  if (state.is === "loading") return <SkeletonRows />;
  if (state.is === "missing")
    return (
      <EmptyState title={t("unavailable")} text={t("unavailableText")}>
        <Button kind="quiet" onPress={state.retry}>
          {core("retry")}
        </Button>
      </EmptyState>
    );
  return <>{children({ meeting, desk, meetings, writing: state.writing })}</>;
};
