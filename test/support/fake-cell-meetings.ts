import type { Member } from "../../src/domain/directory";
import type { DocumentId, MeetingId, MemberId } from "../../src/domain/ids";
import type { FakeMeeting } from "./fake-meetings";
import { cell } from "./fake-papers";
import { fakeRecord } from "./fake-record";

const names = [
  "Bùi Văn Thắng",
  "Bùi Thị Lành",
  "Quách Công Minh",
  "Đinh Thị Hường",
  "Bùi Văn Dũng",
  "Quách Thị Nga",
  "Nguyễn Văn Hòa",
  "Bùi Văn Ểu",
  "Đinh Công Sơn",
  "Bùi Thị Xuân",
  "Quách Văn Tính",
  "Bùi Văn Nhiệm",
  "Phạm Thị Thu Hằng",
  "Đinh Văn Quyết",
  "Bùi Thị Thoa",
  "Quách Đình Lực",
  "Bùi Minh Tuấn",
  "Nguyễn Thị Kim Oanh",
  "Bùi Văn Ín",
  "Đinh Thị Mến",
  "Quách Thị Bích Ngọc",
  "Bùi Xuân Trường",
] as const;

const kinds: { readonly [n: number]: Member["kind"] } = { 7: "exempt", 16: "probationary", 20: "temporary" };

/** The twenty-two of a village cell. */
export const cellMembers: readonly Pick<Member, "id" | "name" | "kind">[] = names.map((name, i) => ({
  id: `0member${(i + 1).toString().padStart(5, "0")}` as MemberId,
  name,
  kind: kinds[i] ?? "official",
}));

const idOf = (n: number) => cellMembers[n]?.id ?? "";

export const tonight = "0meet0000001" as MeetingId;
export const nextWeek = "0meet0000002" as MeetingId;
export const putOff = "0meet0000003" as MeetingId;
export const lastMonth = "0meet0000004" as MeetingId;
/** When it began. */
export const lastMonthAt = (now: number): number => new Date(now - 30 * 86_400_000).setHours(19, 30, 0, 0);

/** The meetings of a village cell around `now`: one within the hour, one next week, one put off, one past. */
export const cellMeetings = (
  now: number,
  papers: readonly DocumentId[] = [],
  change: Partial<FakeMeeting> = {},
  record: FakeMeeting["record"] = fakeRecord(lastMonthAt(now), cellMembers),
): readonly FakeMeeting[] => {
  const day = 86_400_000;
  const base = { host: cell, place: "Nhà văn hóa thôn Rềnh", minutes: 90, papers: [] as DocumentId[] };
  return [
    {
      ...base,
      id: tonight,
      kind: "regular",
      title: "Sinh hoạt chi bộ thường kỳ tháng 11/2026",
      startsAt: now + 1_800_000,
      papers: [...papers],
      agenda: [
        "Tuyên bố lý do, giới thiệu đại biểu; cử thư ký cuộc họp",
        "Điểm danh; tình hình đóng đảng phí",
        "Kiểm điểm việc đã giao tháng 11, bàn việc tháng 12",
        "Thảo luận, biểu quyết kết luận cuộc họp",
      ],
      ...change,
    },
    {
      ...base,
      id: nextWeek,
      kind: "thematic",
      title: "Sinh hoạt chuyên đề quý IV: ứng dụng công nghệ số trong đời sống của thôn",
      startsAt: now + 8 * day,
      minutes: 120,
      agenda: ["Nêu mục đích của chuyên đề"],
    },
    {
      ...base,
      id: putOff,
      kind: "committee",
      title: "Họp chi ủy tháng 11/2026",
      startsAt: now + 2 * day,
      agenda: [],
      cancelled: "Mưa lũ, cả chi ủy trực ở ngầm tràn",
    },
    {
      ...base,
      id: lastMonth,
      kind: "regular",
      title: "Sinh hoạt chi bộ thường kỳ tháng 10/2026",
      startsAt: now - 30 * day,
      agenda: [],
      ...(record && { record }),
      checkedInAt: now - 30 * day + 120_000,
    },
  ];
};

/** A roll half called: some ticked, some by their own check-in, one doubtful, one with a reason, one without. */
export const halfCalled: NonNullable<FakeMeeting["ticks"]> = {
  ...Object.fromEntries([0, 1, 2, 5, 7, 10].map((n) => [idOf(n), { presence: "present", by: "officer" }])),
  ...Object.fromEntries([3, 6, 8, 16, 20].map((n) => [idOf(n), { presence: "present", by: "self" }])),
  [idOf(4)]: { doubtful: "late", checkedAt: new Date(2026, 10, 24, 18, 12).getTime() },
  [idOf(12)]: { presence: "excused", by: "officer", reason: "Đi làm xa" },
  [idOf(13)]: { presence: "unexcused", by: "officer" },
};
