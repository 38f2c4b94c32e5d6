import type { MeetingRecord } from "../../src/device/meetings/meetings";
import type { MeetingId, MemberId } from "../../src/domain/ids";
import type { Closing } from "../../src/domain/meeting";
import { rollCall } from "../../src/domain/roll-call";
import { cellMembers } from "./fake-cell-meetings";
import type { FakeMeeting } from "./fake-meetings";
import { cell } from "./fake-papers";

const absences = ["excused", "present", "unexcused", undefined] as const;

/** Every seventh place of the roll is missed, by whom changes from month to month; the secretary misses one in March. */
const rollIn = (month: number): Closing["roll"] =>
  cellMembers.map(({ id, name, kind }, i) => {
    const missed = i === 0 ? month === 3 : (i * 5 + month * 3) % 7 === 0;
    const presence = missed ? (i === 0 ? "excused" : absences[(i + month) % 4]) : "present";
    return { member: id, name, standing: kind, ...(presence && { presence }) };
  });

const closedIn = (year: number, month: number): FakeMeeting => {
  const startsAt = Date.parse(`${year}-${month.toString().padStart(2, "0")}-03T19:30:00+07:00`);
  const id = `0year${year}${month.toString().padStart(3, "0")}` as MeetingId;
  const roll = rollIn(month);
  const record: Omit<MeetingRecord, "meeting" | "photos"> = {
    hostName: "Chi bộ thôn Rềnh",
    communeName: "Đảng bộ xã Lạc Sơn",
    closing: {
      host: cell,
      closing: id as string as MemberId,
      parts: 1,
      startedAt: startsAt,
      endedAt: startsAt + 5_400_000,
      chair: "Bùi Văn Thắng",
      writer: "Bùi Thị Lành",
      roll,
      guests: [],
      adopted: { agree: 18, disagree: 0, other: 0 },
    },
    figures: rollCall(roll),
    minutes: { lines: [], missing: 0, addenda: [] },
  };
  return {
    id,
    host: cell,
    kind: "regular",
    title: `Sinh hoạt chi bộ thường kỳ tháng ${month}/${year}`,
    place: "Nhà văn hóa thôn Rềnh",
    startsAt,
    minutes: 90,
    agenda: [],
    papers: [],
    record,
  };
};

/** The closed meetings of a village cell: the last two of 2025, and ten of 2026. */
export const closedMeetings: readonly FakeMeeting[] = [
  ...[11, 12].map((month) => closedIn(2025, month)),
  ...Array.from({ length: 10 }, (_, i) => closedIn(2026, i + 1)),
];
