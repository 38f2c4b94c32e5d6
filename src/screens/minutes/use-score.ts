import type { MeetingDesk, MeetingDetail, Meetings } from "../../device/meetings/meetings";
import type { MinutesDraft } from "../../device/minutes/minutes-draft";
import type { ReviewLine, ScoreLine } from "../../device/minutes/minutes-lines";
import { type Measured, measure, pointsFor, type ScoreItem } from "../../domain/meeting-score";
import { mustCome } from "../../domain/roll-call";
import { useSheet } from "../use-sheet";
import { useTasksBefore } from "./use-tasks-before";

export interface ScoreRow {
  readonly item: ScoreItem;
  /** Points as they stand; absent where nobody gave any and nothing can be reckoned. */
  readonly given?: number;
  /** What the record of the meeting gives. */
  readonly reckoned?: number;
  /** What was measured for it. */
  readonly measured?: number;
  /** Somebody gave other points than were reckoned. */
  readonly own: boolean;
}

const measuredOf = (
  { startsAt }: MeetingDetail,
  desk: MeetingDesk,
  { head, statements }: MinutesDraft,
  review: readonly ReviewLine[],
  now: number,
): Measured => {
  const present = new Set<string>(
    desk.roll.filter(({ presence }) => presence === "present").map(({ member }) => member),
  );
  const speakers = new Set<string>(
    statements.flatMap(({ gone, member }) => (!gone && member && present.has(member) ? [member] : [])),
  );
  // Who need not come is expected only when he comes.
  const expected = desk.roll.filter(({ standing, presence }) => presence === "present" || mustCome(standing));
  return measure({
    startedAt: head.startedAt ?? now,
    endedAt: head.endedAt ?? now,
    startsAt,
    expected: expected.length,
    present: present.size,
    spoke: speakers.size,
    ...desk.notes,
    tasks: review.filter(({ state }) => state !== "dropped").length,
    tasksDone: review.filter(({ state }) => state === "done").length,
  });
};

/** The sheet with the points given so far. */
const scoreRows = (
  sheet: readonly ScoreItem[],
  draft: MinutesDraft,
  measured: Measured,
): readonly ScoreRow[] =>
  sheet.map((item) => {
    const reckoned = pointsFor(item, measured);
    const own = draft.score[item.id];
    const given = own ?? reckoned;
    return {
      item,
      ...(given !== undefined && { given: Math.min(item.most, given) }),
      ...(reckoned !== undefined && { reckoned }),
      ...(item.by && measured[item.by.measure] !== undefined && { measured: measured[item.by.measure] }),
      own: own !== undefined && own !== reckoned,
    };
  });

/** Lines for the minutes; none where nobody scored the meeting at all. */
export const scoreLines = (rows: readonly ScoreRow[]): readonly ScoreLine[] =>
  rows.length > 0 && rows.every(({ given }) => given !== undefined)
    ? rows.map(({ item: { title, most }, given = 0 }) => ({ is: "score", title, most, given }))
    : [];

/** The sheet of this meeting as it stands. */
export const useScore = (
  meeting: MeetingDetail,
  desk: MeetingDesk,
  meetings: Meetings,
  draft: MinutesDraft,
  now: number,
): readonly ScoreRow[] => {
  const review = useTasksBefore(meetings, meeting);
  const sheet = useSheet(meetings, meeting.kind);
  return scoreRows(sheet ?? [], draft, measuredOf(meeting, desk, draft, review, now));
};
