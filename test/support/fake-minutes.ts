import type { MinutesDocument } from "../../src/device/minutes/minutes-document";
import { typeInto } from "../../src/device/minutes/minutes-document";
import type { ReviewLine } from "../../src/device/minutes/minutes-lines";
import type { TaskId } from "../../src/domain/ids";
import { cellMembers } from "./fake-cell-meetings";
import type { FakeMeeting } from "./fake-meetings";

const memberOf = (n: number) => cellMembers[n]?.id;
const [, , review, talk] = [
  "Tuyên bố lý do, giới thiệu đại biểu; cử thư ký cuộc họp",
  "Điểm danh; tình hình đóng đảng phí",
  "Kiểm điểm việc đã giao tháng 11, bàn việc tháng 12",
  "Thảo luận, biểu quyết kết luận cuộc họp",
] as const;

const before: readonly ReviewLine[] = [
  {
    is: "review",
    text: "Vận động hộ ông Ín sửa lại hàng rào lấn đường",
    people: "Bùi Thị Thoa",
    dueOn: "2026-11-20",
    state: "done",
  },
  {
    is: "review",
    text: "Lập danh sách hộ cần hỗ trợ giống vụ đông",
    people: "Quách Đình Lực",
    dueOn: "2026-11-15",
    state: "doing",
  },
];

/** The minutes of a village meeting half an hour after its beginning. */
export const halfWritten = (now: number): Pick<FakeMeeting, "writes" | "review" | "startsAt"> => ({
  startsAt: now - 2_400_000,
  review: before,
  writes: (minutes: MinutesDocument) => {
    const say = (id: string, n: number | undefined, text: string, point: string = review) => {
      const member = n === undefined ? undefined : memberOf(n);
      minutes.putStatement(id, { point, at: now + Number(id.slice(1)), ...(member && { member }) });
      typeInto(minutes.text("statement", id), text);
    };
    minutes.putHead({ startedAt: now - 1_920_000, chair: memberOf(0), writer: memberOf(1) });
    minutes.putPoint("Tuyên bố lý do, giới thiệu đại biểu; cử thư ký cuộc họp", {
      startedAt: now - 1_920_000,
      doneAt: now - 1_740_000,
    });
    minutes.putPoint("Điểm danh; tình hình đóng đảng phí", {
      startedAt: now - 1_740_000,
      doneAt: now - 1_200_000,
    });
    minutes.putPoint(review, { startedAt: now - 1_200_000 });
    say("s1", 2, "Nhất trí với báo cáo. Đoạn đường qua ngầm bị xói, đề nghị đắp lại trước Tết.");
    say("s2", 6, "Tổ tự quản đề nghị chi bộ phân công thêm người trực đêm ở đầu thôn.");
    say("s3", undefined, "");
    typeInto(
      minutes.text("conclusion", review),
      "Chi bộ thống nhất đắp lại đoạn đường qua ngầm trong tháng 12.",
    );
    minutes.putVote("v1", {
      point: review,
      at: now,
      form: "card",
      needs: "majority",
      agree: 8,
      disagree: 0,
      other: 1,
    });
    typeInto(minutes.text("vote", "v1"), "Mỗi hộ góp hai ngày công đắp đường");
    const task = "0th1ng000001" as TaskId;
    minutes.putTask(task, { point: review, at: now, lead: memberOf(5), support: [], dueOn: "2026-12-20" });
    typeInto(minutes.text("task", task), "Huy động ngày công, mượn máy xúc của xã");
    say("s4", 3, "Đồng ý với dự thảo kết luận.", talk);
  },
});
