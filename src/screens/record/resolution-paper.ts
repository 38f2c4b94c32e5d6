import type { MeetingRecord } from "../../device/meetings/meetings";
import type { MinutesLine } from "../../domain/minutes";
import { dayOf, officialDay } from "../../i18n/date";
import { scoreOf } from "./meeting-score";
import { passages, reviewTable, taskTable } from "./minutes-lines";
import type { Block, Paper } from "./paper";
import { headOf, recipientsOf } from "./paper-head";
import { decimal, lowerFirst, meetingNames, partHeading, ratingNames, titles } from "./paper-words";

type Part = Extract<MinutesLine, { readonly is: "resolution" }>["part"];

const textOf = (lines: readonly MinutesLine[], part: Part): string =>
  lines.flatMap((one) => (one.is === "resolution" && one.part === part ? [one.text] : [])).join("\n");

/**
 * `Số 05-NQ/CB`, from what was written for the number: `5`, `05`, `Số 5-NQ/CB`. A room is left for the clerk's hand where
 * nothing was; numbers run within a committee's term, so only a person knows the next one.
 */
export const resolutionNumber = (written: string, byOffice = false): string => {
  const symbol = byOffice ? "NQ/ĐU" : "NQ/CB";
  const serial = /^(?:Số\s*:?\s*)?0*([1-9]\d{0,4})(?!\d)/iu.exec(written.trim())?.[1];
  if (!serial) return `Số      -${symbol}`;
  return `Số ${serial.padStart(2, "0")}-${symbol}`;
};

const opening = ({ meeting, hostName, closing }: MeetingRecord): Block => {
  const what = meetingNames[meeting.kind];
  const day = officialDay(dayOf(closing.startedAt)).replace(/^n/, "N");
  const who = meeting.kind === "committee" ? `chi ủy ${hostName}` : hostName;
  const held = meeting.kind === "committee" ? "họp" : `tổ chức ${what}`;
  return {
    is: "paragraph",
    text: `${day}, tại ${lowerPlace(meeting.place)}, ${who} ${held}. Sau khi thảo luận và biểu quyết, hội nghị thống nhất nghị quyết như sau:`,
  };
};

/** A place that begins with a common word (`Nhà văn hóa thôn Rềnh`) goes on in the sentence in small letters. */
const lowerPlace = (place: string) =>
  /^(?:Nhà|Hội trường|Trường|Phòng|Trụ sở)\s/u.test(place) ? lowerFirst(place) : place;

const assessment = (lines: readonly MinutesLine[]): readonly Block[] => {
  const score = scoreOf(lines);
  const scored: readonly Block[] = score
    ? [
        {
          is: "paragraph",
          text: `Tổng điểm: ${decimal(score.given)}/${decimal(score.most)}; xếp loại: ${ratingNames[score.rating]}.`,
        },
      ]
    : [];
  return [...passages(textOf(lines, "assessment")), ...scored];
};

/** By what right, and in what office, it is signed. A cell and its committee have no seal (domain.md 2.3). */
const signed = ({ meeting, closing }: MeetingRecord, deputy: boolean): readonly string[] => {
  const body = closing.host === "office" ? "ĐẢNG ỦY" : meeting.kind === "committee" ? "CHI ỦY" : "CHI BỘ";
  return [`T/M ${body}`, deputy ? "PHÓ BÍ THƯ" : "BÍ THƯ"];
};

/**
 * The resolution that the meeting passed, in the four parts in use (domain.md 2.5); undefined where it passed none. A part
 * with nothing in it is left out. `deputy`: the one who presided is a deputy secretary.
 */
export const resolutionPaper = (record: MeetingRecord, deputy = false): Paper | undefined => {
  const { lines } = record.minutes;
  if (!lines.some((one) => one.is === "resolution" && one.part !== "number")) return undefined;
  const reviews = lines.filter((one) => one.is === "review");
  const tasks = lines.filter((one) => one.is === "task");
  const parts: readonly (readonly [string, readonly Block[]])[] = [
    [
      "ĐÁNH GIÁ KẾT QUẢ THỰC HIỆN NHIỆM VỤ",
      [...passages(textOf(lines, "results")), ...(reviews.length > 0 ? [reviewTable(reviews)] : [])],
    ],
    ["PHƯƠNG HƯỚNG, NHIỆM VỤ", passages(textOf(lines, "direction"))],
    [
      "PHÂN CÔNG VÀ TỔ CHỨC THỰC HIỆN",
      [...passages(textOf(lines, "assignment")), ...(tasks.length > 0 ? [taskTable(tasks)] : [])],
    ],
    ["TỰ ĐÁNH GIÁ CHẤT LƯỢNG KỲ SINH HOẠT", assessment(lines)],
  ];
  return {
    ...headOf(record),
    number: resolutionNumber(textOf(lines, "number"), record.closing.host === "office"),
    title: titles.resolution,
    body: [
      opening(record),
      ...parts
        .filter(([, blocks]) => blocks.length > 0)
        .flatMap(([name, blocks], i): readonly Block[] => [
          { is: "heading", level: 1, text: partHeading(i, name) },
          ...blocks,
        ]),
    ],
    signatures: { right: { lines: signed(record, deputy), name: record.closing.chair } },
    recipients: recipientsOf(record, true),
    after: [],
  };
};
