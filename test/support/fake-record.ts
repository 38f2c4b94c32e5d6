import type { Member } from "../../src/domain/directory";
import type { MemberId, TaskId } from "../../src/domain/ids";
import type { Closing } from "../../src/domain/meeting";
import type { MinutesLine } from "../../src/domain/minutes";
import { rollCall } from "../../src/domain/roll-call";
import type { FakeMeeting } from "./fake-meetings";
import { cell } from "./fake-papers";

type Called = Pick<Member, "id" | "name" | "kind">;
export type FakeRecord = NonNullable<FakeMeeting["record"]>;

const task = (n: number) => `0task${n.toString().padStart(7, "0")}` as TaskId;

/** What the secretary wrote down of one evening in October; `who(n)` is the nth of the roll. */
const lines = (who: (n: number) => Called): readonly MinutesLine[] => {
  const said = (n: number, text: string): MinutesLine => ({
    is: "statement",
    member: who(n).id,
    name: who(n).name,
    text,
  });
  return [
    { is: "paper", name: "Báo cáo kết quả công tác tháng 10, nhiệm vụ tháng 11 năm 2026 của chi bộ" },
    { is: "paper", name: "Kế hoạch số 118-KH/ĐU của Đảng ủy xã về giữ nước cho vụ chiêm xuân" },
    { is: "point", point: "Kiểm điểm việc đã giao tháng 10" },
    {
      is: "review",
      text: "Phát quang hai bên đường từ nhà văn hóa đến ngầm tràn",
      people: "Bùi Văn Dũng",
      dueOn: "2026-10-20",
      state: "done",
    },
    {
      is: "review",
      text: "Lập danh sách hộ cần sửa chuồng trại trước mùa rét",
      people: "Đinh Thị Hường, Bùi Thị Xuân",
      dueOn: "2026-10-15",
      state: "doing",
    },
    { is: "review", text: "Gặp ba hộ chưa ký cam kết đổ rác", people: "Quách Thị Nga", state: "waiting" },
    said(4, "Đường đã phát xong từ ngày 18, dân xóm Trên tự góp thêm mười hai công."),
    said(3, "Danh sách còn bốn hộ ở Suối Mát chưa xem được chuồng vì đường lầy. Xin thêm một tuần."),
    said(
      5,
      "Ba hộ ấy chưa ký vì chưa rõ xe gom rác có vào được ngõ không.\nĐề nghị hỏi lại hợp tác xã rồi hãy vận động tiếp.",
    ),
    {
      is: "conclusion",
      text: "Việc phát đường hoàn thành sớm, biểu dương xóm Trên. Hai việc còn lại chuyển sang tháng 11.",
    },
    { is: "point", point: "Bàn nhiệm vụ tháng 11; giữ nước cho vụ chiêm xuân" },
    said(
      0,
      "Đảng ủy xã yêu cầu nạo vét xong mương trước ngày 10 tháng 12. Thôn ta có 1.240 m mương, đoạn qua Thung Bái bồi nặng nhất.",
    ),
    said(8, "Đoạn Thung Bái nên thuê máy một ngày, làm tay không kịp. Tiền máy khoảng hai triệu đồng."),
    said(10, "Nhà ai có ruộng dưới mương thì góp công, nhà neo người thì thôn hỗ trợ, đừng bổ đều."),
    said(9, "Hội Phụ nữ nhận đoạn 200 m gần nhà văn hóa."),
    said(16, "Đoàn thanh niên có mười một người ở nhà, nhận đào đoạn cuối mương vào chủ nhật."),
    said(20, "Nơi tôi ở trước, thôn chia theo mét ruộng, làm hai buổi là xong; có thể tham khảo."),
    {
      is: "statement",
      name: "Đồng chí Đinh Thị Vân, Phó Bí thư Đảng ủy xã",
      text: "Chi bộ bàn kỹ và thiết thực. Lưu ý ghi rõ tên từng hộ được hỗ trợ để bà con cùng biết.",
    },
    said(7, "Tôi tuổi cao, xin giữ sổ chấm công cho bà con."),
    {
      is: "conclusion",
      text: "Thống nhất thuê máy cho đoạn Thung Bái, các đoạn khác làm tay. Chia việc theo diện tích ruộng, miễn cho hộ neo người.",
    },
    {
      is: "vote",
      matter: "Thuê máy nạo vét đoạn Thung Bái, mức chi không quá 2.000.000 đồng từ quỹ thôn",
      form: "card",
      needs: "majority",
      agree: 13,
      disagree: 1,
      other: 1,
      carried: true,
    },
    {
      is: "task",
      task: task(1),
      text: "Thuê máy, trông coi việc nạo vét đoạn Thung Bái",
      lead: who(8).name,
      support: who(4).name,
      dueOn: "2026-11-15",
    },
    {
      is: "task",
      task: task(2),
      text: "Vận động hội viên phụ nữ nạo vét 200 m mương gần nhà văn hóa",
      lead: who(9).name,
      dueOn: "2026-11-22",
    },
    {
      is: "task",
      task: task(3),
      text: "Xem chuồng trại của bốn hộ còn lại ở Suối Mát, hoàn thành danh sách gửi xã",
      lead: who(3).name,
      support: `${who(9).name}, ${who(11).name}`,
      dueOn: "2026-11-05",
    },
    { is: "point", point: "Xét đề nghị công nhận đảng viên chính thức" },
    said(2, "Đồng chí Tuấn đủ mười hai tháng dự bị, việc đoàn và việc thôn đều làm tốt."),
    {
      is: "vote",
      matter: `Đề nghị công nhận đồng chí ${who(16).name} là đảng viên chính thức`,
      form: "secret",
      needs: "two-thirds",
      agree: 15,
      disagree: 0,
      other: 0,
      carried: true,
    },
    { is: "point", point: "Chấm điểm buổi sinh hoạt" },
    { is: "score", title: "Thời lượng sinh hoạt", most: 5, given: 5 },
    { is: "score", title: "Tỉ lệ đảng viên dự họp", most: 5, given: 3 },
    { is: "score", title: "Chuẩn bị nội dung, gửi tài liệu trước họp", most: 10, given: 9.5 },
    { is: "score", title: "Tổ chức sinh hoạt, số người phát biểu", most: 35, given: 31 },
    { is: "score", title: "Điều hành, giữ nguyên tắc sinh hoạt", most: 15, given: 14 },
    { is: "score", title: "Kết quả thực hiện nghị quyết tháng trước", most: 30, given: 24 },
    { is: "resolution", part: "number", text: "7" },
    {
      is: "resolution",
      part: "results",
      text: "Trong tháng 10 chi bộ lãnh đạo nhân dân phát quang 1,8 km đường thôn, sớm hai ngày so với kế hoạch.\nHai việc chưa xong: danh sách hộ cần sửa chuồng trại và cam kết đổ rác của ba hộ.",
    },
    {
      is: "resolution",
      part: "direction",
      text: "Nạo vét 1.240 m mương trước ngày 30 tháng 11; đoạn Thung Bái thuê máy, các đoạn khác chia theo diện tích ruộng.\nHoàn thành danh sách hộ cần sửa chuồng trại, che chắn xong trước đợt rét đầu tiên.",
    },
    {
      is: "resolution",
      part: "assignment",
      text: "Chi ủy kiểm tra tiến độ vào tối thứ Sáu hằng tuần.",
    },
    {
      is: "resolution",
      part: "assessment",
      text: "Buổi sinh hoạt bảo đảm thời gian, nhiều ý kiến thiết thực; còn bốn đồng chí vắng mặt.",
    },
  ];
};

