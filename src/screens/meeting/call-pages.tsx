import type { MeetingId } from "../../domain/ids";
import { CallMeetingScreen, ChangeMeetingScreen } from "./call-screen";
import { CallConferenceScreen } from "./conference-screen";

interface CallPagesProps {
  /** Absent on the forms of a meeting that is not called yet. */
  readonly id: MeetingId | "";
  readonly path: string;
  readonly hash: string;
}

/** The forms that call a meeting, by their paths: one lazy part. */
export const CallPages = ({ id, path, hash }: CallPagesProps) => {
  if (id) return <ChangeMeetingScreen id={id} />;
  return path === "/hop/hoi-nghi" ? <CallConferenceScreen /> : <CallMeetingScreen hash={hash} />;
};
