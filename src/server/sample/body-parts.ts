import type { Block } from "../../domain/reading-text";
import { item, paragraph, table, titled } from "./layout";
import type { Topic } from "./topics/topic";

/** What a body is written from. */
export interface Matter {
  readonly topic: Topic;
  readonly more: readonly Topic[];
  /** Sentences of this paper alone. */
  readonly own: readonly string[];
  readonly grounds: readonly string[];
  /** Cells by name, for papers with a table of them. */
  readonly cells: readonly { readonly name: string; readonly members: number }[];
  readonly draw: { next(): number };
}

/** As many of the list as asked, in its order, chosen by chance. */
export const some = <T>({ draw }: Matter, from: readonly T[], count: number): T[] => {
  const kept = new Set<number>();
  while (kept.size < Math.min(count, from.length)) kept.add(Math.floor(draw.next() * from.length));
  return from.filter((_, i) => kept.has(i));
};

export const grounds = ({ grounds: lines }: Matter): Block[] =>
  lines.map((line) => ({ k: "p", r: [{ t: line, i: 1 }] }));
export const opening = ({ own }: Matter): Block[] => own.map(paragraph);
export const targets = ({ targets: rows }: Topic): Block =>
  table(
    ["TT", "Chỉ tiêu", "Đơn vị tính", "Mức phấn đấu"],
    rows.map((row, i) => [String(i + 1), ...row]),
  );
export const duties = (topics: readonly Topic[]): Block =>
  table(
    ["TT", "Đơn vị chủ trì", "Nội dung công việc", "Thời hạn"],
    topics.flatMap(({ duties: rows }) => rows).map((row, i) => [String(i + 1), ...row]),
  );
export const tasks = ({ tasks: rows }: Topic, from = 1): Block[] =>
  rows.map(([title, text], i) => titled(`${from + i}.`, title, text));
export const dashes = (lines: readonly string[]): Block[] => lines.map((line) => item("-", line));

export const carryOut: readonly string[] = [
  "Các chi bộ đưa nội dung này vào kỳ sinh hoạt gần nhất, phân công từng đảng viên và ghi vào biên bản.",
  "Ủy ban nhân dân xã cụ thể hóa bằng kế hoạch, bố trí kinh phí trong dự toán được giao.",
  "Mặt trận Tổ quốc và các đoàn thể vận động đoàn viên, hội viên cùng làm, giám sát việc thực hiện ở xóm.",
  "Ban Xây dựng Đảng soạn tài liệu tuyên truyền ngắn, có bản đọc trên loa bằng tiếng Mường.",
  "Ủy ban Kiểm tra đưa nội dung này vào chương trình kiểm tra, giám sát năm sau.",
  "Văn phòng Đảng ủy theo dõi, đôn đốc, định kỳ hằng tháng báo cáo Thường trực Đảng ủy.",
  "Nơi nào làm tốt thì kể lại để nơi khác học; nơi nào vướng thì báo sớm, không để dồn cuối kỳ.",
];

/** Points of view that a resolution opens its aims with. */
export const stances: readonly string[] = [
  "Việc của xóm phải do người trong xóm bàn, người trong xóm làm, người trong xóm giám sát; cấp trên giúp cách làm và gỡ vướng.",
  "Đảng viên đi trước: việc gì vận động nhân dân thì nhà đảng viên làm xong trước, nói sau.",
  "Chọn ít việc, làm đến cùng; không chạy theo số lượng, không nhận chỉ tiêu để cho đẹp báo cáo.",
  "Lấy sự hài lòng của nhân dân làm thước đo; nơi xa, nơi khó được quan tâm trước.",
  "Giữ đoàn kết giữa người Mường, người Kinh, người mới đến; tôn trọng phong tục tốt đẹp của từng dòng họ.",
  "Dùng công nghệ để bớt giấy tờ, bớt đi lại, không để công nghệ thành việc thêm cho cơ sở.",
];

/** How a plan says that it is paid and reported. */
export const closing: readonly string[] = [
  "Kinh phí lấy từ nguồn chi thường xuyên đã giao; phần nhân dân đóng góp do xóm tự bàn, tự quyết, tự công khai.",
  "Báo cáo ngắn bằng số liệu trên máy trước ngày 25 hằng tháng, không phải gửi bản giấy.",
  "Việc gì phát sinh ngoài kế hoạch, chi bộ chủ động làm trước rồi báo lại trong ba ngày.",
  "Sơ kết sau ba tháng, tổng kết cuối năm; biểu dương tập thể, cá nhân làm tốt ngay tại cơ sở.",
];
