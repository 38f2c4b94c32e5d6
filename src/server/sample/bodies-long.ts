import type { Block } from "../../domain/reading-text";
import {
  carryOut,
  closing,
  dashes,
  duties,
  grounds,
  type Matter,
  opening,
  some,
  stances,
  targets,
  tasks,
} from "./body-parts";
import { heading, item, letters, paragraph, roman, sentence, table, titled } from "./layout";
import { between } from "./people";

export const resolution = (m: Matter): Block[] => [
  ...opening(m),
  heading(2, "I. TÌNH HÌNH"),
  ...some(m, m.topic.state, 4).map((line, i) => item(`${i + 1}.`, line)),
  paragraph(`Tuy vậy, việc ${m.topic.name} còn những mặt chưa được:`),
  ...dashes(m.topic.lacks),
  heading(2, "II. QUAN ĐIỂM, MỤC TIÊU"),
  heading(3, "1. Quan điểm"),
  ...dashes(some(m, stances, 3)),
  heading(3, "2. Mục tiêu"),
  paragraph(`Lấy kết quả thật làm thước đo, phấn đấu đạt các chỉ tiêu về ${m.topic.name} như sau:`),
  targets(m.topic),
  heading(2, "III. NHIỆM VỤ, GIẢI PHÁP"),
  ...[m.topic, ...m.more].flatMap((topic, i, all) =>
    all.length === 1 ? tasks(topic) : [heading(3, `${i + 1}. Về ${topic.name}`), ...tasks(topic)],
  ),
  heading(2, "IV. TỔ CHỨC THỰC HIỆN"),
  ...some(m, carryOut, 4).map((line, i) => item(`${i + 1}.`, line)),
  paragraph("Nghị quyết này được phổ biến đến từng đảng viên."),
];

export const regulation = (m: Matter): Block[] => {
  const articles = [m.topic, ...m.more].flatMap((topic) => topic.tasks);
  return [
    ...grounds(m),
    heading(1, "Chương I"),
    heading(1, "QUY ĐỊNH CHUNG"),
    heading(3, "Điều 1. Phạm vi và đối tượng"),
    ...m.own.map((line, i) => item(`${i + 1}.`, line)),
    heading(3, "Điều 2. Nguyên tắc"),
    item("1.", "Đúng quy định của Đảng, pháp luật của Nhà nước; rõ người, rõ việc, rõ thời hạn."),
    item("2.", "Dễ hiểu, dễ làm, không đặt thêm thủ tục, không bắt báo cáo hai lần cùng một việc."),
    heading(1, "Chương II"),
    heading(1, "QUY ĐỊNH CỤ THỂ"),
    ...articles.flatMap(([title, text], i) => [
      heading(3, `Điều ${i + 3}. ${title}`),
      ...text.split("; ").map((clause, j) => item(letters[j] ?? "-", sentence(clause))),
    ]),
    heading(1, "Chương III"),
    heading(1, "TỔ CHỨC THỰC HIỆN"),
    heading(3, `Điều ${articles.length + 3}. Trách nhiệm`),
    ...some(m, carryOut, 3).map((line, i) => item(`${i + 1}.`, line)),
    heading(3, `Điều ${articles.length + 4}. Hiệu lực`),
    paragraph(
      "Quy định này có hiệu lực từ ngày ký. Khi có vướng mắc, các chi bộ phản ánh về Văn phòng Đảng ủy.",
    ),
  ];
};

export const plan = (m: Matter): Block[] => [
  ...grounds(m),
  ...opening(m),
  heading(2, "I. MỤC ĐÍCH, YÊU CẦU"),
  item(
    "1.",
    `Tạo chuyển biến rõ trong việc ${m.topic.name}; mỗi chi bộ có việc cụ thể, mỗi đảng viên có phần việc của mình.`,
  ),
  item("2.", "Làm gọn, tiết kiệm, sát thực tế từng xóm, từng cơ quan; tránh phô trương."),
  heading(2, "II. CHỈ TIÊU"),
  targets(m.topic),
  heading(2, "III. NỘI DUNG"),
  ...[m.topic, ...m.more].flatMap((topic) => tasks(topic)),
  heading(2, "IV. PHÂN CÔNG VÀ TIẾN ĐỘ"),
  duties([m.topic, ...m.more]),
  heading(2, "V. KINH PHÍ, BÁO CÁO"),
  ...dashes(some(m, closing, 3)),
  heading(2, "VI. TỔ CHỨC THỰC HIỆN"),
  ...some(m, carryOut, 3).map((line, i) => item(`${i + 1}.`, line)),
];

