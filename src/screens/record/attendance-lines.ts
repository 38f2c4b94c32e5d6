import type { MeetingRecord } from "../../device/meetings/meetings";
import type { Closing } from "../../domain/meeting";
import { mustCome, type Standing, standings } from "../../domain/roll-call";
import type { Block } from "./paper";
import { comrade, counted, lowerFirst, sentence, standingNames } from "./paper-words";

type Line = Closing["roll"][number];

/** `17 đồng chí (chính thức 15, dự bị 01)`: without the brackets where all are of one sort and that sort goes without saying. */
const people = (lines: readonly Line[]): string => {
  const kinds = standings.flatMap((standing: Standing) => {
    const n = lines.filter((one) => one.standing === standing).length;
    return n > 0 ? [`${standingNames[standing]} ${counted(n)}`] : [];
  });
  return `${counted(lines.length)} đồng chí${kinds.length > 0 ? ` (${kinds.join(", ")})` : ""}`;
};

const named = (lines: readonly Line[], reasons = false): string =>
  lines.map(({ name, reason }) => (reasons && reason ? `${name} (${lowerFirst(reason)})` : name)).join("; ");

/** Of a conference: how many came, of how many cells, and which cells nobody came from. */
const delegatesLines = (
  delegates: NonNullable<Closing["delegates"]>,
): readonly (readonly [string, string])[] => {
  const came = delegates.filter((one) => one.came > 0);
  const missing = delegates.filter((one) => one.came === 0).map(({ cell }) => cell);
  const total = came.reduce((sum, one) => sum + one.came, 0);
  return [
    [
      "Đại biểu có mặt:",
      `${counted(total)} đồng chí của ${counted(came.length)}/${counted(delegates.length)} chi bộ`,
    ],
    ...(missing.length > 0 ? [["Chi bộ không có đại biểu dự:", missing.join("; ")] as const] : []),
  ];
};

const strength = ({ meeting, closing }: MeetingRecord): readonly (readonly [string, string])[] => {
  const own = closing.roll.filter(({ standing }) => standing !== "temporary");
  const guests = closing.roll.filter(({ standing }) => standing === "temporary");
  if (closing.delegates) return delegatesLines(closing.delegates);
  if (closing.host === "office" || own.length === 0) return [];
  if (meeting.kind === "committee") return [["Tổng số được triệu tập:", people(own)]];
  return [
    ["Tổng số đảng viên của chi bộ:", people(own)],
    ...(guests.length > 0
      ? [["Đảng viên sinh hoạt tạm thời tại chi bộ:", `${counted(guests.length)} đồng chí`] as const]
      : []),
  ];
};

/** Who need not come is not absent (QĐ 294-QĐ/TW). */
const isExpected = ({ standing }: Line) => mustCome(standing);

const absent = (lead: string, lines: readonly Line[], reasons = false): readonly [string, string][] =>
  lines.length > 0 ? [[lead, `${counted(lines.length)} đồng chí: ${named(lines, reasons)}`]] : [];

/**
 * Thành phần: how many belong here and came, who was absent and why, guests, who presided and who wrote, and whether the
 * meeting held (QĐ 294-QĐ/TW §9.3).
 */
export const attendanceLines = (record: MeetingRecord): readonly Block[] => {
  const { closing, figures } = record;
  const { roll, guests } = closing;
  const marked = (presence: Line["presence"]) => roll.filter((one) => one.presence === presence);
  const all: readonly (readonly [string, string])[] = [
    ...strength(record),
    ...(closing.delegates ? [] : [["Có mặt:", people(marked("present"))] as const]),
    ...absent("Vắng có lý do:", marked("excused"), true),
    ...absent("Vắng không có lý do:", marked("unexcused").filter(isExpected)),
    ...absent("Vắng, chưa ghi lý do:", marked(undefined).filter(isExpected)),
    ...(guests.length > 0 ? [["Đại biểu, khách dự:", guests.join("; ")] as const] : []),
    ["Chủ trì:", comrade(closing.chair)],
    ["Người ghi biên bản:", comrade(closing.writer)],
    ...(closing.host !== "office" && figures.denominator > 0
      ? [
          [
            "Điều kiện tiến hành:",
            `${counted(figures.voters)}/${counted(figures.denominator)} đồng chí được tính biểu quyết có mặt, ${
              figures.valid ? "đủ điều kiện tiến hành hội nghị" : "chưa quá một nửa"
            }`,
          ] as const,
        ]
      : []),
  ];
  return all.map(([lead, text], i) => ({
    is: "paragraph",
    lead: `${i + 1}. ${lead}`,
    text: sentence(text),
  }));
};
