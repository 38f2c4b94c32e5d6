import { useEffect, useState } from "preact/hooks";
import type { MeetingDetail, Meetings } from "../../device/meetings/meetings";
import type { ReviewLine } from "../../device/minutes/minutes-lines";

/** Tasks that the meeting looks back on; none until they are read. */
export const useTasksBefore = (meetings: Meetings, meeting: MeetingDetail): readonly ReviewLine[] => {
  const [tasks, setTasks] = useState<readonly ReviewLine[]>([]);
  useEffect(() => {
    let gone = false;
    meetings.tasksBefore(meeting).then(
      (found) => !gone && setTasks(found),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [meetings, meeting.id]);
  return tasks;
};