export const report = (m: Matter): Block[] => [
  ...opening(m),
  heading(2, "I. KẾT QUẢ"),
  ...[m.topic, ...m.more].flatMap((topic, i) => [
    heading(3, `${i + 1}. Về ${topic.name}`),
    ...topic.state.map((line) => item("-", line)),
  ]),
  ...cellTable(m, "Kết quả của các chi bộ", ["Số đảng viên", "Việc được giao", "Việc đã xong"]),
  heading(2, "II. HẠN CHẾ VÀ NGUYÊN NHÂN"),
  ...[m.topic, ...m.more].flatMap((topic) => dashes(topic.lacks)),
  paragraph("Nguyên nhân chính là việc phân công ở một số chi bộ chưa rõ người, kiểm tra chưa đều."),
  heading(2, "III. NHIỆM VỤ TRỌNG TÂM"),
  ...some(m, m.topic.tasks, 4).map(([title, text], i) => titled(`${i + 1}.`, title, text)),
];

const cellTable = (
  m: Matter,
  caption: string,
  [members, given, done]: readonly [string, string, string],
): Block[] =>
  m.cells.length === 0
    ? []
    : [
        paragraph(`${caption}:`),
        table(
          ["TT", "Chi bộ", members, given, done, "Tỷ lệ"],
          m.cells.map(({ name, members: count }, i) => {
            const all = between(m.draw, 6, 24);
            const finished = between(m.draw, Math.ceil(all * 0.6), all);
            return [
              String(i + 1),
              name.replace("Chi bộ ", ""),
              String(count),
              String(all),
              String(finished),
              `${Math.round((finished / all) * 100)}%`,
            ];
          }),
        ),
      ];

export const programme = (m: Matter): Block[] => [
  ...grounds(m),
  ...opening(m),
  ...[m.topic, ...m.more].flatMap((topic, i) => [
    heading(2, `${roman[i]}. ${topic.name.toUpperCase()}`),
    targets(topic),
    ...tasks(topic),
  ]),
  heading(2, `${roman[m.more.length + 1]}. PHÂN CÔNG`),
  duties([m.topic, ...m.more]),
];

export const scheme = (m: Matter): Block[] => [
  heading(1, "Phần thứ nhất"),
  heading(1, "SỰ CẦN THIẾT VÀ CĂN CỨ"),
  ...grounds(m),
  ...opening(m),
  heading(1, "Phần thứ hai"),
  heading(1, "THỰC TRẠNG"),
  ...[m.topic, ...m.more].flatMap((topic, i) => [
    heading(2, `${roman[i]}. Về ${topic.name}`),
    paragraph("Kết quả:"),
    ...dashes(topic.state),
    paragraph("Hạn chế:"),
    ...dashes(topic.lacks),
  ]),
  ...cellTable(m, "Hiện trạng từng chi bộ", ["Số đảng viên", "Số hộ phụ trách", "Số hộ đạt"]),
  heading(1, "Phần thứ ba"),
  heading(1, "MỤC TIÊU, NHIỆM VỤ, GIẢI PHÁP"),
  ...[m.topic, ...m.more].flatMap((topic, i) => [
    heading(2, `${roman[i]}. Về ${topic.name}`),
    targets(topic),
    ...tasks(topic),
  ]),
  heading(1, "Phần thứ tư"),
  heading(1, "TỔ CHỨC THỰC HIỆN"),
  duties([m.topic, ...m.more]),
  ...carryOut.map((line, i) => item(`${i + 1}.`, line)),
];
