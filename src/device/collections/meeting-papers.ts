import type { DocumentId, MeetingId } from "../../domain/ids";
import { type PhotoPaper, photosOf } from "../../domain/meeting-photos";
import { endOf, meetingOf } from "../../domain/meeting-view";
import type { Core } from "../core";
import type { MeetingRow } from "../meetings/meetings";
import { toMeetingRow, viewOf } from "../meetings/show-meetings";
import type { RecordRow } from "../store/rows";

export interface MeetingPapers {
  readonly meeting: MeetingRow;
  readonly papers: readonly DocumentId[];
  readonly photos: readonly PhotoPaper[];
}

const papersIn = (core: Core, record: RecordRow | undefined): MeetingPapers | undefined => {
  const view = viewOf(record);
  const meeting = view && meetingOf(view);
  if (!record || !meeting) return undefined;
  return {
    meeting: toMeetingRow(core, record.id as MeetingId, view, meeting),
    papers: [...new Set(meeting.papers)],
    photos: photosOf(view),
  };
};

export const papersOfMeeting = async (core: Core, id: MeetingId): Promise<MeetingPapers | undefined> =>
  papersIn(core, await core.store.mirror.views.get(["meeting", id]));

/** Meetings whose papers are wanted on the phone: they take place and are not over, the nearest first. Those without papers are left out. */
export const comingWithPapers = async (core: Core): Promise<readonly MeetingPapers[]> => {
  const now = core.clock.now();
  const records = await core.store.mirror.views.where("kind").equals("meeting").toArray();
  return records
    .flatMap((record) => papersIn(core, record) ?? [])
    .filter(
      ({ meeting, papers, photos }) =>
        papers.length + photos.length > 0 &&
        meeting.cancelled === undefined &&
        !meeting.closed &&
        endOf(meeting) >= now,
    )
    .sort((a, b) => a.meeting.startsAt - b.meeting.startsAt);
};