const excused: { readonly [n: number]: string } = {
  12: "Đi làm xa",
  13: "Nuôi mẹ ốm ở bệnh viện tỉnh",
  18: "Việc gia đình",
};
const unexcused: readonly number[] = [14];

/** The regular meeting of a village cell as it was closed: `startedAt` in milliseconds. */
export const fakeRecord = (
  startedAt: number,
  members: readonly Called[],
  change: Partial<FakeRecord> = {},
): FakeRecord => {
  const who = (n: number): Called => members[n] ?? { id: "" as MemberId, name: "", kind: "official" };
  const roll = members.map(({ id, name, kind }, n): Closing["roll"][number] => {
    const member = { member: id, name };
    if (n === 21) return { ...member, standing: "away" };
    if (excused[n]) return { ...member, standing: kind, presence: "excused", reason: excused[n] };
    return { ...member, standing: kind, presence: unexcused.includes(n) ? "unexcused" : "present" };
  });
  return {
    hostName: "Chi bộ thôn Rềnh",
    communeName: "Đảng bộ xã Lạc Sơn",
    closing: {
      host: cell,
      closing: "0closing0001" as MemberId,
      parts: 1,
      startedAt,
      endedAt: startedAt + 105 * 60_000,
      chair: who(0).name,
      writer: who(2).name,
      roll,
      guests: [
        "Đồng chí Đinh Thị Vân, Phó Bí thư Đảng ủy xã",
        "Bà Quách Thị Dậu, Trưởng ban Công tác Mặt trận thôn",
      ],
      adopted: { agree: 15, disagree: 0, other: 0 },
    },
    figures: rollCall(roll),
    minutes: {
      lines: lines(who),
      missing: 0,
      addenda: [
        {
          at: startedAt + 3 * 86_400_000,
          text: "Đồng chí Phạm Thị Thu Hằng đã gửi giấy xác nhận đi làm xa; lý do vắng đã ghi là đúng.",
        },
      ],
    },
    ...change,
  };
};

/** The same evening, two of three parts of its minutes still on their way. */
export const fakeRecordComing = (startedAt: number, members: readonly Called[]): FakeRecord => {
  const whole = fakeRecord(startedAt, members);
  return {
    ...whole,
    closing: { ...whole.closing, parts: 3 },
    minutes: { lines: whole.minutes.lines.slice(0, 12), missing: 2, addenda: [] },
  };
};

/** Nothing but an end: no guests, nothing said, nothing scored. */
export const fakeRecordEmpty = (startedAt: number, members: readonly Called[]): FakeRecord => {
  const whole = fakeRecord(startedAt, members);
  return {
    ...whole,
    closing: { ...whole.closing, guests: [] },
    minutes: { lines: [], missing: 0, addenda: [] },
  };
};
