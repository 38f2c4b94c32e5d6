import type { MeetingRecord } from "../../device/meetings/meetings";
import { byPoint } from "../../domain/minutes-view";
import { dayOf, officialDay } from "../../i18n/date";
import { attendanceLines } from "./attendance-lines";
import { minutesBlocks, passages, votesText } from "./minutes-lines";
import type { Block, Paper } from "./paper";
import { headOf, recipientsOf } from "./paper-head";
import { hourOf, partHeading, sentence, titles } from "./paper-words";

const timeAndPlace = ({ meeting, closing: { startedAt, endedAt } }: MeetingRecord): readonly Block[] => {
  const [from, to] = [dayOf(startedAt), dayOf(endedAt)];
  const span =
    from === to
      ? `từ ${hourOf(startedAt)} đến ${hourOf(endedAt)}, ${officialDay(from)}.`
      : `từ ${hourOf(startedAt)}, ${officialDay(from)} đến ${hourOf(endedAt)}, ${officialDay(to)}.`;
  return [
    { is: "paragraph", lead: "Thời gian:", text: span },
    { is: "paragraph", lead: "Địa điểm:", text: sentence(meeting.place) },
  ];
};

const presented = ({ minutes }: MeetingRecord): readonly Block[] =>
  minutes.lines
    .filter((one) => one.is === "paper")
    .map(({ name }, i) => ({ is: "paragraph", text: `${i + 1}. ${sentence(name)}` }));

const proceedings = ({ minutes, closing }: MeetingRecord): readonly Block[] => {
  let n = 0;
  return byPoint(minutes.lines).flatMap(({ point, lines }): readonly Block[] => {
    if (point !== undefined) n += 1;
    const heading = point === undefined ? [] : [{ is: "heading", level: 2, text: `${n}. ${point}` } as const];
    return [...heading, ...minutesBlocks(lines, closing.roll)];
  });
};

const adoption = ({ closing: { endedAt, adopted } }: MeetingRecord): readonly Block[] => [
  {
    is: "paragraph",
    text: `Biên bản được đọc trước hội nghị và biểu quyết thông qua: ${votesText(adopted)}.`,
  },
  { is: "paragraph", text: `Hội nghị kết thúc hồi ${hourOf(endedAt)}, ${officialDay(dayOf(endedAt))}.` },
];

const addenda = ({ minutes }: MeetingRecord): readonly Block[] =>
  minutes.addenda.length === 0
    ? []
    : [
        { is: "heading", level: 1, text: "PHỤ LỤC BIÊN BẢN" },
        ...minutes.addenda.flatMap(({ at, text }) => passages(text, `Ghi thêm ${officialDay(dayOf(at))}:`)),
      ];

/** The minutes of a closed meeting (fields: domain.md 2.5), signed by who wrote them and who presided. */
export const minutesPaper = (record: MeetingRecord): Paper => {
  const parts: readonly (readonly [string, readonly Block[]])[] = [
    ["THÀNH PHẦN", attendanceLines(record)],
    ["TÀI LIỆU TRÌNH TẠI HỘI NGHỊ", presented(record)],
    ["NỘI DUNG", proceedings(record)],
    ["THÔNG QUA BIÊN BẢN", adoption(record)],
  ];
  const { chair, writer } = record.closing;
  return {
    ...headOf(record),
    title: titles.minutes,
    body: [
      ...timeAndPlace(record),
      ...parts
        .filter(([, blocks]) => blocks.length > 0)
        .flatMap(([name, blocks], i): readonly Block[] => [
          { is: "heading", level: 1, text: partHeading(i, name) },
          ...blocks,
        ]),
    ],
    signatures: {
      left: { lines: ["NGƯỜI GHI BIÊN BẢN"], name: writer },
      right: { lines: ["CHỦ TRÌ HỘI NGHỊ"], name: chair },
    },
    recipients: recipientsOf(record, false),
    after: addenda(record),
  };
};
