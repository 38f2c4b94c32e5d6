import { dayAt } from "../../src/domain/commune-day";
import { type Directory, emptyDirectory } from "../../src/domain/directory";
import type { TaskId } from "../../src/domain/ids";
import { cellMembers, tonight } from "./fake-cell-meetings";
import { cell } from "./fake-papers";
import type { FakeTask } from "./fake-tasks";

const who = (n: number) => {
  const member = cellMembers[n];
  if (!member) throw new Error("no such member of the cell");
  return member;
};
const taskNamed = (n: number) => `0task000000${n}` as TaskId;

export const fees = taskNamed(1);
export const road = taskNamed(2);

/** What a village cell has to do around `now`: its secretary's own, some late, some done, one dropped. */
export const cellTasks = (now: number): readonly FakeTask[] => {
  const day = 86_400_000;
  const meeting = { id: tonight, title: "Sinh hoạt chi bộ thường kỳ tháng 11/2026" };
  const base = { host: cell, support: [], assignedAt: now - 20 * day };
  return [
    {
      ...base,
      id: fees,
      text: "Thu đảng phí quý IV, nộp về Văn phòng Đảng ủy",
      lead: who(0).id,
      support: [who(1).id],
      dueOn: dayAt(now + 3 * day),
      meeting,
      progress: [
        { at: now - 5 * day, name: who(1).name, state: "doing", note: "Đã thu 14 đồng chí, còn 8 đồng chí." },
      ],
    },
    {
      ...base,
      id: road,
      text: "Vận động ba hộ hiến đất mở rộng đường vào xóm Rềnh Trên",
      lead: who(2).id,
      support: [who(4).id, who(6).id],
      dueOn: dayAt(now - 2 * day),
      meeting,
      progress: [
        { at: now - 9 * day, name: who(2).name, state: "doing" },
        {
          at: now - 4 * day,
          name: who(4).name,
          state: "doing",
          note: "Hai hộ đã ký, hộ ông Ín hẹn cuối tuần.",
        },
      ],
    },
    { ...base, id: taskNamed(3), text: "Cài định danh mức 2 cho đảng viên cao tuổi", lead: who(8).id },
    {
      ...base,
      id: taskNamed(4),
      text: "Rà soát danh sách quần chúng ưu tú giới thiệu học lớp cảm tình Đảng",
      lead: who(3).id,
      dueOn: dayAt(now + day),
    },
    {
      ...base,
      id: taskNamed(5),
      text: "Sửa loa truyền thanh nhà văn hóa",
      lead: who(10).id,
      dueOn: dayAt(now - 10 * day),
      progress: [{ at: now - 12 * day, name: who(10).name, state: "done", note: "Đã thay dây và hai loa." }],
    },
    {
      ...base,
      id: taskNamed(6),
      text: "Tổ chức dọn vệ sinh đường làng",
      lead: who(0).id,
      dueOn: dayAt(now - 10 * day),
      progress: [{ at: now - 8 * day, name: who(0).name, state: "done" }],
    },
    {
      ...base,
      id: taskNamed(7),
      text: "In băng rôn ngày hội đại đoàn kết",
      lead: who(5).id,
      progress: [
        { at: now - 6 * day, name: who(0).name, state: "dropped", note: "Xã in chung cho các thôn." },
      ],
    },
  ];
};

/** What a phone of that cell knows of its members. */
export const cellDirectory = (): Directory => {
  const directory = emptyDirectory();
  for (const member of cellMembers) directory.members.set(member.id, { ...member, org: cell });
  return directory;
};
