import type { MeetingId } from "../../domain/ids";
import { CloseMeetingScreen } from "./close-screen";
import { RunMeetingScreen } from "./run-screen";
import { ScoreMeetingScreen } from "./score-screen";

interface MinutesPagesProps {
  readonly id: MeetingId;
  readonly path: string;
}

/** Pages that lead to each other in the course of an evening, by the end of their paths: one lazy part. */
export const MinutesPages = ({ id, path }: MinutesPagesProps) => {
  if (path.endsWith("/cham-diem")) return <ScoreMeetingScreen id={id} />;
  if (path.endsWith("/thong-qua")) return <CloseMeetingScreen id={id} />;
  return <RunMeetingScreen id={id} />;
};
