import type { MeetingDetail } from "../../device/meetings/meetings";
import type { MeetingKind } from "../../domain/meeting-host";

/** Whom an invitation is addressed to: those called, or the superior committee's member who looks after the cell. */
export type Invited = "members" | "supervisor";

type Invitation = Pick<
  MeetingDetail,
  "host" | "kind" | "title" | "place" | "startsAt" | "minutes" | "agenda" | "papers" | "photos"
> & {
  /** The cell's name; not looked at where the office calls. */
  readonly hostName: string;
};

// An official paper: it is Vietnamese, whatever language the screens speak.
const kinds: { readonly [kind in MeetingKind]: string } = {
  regular: "Sinh hoạt chi bộ thường kỳ",
  thematic: "Sinh hoạt chi bộ chuyên đề",
  committee: "Họp chi ủy",
  conference: "Hội nghị",
};
const office = "Văn phòng Đảng ủy";
const weekdays = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];
const members: { readonly [kind in MeetingKind]: string } = {
  regular: "các đồng chí đảng viên",
  thematic: "các đồng chí đảng viên",
  committee: "các đồng chí chi ủy viên",
  conference: "các đồng chí được mời dự hội nghị",
};

/** Under this an official day or month carries a zero, so that no digit can be added (domain.md 2.3). */
const number = (value: number, from: number) => (value < from ? `0${value}` : `${value}`);

/** `19 giờ 30 phút, thứ Bảy, ngày 05 tháng 12 năm 2026`, where this phone is. */
const inWords = (at: number): string => {
  const date = new Date(at);
  const minutes = date.getMinutes();
  const time = `${number(date.getHours(), 10)} giờ${minutes ? ` ${number(minutes, 10)} phút` : ""}`;
  const day = `ngày ${number(date.getDate(), 10)} tháng ${number(date.getMonth() + 1, 3)} năm ${date.getFullYear()}`;
  return `${time}, ${weekdays[date.getDay()]}, ${day}`;
};

const papersOf = ({ papers, photos }: Pick<Invitation, "papers" | "photos">): readonly string[] => {
  const known = papers.flatMap(({ row }) => (row ? [row] : []));
  const away = papers.length - known.length;
  const named = [
    ...known.map(({ number, abstract }) => `- ${number ? `${number}: ` : ""}${abstract}`),
    ...photos.map(({ title }) => `- ${title}`),
  ];
  return [
    ...named,
    ...(away > 0 ? [`- ${named.length > 0 ? "và " : ""}${away} văn bản gửi kèm trong Sổ Chi bộ`] : []),
  ];
};

/** The invitation as a text to be sent by any messenger. */
export const invitation = (meeting: Invitation, to: Invited): string => {
  const { host, kind, agenda } = meeting;
  const hostName = host === "office" ? office : meeting.hostName || "Chi bộ";
  const papers = papersOf(meeting);
  const whom =
    to === "supervisor"
      ? "đồng chí cấp ủy viên phụ trách chi bộ"
      : `${members[kind]}${host === "office" || !meeting.hostName ? "" : ` ${hostName}`}`;
  return [
    "GIẤY MỜI",
    kinds[kind],
    "",
    `Kính gửi: ${whom}`,
    "",
    `${hostName} trân trọng kính mời ${to === "supervisor" ? "đồng chí" : "các đồng chí"} dự: ${meeting.title}.`,
    `Thời gian: ${inWords(meeting.startsAt)} (dự kiến ${meeting.minutes} phút).`,
    `Địa điểm: ${meeting.place}.`,
    ...(agenda.length > 0 ? ["", "Chương trình:", ...agenda.map((point, i) => `${i + 1}. ${point}`)] : []),
    ...(papers.length > 0 ? ["", "Tài liệu:", ...papers] : []),
    "",
    to === "supervisor" ? "Kính mời đồng chí đến dự và chỉ đạo." : "Đề nghị các đồng chí dự đủ, đúng giờ.",
  ].join("\n");
};
