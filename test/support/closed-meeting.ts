import type { MeetingRecord } from "../../src/device/meetings/meetings";
import type { MeetingId } from "../../src/domain/ids";
import { cellMembers } from "./fake-cell-meetings";
import { type FakeRecord, fakeRecord } from "./fake-record";

/** The record of a village cell's meeting on the evening of 5 February 2026, as a page about it gets it. */
export const closedMeeting = (
  change: Partial<FakeRecord> = {},
  meeting: Partial<MeetingRecord["meeting"]> = {},
): MeetingRecord => {
  const startedAt = new Date(2026, 1, 5, 19, 30).getTime();
  const record = fakeRecord(startedAt, cellMembers, change);
  return {
    ...record,
    photos: [],
    meeting: {
      id: "0meet0000009" as MeetingId,
      host: record.closing.host,
      kind: "regular",
      title: "Sinh hoạt chi bộ thường kỳ tháng 02/2026",
      place: "Nhà văn hóa thôn Rềnh",
      startsAt: startedAt,
      minutes: 90,
      closed: true,
      runs: true,
      changes: true,
      ...meeting,
    },
  };
};
