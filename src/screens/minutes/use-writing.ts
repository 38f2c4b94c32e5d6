import { useEffect, useState } from "preact/hooks";
import type { Meetings } from "../../device/meetings/meetings";
import type { MinutesDraft } from "../../device/minutes/minutes-draft";
import type { DraftState, MinutesWriting } from "../../device/minutes/minutes-writing";
import type { MeetingId } from "../../domain/ids";
import { useServices } from "../services";

export type WritingState =
  | { readonly is: "loading" }
  | { readonly is: "missing"; readonly retry: () => void }
  | { readonly is: "here"; readonly writing: MinutesWriting };

/**
 * Opens a meeting's minutes for as long as the page stands. Leaving it, or putting the phone away, signs what was typed; a new
 * version of the app waits until the page is left.
 */
export const useWriting = (meetings: Meetings, id: MeetingId): WritingState => {
  const { holdReload } = useServices();
  const [tries, setTries] = useState(0);
  const [state, setState] = useState<WritingState>({ is: "loading" });
  useEffect(() => {
    let gone = false;
    let opened: MinutesWriting | undefined;
    const release = holdReload();
    const retry = () => {
      setState({ is: "loading" });
      setTries((n) => n + 1);
    };
    const leave = (writing: MinutesWriting) => {
      // What could not be signed is still a draft on this phone, and is signed the next time.
      void writing.close().catch(() => undefined);
    };
    const hide = () => {
      if (document.visibilityState === "hidden") void opened?.sign().catch(() => undefined);
    };
    document.addEventListener("visibilitychange", hide);
    meetings.openMinutes(id).then(
      (writing) => {
        if (gone) return leave(writing);
        opened = writing;
        setState({ is: "here", writing });
      },
      () => !gone && setState({ is: "missing", retry }),
    );
    return () => {
      gone = true;
      release();
      document.removeEventListener("visibilitychange", hide);
      if (opened) leave(opened);
    };
  }, [meetings, id, tries]);
  return state;
};

/** All but the texts, and again whenever any of it changes here or on another phone. */
export const useDraft = (writing: MinutesWriting): MinutesDraft => {
  const [draft, setDraft] = useState(() => writing.read());
  useEffect(() => {
    const read = () => setDraft(writing.read());
    read();
    return writing.onFacts(read);
  }, [writing]);
  return draft;
};

export const useDraftState = (writing: MinutesWriting): DraftState => {
  const [state, setState] = useState(() => writing.state());
  useEffect(() => writing.onState(() => setState(writing.state())), [writing]);
  return state;
};

/** This moment, and again every half minute. */
export const useMoment = (): number => {
  const { device } = useServices();
  const [now, setNow] = useState(() => device.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(device.now()), 30_000);
    return () => clearInterval(timer);
  }, [device]);
  return now;
};
