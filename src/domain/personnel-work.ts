import type { DocumentKind } from "./document-kind";
import { printedTitle } from "./first-page";

export interface PaperHead {
  readonly kind: DocumentKind;
  readonly abstract: string;
  /** Plain text of the first page, where there is one. */
  readonly firstPage?: string | undefined;
}

/**
 * True for papers on công tác cán bộ and what the commune handles alike: members' files, discipline, internal
 * political protection, complaints (domain.md 0.3, 2.4). They go by their own rules, not by this road.
 *
 * Decided from the title, as typed and as printed: an act on persons always counts; a study or propaganda paper
 * *about* a rule of that field does not, nor does a general instruction on members' files, discipline or complaints
 * that names nobody, since every cell has to carry those out.
 */
export const personnelWork = ({ kind, abstract, firstPage = "" }: PaperHead): boolean =>
  [abstract, printedTitle(firstPage)].some((title) => concerns(kind, title)) || orders.test(tidy(firstPage));

const concerns = (kind: DocumentKind, title: string): boolean => {
  const text = tidy(title).replace(routine, " ");
  const personal = named.test(text);
  const studied = !personal && study.exec(text)?.index;
  const counts = (pattern: RegExp) => {
    const at = pattern.exec(text)?.index;
    return at !== undefined && !(typeof studied === "number" && studied < at);
  };
  if (cadreWork.some(counts)) return true;
  if (!personal && generalKinds.includes(kind)) return false;
  return likeMatters.some(counts);
};

/** Small letters apart from names, one spelling of ủy/uỷ and hòa/hoà, single spaces. */
const tidy = (text: string) =>
  text
    .normalize("NFC")
    .replaceAll("uỷ", "ủy")
    .replaceAll("Uỷ", "Ủy")
    .replaceAll("UỶ", "ỦY")
    .replace(/[^\S\n]+/g, " ")
    .trim();

/** Kinds that instruct everyone rather than report on or decide about somebody. */
const generalKinds: readonly DocumentKind[] = [
  "chi_thi",
  "quy_dinh",
  "quy_che",
  "huong_dan",
  "ke_hoach",
  "chuong_trinh",
  "thong_tri",
  "tai_lieu",
];

/** A person is meant: "đối với đồng chí …", "ông …", "bà …". */
const named = /(?:đồng chí|ông|bà|đ\/c)\s+\p{Lu}\p{Ll}+\s+\p{Lu}|đối với (?:đồng chí|ông|bà|đ\/c)(?=\s)/u;

/** The paper teaches or spreads something. Counts only where it stands before the matter itself. */
const study =
  /học tập|quán triệt|tuyên truyền|phổ biến|tìm hiểu|nghiên cứu|tập huấn|bồi dưỡng nghiệp vụ|hội thi|cuộc thi|sinh hoạt chuyên đề|tọa đàm|(?:triển khai|thực hiện) (?:thực hiện )?(?:quy định|nghị quyết|chỉ thị|hướng dẫn|kết luận|luật)(?= số| của| \d)/iu;

/** Yearly routine whose name holds a word of the field. */
const routine =
  /công tác kiểm tra, giám sát(?:,| và)? (?:thi hành )?kỷ luật(?: của| trong)?(?: đảng)?|kỷ luật, kỷ cương|kỷ cương, kỷ luật|giới thiệu người (?:\p{L}+ ){0,6}?ứng cử đại biểu/giu;

const people =
  "(?:cán bộ|công chức|viên chức|đồng chí|nhân sự|đảng viên|giáo viên|ông|bà|lãnh đạo|cấp ủy viên)";

/** Công tác cán bộ itself. */
const cadreWork: readonly RegExp[] = [
  /công tác (?:tổ chức,? )?(?:cán bộ|nhân sự)(?! nữ trong phong trào)/iu,
  /(?:^|\s)(?:bổ nhiệm|miễn nhiệm|cách chức|biệt phái)/iu,
  // Forces, vehicles and goods are sent about, too.
  /điều động(?! (?:các )?(?:lực lượng|phương tiện|dân quân|quân|xe|vật tư|trang thiết bị|thiết bị|máy|nhân lực|nhân công|kinh phí))/iu,
  /luân chuyển(?! (?:các )?(?:văn bản|hồ sơ|tài liệu|sách|báo|vốn|nguồn vốn|hàng|vật tư|cây trồng|mùa vụ|thông tin|dữ liệu|nước|đàn|đất))/iu,
  /quy hoạch (?:\p{L}+ ){0,3}?(?:cán bộ|chức danh|cấp ủy|ban chấp hành|lãnh đạo|nhân sự)|(?:cán bộ|nhân sự|nguồn) (?:trong |thuộc diện )?quy hoạch(?! (?:sử dụng|đất|xây dựng))/iu,
  /giới thiệu (?:\p{L}+ ){0,6}?(?:ứng cử|tái cử|bầu (?:giữ|bổ sung))/iu,
  /chỉ định (?:bổ sung |tham gia )?(?:ban chấp hành|cấp ủy|chi ủy|bí thư|phó bí thư|ủy viên|chức danh|nhân sự|đồng chí)/iu,
  /chuẩn y/iu,
  /kiện toàn (?:\p{L}+ ){0,2}?(?:nhân sự|chức danh|cấp ủy|chi ủy|bí thư|ban chấp hành|ban thường vụ)/iu,
  /(?:phương án|đề án|danh sách|dự kiến) nhân sự/iu,
  /(?:thôi|cho thôi|nghỉ) (?:giữ chức|tham gia (?:ban chấp hành|cấp ủy|chi ủy))|giữ chức (?:vụ|danh)?/iu,
  /lấy phiếu tín nhiệm|nhận xét,? (?:và )?đánh giá (?:đối với )?(?:cán bộ|công chức|viên chức|đồng chí|lãnh đạo)/iu,
  new RegExp(`(?:kê khai|lý lịch) (?:của |đối với )?${people}`, "iu"),
];

/** What the commune handles as carefully, by extension (domain.md 2.4). */
const likeMatters: readonly RegExp[] = [
  new RegExp(`(?:thi hành|xử lý|xem xét) kỷ luật|kỷ luật (?:đối với |của )?(?:tổ chức đảng|${people})`, "iu"),
  /(?:^|\s)(?:khiển trách|khai trừ|xóa tên)|hình thức (?:kỷ luật|cảnh cáo)|dấu hiệu vi phạm/iu,
  /hồ sơ (?:của |đối với )?(?:đảng viên|cán bộ)|thẩm tra lý lịch|xác minh lý lịch/iu,
  /bảo vệ chính trị nội bộ|chính trị hiện nay|lịch sử chính trị/iu,
  /đơn thư|đơn tố cáo|(?:^|\s)tố cáo|đơn (?:phản ánh|khiếu nại|kiến nghị)|giải quyết khiếu nại/iu,
  /kết quả (?:\p{L}+,? ){0,4}?(?:xếp loại|đánh giá) (?:\p{L}+ ){0,3}?cán bộ/iu,
];

/** "Điều 1. Điều động đồng chí …": what the paper does, wherever its title stays silent. */
const orders =
  /^(?:(?:Điều )?1\s*[.:]\s*)?(?:Nay )?(?:Bổ nhiệm|Điều động|Luân chuyển|Chỉ định|Miễn nhiệm|Chuẩn y|Thi hành kỷ luật|Khai trừ|Cách chức|Khiển trách|Cảnh cáo|Cho thôi)[^.\n]{0,60}?(?:đồng chí|đ\/c|ông|bà)\s/imu;
