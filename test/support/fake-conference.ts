import type { CellDelegates } from "../../src/device/meetings/meetings";
import { cellsOf, membersOf } from "../../src/domain/directory";
import type { MeetingId } from "../../src/domain/ids";
import type { RollRow } from "../../src/domain/meeting-roll";
import { compareNames } from "../../src/domain/member-name";
import type { FakeMeeting } from "./fake-meetings";
import { fakeDirectory } from "./fake-office";

export const conferenceId = "0meet0000009" as MeetingId;
const directory = fakeDirectory();
const cells = cellsOf(directory);

/** Of nine cells: many came, some came, nobody came; of one a check-in is doubtful. */
const delegates: readonly CellDelegates[] = cells.slice(0, 9).map(({ id: org, name }, n) => {
  const members = membersOf(directory, org).sort((a, b) => compareNames(a.name, b.name));
  const roll = members.slice(0, n % 3 === 2 ? 0 : 3 + n).map(
    ({ id: member, name, kind: standing }, i): RollRow => ({
      member,
      name,
      standing,
      ...(n === 4 && i === 0
        ? { doubtful: "late", checkedAt: Date.UTC(2026, 10, 24, 4, 12) }
        : { presence: i === 1 ? "excused" : "present", by: i % 2 ? "officer" : "self" }),
      ...(i === 1 && { reason: "Đi công tác" }),
    }),
  );
  return { org, name, called: members.map(({ id: member, name }) => ({ member, name })), roll };
});

const base = { place: "Hội trường Đảng ủy xã", papers: [] };

/** The conference of the morning, half its roll called. */
export const conference = (now: number): FakeMeeting => ({
  ...base,
  id: conferenceId,
  host: "office",
  kind: "conference",
  title: "Hội nghị quán triệt Nghị quyết 57-NQ/TW và Kế hoạch phòng, chống mưa lũ",
  startsAt: now - 300_000,
  minutes: 210,
  agenda: ["Quán triệt Nghị quyết 57-NQ/TW", "Thảo luận, kết luận"],
  open: true,
  guests: [{ guest: "guest0000001", name: "Đồng chí Trần Văn Khải, Tỉnh ủy viên" }],
  delegates,
});

/** What the office reads of: its own conference and the meetings of several cells. */
export const officeMeetings = (now: number): readonly FakeMeeting[] => [
  conference(now),
  ...cells.slice(0, 6).map(
    ({ id, name }, n): FakeMeeting => ({
      ...base,
      id: `0meet000010${n}` as MeetingId,
      host: id,
      kind: n === 3 ? "thematic" : "regular",
      title: n === 3 ? "Sinh hoạt chuyên đề quý IV" : "Sinh hoạt chi bộ thường kỳ tháng 11/2026",
      place: `Nơi họp của ${name}`,
      startsAt: now + (n - 2) * 40_000_000,
      minutes: 90,
      agenda: [],
    }),
  ),
];
