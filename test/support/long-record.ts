import type { MeetingRecord } from "../../src/device/meetings/meetings";
import type { MemberId } from "../../src/domain/ids";
import type { MinutesLine } from "../../src/domain/minutes";
import { rollCall } from "../../src/domain/roll-call";
import { closedMeeting } from "./closed-meeting";

const sentence =
  "Tôi đề nghị chi bộ bàn kỹ việc nạo vét mương, chia công theo diện tích ruộng, hộ neo người thì thôn giúp, và ghi tên từng hộ vào sổ để bà con cùng biết.";

/** A meeting of a large cell that went on: so many members, so many statements of two or three sentences under ten points. */
export const longRecord = (members: number, statements: number): MeetingRecord => {
  const record = closedMeeting();
  const roll = Array.from({ length: members }, (_, i) => ({
    member: `0member${i.toString().padStart(5, "0")}` as MemberId,
    name: `Bùi Văn Người Thứ ${i + 1}`,
    standing: "official" as const,
    ...(i % 10 === 9
      ? { presence: "excused" as const, reason: "Đi làm xa" }
      : { presence: "present" as const }),
  }));
  const said = Array.from({ length: statements }, (_, i): readonly MinutesLine[] => {
    const one = roll[i % members];
    const statement: MinutesLine = {
      is: "statement",
      member: one?.member,
      name: one?.name,
      text: Array.from({ length: 2 + (i % 2) }, () => sentence).join(" "),
    };
    return i % 20 === 0 ? [{ is: "point", point: `Nội dung thứ ${i / 20 + 1}` }, statement] : [statement];
  });
  return {
    ...record,
    closing: { ...record.closing, roll },
    figures: rollCall(roll),
    minutes: { ...record.minutes, lines: [...record.minutes.lines, ...said.flat()] },
  };
};
