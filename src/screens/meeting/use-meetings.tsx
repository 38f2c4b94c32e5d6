import type { ComponentChild } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Watch } from "../../device/device";
import type { MeetingDetail, Meetings } from "../../device/meetings/meetings";
import type { MeetingId } from "../../domain/ids";
import { t as core } from "../../i18n/core";
import { t } from "../../i18n/meeting";
import { Button, ButtonLink } from "../../ui/button";
import { EmptyState } from "../../ui/empty-state";
import { SkeletonRows } from "../../ui/skeleton-rows";
import { TopBar } from "../../ui/top-bar";
import { useServices, useWatch } from "../services";

const silent = { subscribe: () => () => undefined };

/** What a page about meetings stands on. `missing`: their chunk could not be had. */
export type MeetingsState =
  | { readonly is: "loading" }
  | { readonly is: "missing"; readonly retry: () => void }
  | { readonly is: "here"; readonly meetings: Meetings };

/** Fetches the part of the device that knows meetings; it is a chunk of its own. */
export const useMeetings = (): MeetingsState => {
  const { device } = useServices();
  const [tries, setTries] = useState(0);
  const [state, setState] = useState<MeetingsState>({ is: "loading" });
  useEffect(() => {
    let gone = false;
    const retry = () => {
      setState({ is: "loading" });
      setTries((n) => n + 1);
    };
    device.meetings().then(
      (meetings) => !gone && setState({ is: "here", meetings }),
      () => !gone && setState({ is: "missing", retry }),
    );
    return () => {
      gone = true;
    };
  }, [device, tries]);
  return state;
};

/** Something of the meetings that changes; undefined until it first speaks. */
export const useMeetingsWatch = <T,>(
  state: MeetingsState,
  create: (meetings: Meetings) => Watch<T>,
  key = "",
): { readonly value: T } | undefined => {
  const meetings = state.is === "here" ? state.meetings : undefined;
  return useWatch<{ readonly value: T }>(() => {
    if (!meetings) return silent;
    const watch = create(meetings);
    return { subscribe: (listener) => watch.subscribe((value) => listener({ value })) };
  }, [meetings, key]);
};

/** In place of a page whose chunk could not be had. */
export const MeetingsMissing = ({ retry }: { readonly retry: () => void }) => (
  <EmptyState title={t("unavailable")} text={t("unavailableText")}>
    <Button kind="quiet" onPress={retry}>
      {core("retry")}
    </Button>
  </EmptyState>
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
  const found = useMeetingsWatch(state, (meetings) => meetings.meeting(id), id);
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
      {state.is === "here" && found?.value && children(found.value, state.meetings)}
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
