import { shortDay } from "../../i18n/date";

/*
 * The words of official papers. They are Vietnamese whatever the language of the app: a paper goes into the cell's files and
 * up to the committee.
 */

/** Fixed parts of the layout (domain.md 2.3). */
export const layout = {
  party: "ĐẢNG CỘNG SẢN VIỆT NAM",
  underOrgan: "*",
  underSubject: "-----",
  recipients: "Nơi nhận:",
} as const;

export const titles = { minutes: "BIÊN BẢN", resolution: "NGHỊ QUYẾT" } as const;

/** What the meeting is called within a sentence. */
export const meetingNames = {
  regular: "sinh hoạt thường kỳ",
  thematic: "sinh hoạt chuyên đề",
  committee: "họp chi ủy",
  conference: "hội nghị",
} as const;

export const standingNames = {
  official: "chính thức",
  probationary: "dự bị",
  temporary: "sinh hoạt tạm thời",
  exempt: "miễn công tác và sinh hoạt đảng",
  away: "đã giới thiệu đi sinh hoạt tạm thời nơi khác",
  suspended: "đình chỉ sinh hoạt đảng",
} as const;

export const voteForms = { card: "biểu quyết bằng thẻ đảng viên", secret: "bỏ phiếu kín" } as const;
export const voteNeeds = { majority: "quá một nửa", "two-thirds": "ít nhất hai phần ba" } as const;

export const taskStateNames = {
  waiting: "Chưa thực hiện",
  doing: "Đang thực hiện",
  done: "Đã hoàn thành",
  dropped: "Không còn thực hiện",
} as const;

export const ratingNames = { good: "Tốt", fair: "Khá", average: "Trung bình", poor: "Kém" } as const;

const romans = ["I", "II", "III", "IV", "V", "VI"] as const;

/** `II. NỘI DUNG`, for the second part, counted from 0. */
export const partHeading = (index: number, text: string): string => `${romans[index] ?? index + 1}. ${text}`;

/** `05`, so that no digit can be put before it; `0` and what has two digits stand as they are. */
export const counted = (n: number): string => (n > 0 && n < 10 ? `0${n}` : `${n}`);

/** `12,5`. */
export const decimal = (n: number): string => `${Math.round(n * 100) / 100}`.replace(".", ",");

/** `19 giờ 30 phút`, `20 giờ`: the hour of a moment where this phone is. */
export const hourOf = (at: number): string => {
  const date = new Date(at);
  const minutes = date.getMinutes();
  return `${counted(date.getHours())} giờ${minutes === 0 ? "" : ` ${counted(minutes)} phút`}`;
};

/** `05/12/2026`, for a cell of a table: next to no present year, so that every year is written. */
export const numericDay = (day: string): string => shortDay(day, Number.NaN);

/** With a full stop, unless it ends in a mark of its own. */
export const sentence = (text: string): string => {
  const trimmed = text.trim();
  return trimmed === "" || /[.!?…:;]["”’)]?$/.test(trimmed) ? trimmed : `${trimmed}.`;
};

export const capitals = (text: string): string => text.toLocaleUpperCase("vi");

/** `sinh hoạt chi bộ …`; a name in capitals (`NTM`) stays. */
export const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase("vi") + text.slice(1);

export const upperFirst = (text: string): string => text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);

/** Who already goes by a title is not given another one. */
const titled = /^(?:các\s|đồng chí|đ\/c|ông\s|bà\s|ban\s|chi ủy|chi bộ|đảng ủy|tổ\s|toàn thể|mọi\s)/iu;

/** `đồng chí Bùi Văn Dũng`. */
export const comrade = (name: string): string => (titled.test(name) ? name : `đồng chí ${name}`);
