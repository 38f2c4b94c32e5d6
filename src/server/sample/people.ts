type Draw = { next(): number };

/** One of the list; an earlier place is no likelier than a later one. */
export const pick = <T>(draw: Draw, from: readonly T[]): T =>
  from[Math.floor(draw.next() * from.length)] as T;

/** A whole number from `low` to `high`, both included. */
export const between = (draw: Draw, low: number, high: number): number =>
  low + Math.floor(draw.next() * (high - low + 1));

/** Family names of a Mường commune, as often as they are met there. */
const families = (
  [
    ["Bùi", 38],
    ["Quách", 13],
    ["Đinh", 9],
    ["Bạch", 8],
    ["Hà", 6],
    ["Nguyễn", 9],
    ["Trần", 4],
    ["Phạm", 3],
    ["Lê", 3],
    ["Xa", 2],
    ["Hoàng", 2],
    ["Vũ", 1],
    ["Đỗ", 1],
    ["Lường", 1],
  ] as const
).flatMap(([name, weight]) => Array.from({ length: weight }, () => name));

const menMiddle = [
  "Văn",
  "Văn",
  "Văn",
  "Đức",
  "Quang",
  "Xuân",
  "Ngọc",
  "Minh",
  "Công",
  "Thanh",
  "Hồng",
  "Trọng",
];
const menGiven = (
  "An Bình Chiến Chung Cường Dũng Duy Đạt Điệp Đông Giang Hải Hào Hiền Hiệp Hòa Hoan Hùng Huy Hưng Khanh Khoa Kiên Lâm Lập Long " +
  "Lợi Lực Mạnh Nam Nghĩa Nhân Nhiệm Phong Phú Phúc Quân Quý Quyết Sáng Sơn Sỹ Tài Tân Thái Thắng Thành Thế Thiện Thịnh " +
  "Thọ Thức Tiến Toàn Trung Trường Tuấn Tùng Tuyên Vinh Vĩnh Vượng"
).split(" ");
const womenMiddle = [
  "Thị",
  "Thị",
  "Thị",
  "Thị",
  "Thị Hồng",
  "Thị Thanh",
  "Thị Minh",
  "Thị Bích",
  "Thu",
  "Ngọc",
];
const womenGiven = (
  "Anh Bình Chi Chinh Diệp Dung Duyên Đào Gấm Giang Hà Hạnh Hằng Hiên Hiền Hoa Hòa Hồng Huệ Huyền Hường Khuyên Lan Lành Liên " +
  "Liễu Linh Loan Lương Lưu Lý Mai Mận Minh Mơ Nga Ngân Nghiêm Nguyệt Nhàn Nhung Oanh Phương Phượng Quyên Sen Thảo Thắm Thoa " +
  "Thơm Thủy Thương Thúy Tình Trang Tuyết Tươi Vân Xuân Yên Yến"
).split(" ");

/** An invented name. Any likeness to a living person is chance. */
export const personName = (draw: Draw): string => {
  const family = pick(draw, families);
  return draw.next() < 0.58
    ? `${family} ${pick(draw, menMiddle)} ${pick(draw, menGiven)}`
    : `${family} ${pick(draw, womenMiddle)} ${pick(draw, womenGiven)}`;
};
