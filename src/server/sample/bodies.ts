import type { DocumentKind } from "../../domain/document-kind";
import type { Block } from "../../domain/reading-text";
import { plan, programme, regulation, report, resolution, scheme } from "./bodies-long";
import { dashes, duties, grounds, type Matter, opening, some, targets, tasks } from "./body-parts";
import { heading, item, letters, paragraph, roman, sentence, table, titled } from "./layout";
import { between, pick } from "./people";

const decision = (m: Matter): Block[] => [
  ...grounds(m),
  heading(2, "QUYẾT ĐỊNH"),
  ...m.own.map((line, i) => item(`Điều ${i + 1}.`, line)),
  { k: "l", m: `Điều ${m.own.length + 1}.`, r: ["Giao các đơn vị thực hiện những việc sau:"] },
  duties([m.topic]),
  {
    k: "l",
    m: `Điều ${m.own.length + 2}.`,
    r: ["Văn phòng Đảng ủy, các chi bộ và các đơn vị có liên quan chịu trách nhiệm thi hành quyết định này."],
  },
];
const directive = (m: Matter): Block[] => [
  ...opening(m),
  paragraph(
    `Để khắc phục những hạn chế, tiếp tục làm tốt việc ${m.topic.name}, Ban Thường vụ yêu cầu các cấp ủy:`,
  ),
  ...tasks(m.topic),
  ...m.more.flatMap((topic) => tasks(topic, m.topic.tasks.length + 1)),
  paragraph("Chỉ thị này được quán triệt đến chi bộ, đảng viên và phổ biến rộng rãi trong nhân dân."),
];

const conclusion = (m: Matter): Block[] => [
  ...opening(m),
  heading(2, "I. ĐÁNH GIÁ"),
  ...some(m, m.topic.state, 3).map((line, i) => item(`${i + 1}.`, line)),
  ...dashes(m.topic.lacks),
  heading(2, "II. NHIỆM VỤ THỜI GIAN TỚI"),
  ...some(m, m.topic.tasks, 4).map(([title, text], i) => titled(`${i + 1}.`, title, text)),
  paragraph("Giao Văn phòng Đảng ủy thông báo kết luận này đến các chi bộ và theo dõi kết quả."),
];

const guidance = (m: Matter): Block[] => [
  ...grounds(m),
  ...opening(m),
  heading(2, "I. NỘI DUNG"),
  ...m.topic.tasks.flatMap(([title, text], i) => [
    heading(3, `${i + 1}. ${title}`),
    ...text.split("; ").map((clause, j) => item(letters[j] ?? "-", sentence(clause))),
  ]),
  heading(2, "II. CÁCH LÀM Ở CHI BỘ"),
  item("Bước 1.", "Bí thư đọc kỹ hướng dẫn, đánh dấu những điểm chi bộ mình chưa làm."),
  item("Bước 2.", "Chi ủy họp, phân công từng việc cho từng đồng chí, ghi thời hạn."),
  item("Bước 3.", "Trình bày tại kỳ sinh hoạt, lấy ý kiến, ghi biên bản."),
  item("Bước 4.", "Sau một tháng kiểm lại, việc nào chưa xong thì nêu rõ lý do."),
  heading(2, "III. MỐC THỜI GIAN"),
  duties([m.topic]),
];

const notice = (m: Matter): Block[] => [
  ...opening(m),
  paragraph("Đề nghị các chi bộ chú ý mấy việc sau:"),
  ...some(m, m.topic.tasks, 3).map(([title, text], i) => titled(`${i + 1}.`, title, text)),
  paragraph(
    `Đầu mối trả lời: ${pick(m.draw, ["đồng chí trực Văn phòng Đảng ủy", "bộ phận văn thư", "Văn phòng Đảng ủy"])}, trong giờ làm việc.`,
  ),
];

const letter = (m: Matter): Block[] => [
  { k: "p", a: "c", r: ["Kính gửi: Các chi bộ trực thuộc Đảng bộ xã"] },
  ...opening(m),
  ...some(m, m.topic.tasks, 3).map(([title, text], i) => titled(`${i + 1}.`, title, text)),
  paragraph("Đề nghị các chi bộ quan tâm thực hiện."),
];

/** An invitation and a handout are their own sentences, as a list. */
const listed = (m: Matter): Block[] => m.own.map((line, i) => (i === 0 ? paragraph(line) : item("-", line)));

const handout = (m: Matter): Block[] => [
  ...opening(m),
  ...[m.topic, ...m.more].flatMap((topic, i) => [
    heading(2, `${roman[i]}. Về ${topic.name}`),
    ...topic.state.map(paragraph),
    ...dashes(topic.lacks),
    targets(topic),
  ]),
  heading(2, "GỢI Ý THẢO LUẬN"),
  ...m.topic.tasks.map(([title], i) =>
    item(`${i + 1}.`, `${title}: ở chi bộ đồng chí, việc nào đã làm, việc nào còn vướng?`),
  ),
];

/** A cell's resolution in its four parts (domain.md 2.5). */
const cellResolution = (m: Matter): Block[] => [
  ...opening(m),
  heading(2, "I. Kết quả thực hiện nghị quyết kỳ trước"),
  table(
    ["TT", "Nhiệm vụ đã giao", "Người thực hiện", "Kết quả"],
    m.topic.duties.map(([who, what], i) => [
      String(i + 1),
      what,
      who,
      pick(m.draw, ["Đã xong", "Đã xong", "Đang làm, đúng hạn", "Chậm, xin gia hạn"]),
    ]),
  ),
  heading(2, "II. Nhiệm vụ tháng tới"),
  ...some(m, m.topic.tasks, 4).map(([title, text], i) => titled(`${i + 1}.`, title, text)),
  heading(2, "III. Phân công, tổ chức thực hiện"),
  item("-", "Bí thư phụ trách chung, báo cáo Đảng ủy trước ngày 28."),
  item("-", "Phó bí thư đôn đốc các tổ tự quản, kiểm tra mỗi tuần một lần."),
  item("-", "Mỗi đảng viên phụ trách từ năm đến bảy hộ, ghi kết quả vào sổ tay."),
  heading(2, "IV. Tự đánh giá kỳ sinh hoạt"),
  paragraph(
    `Chi bộ tự chấm ${between(m.draw, 84, 97)} điểm; ${between(m.draw, 6, 15)} lượt đồng chí phát biểu; kỳ họp kéo dài ${between(m.draw, 92, 125)} phút.`,
  ),
];

const byKind: Partial<Record<DocumentKind, (m: Matter) => Block[]>> = {
  nghi_quyet: resolution,
  quyet_dinh: decision,
  quy_dinh: regulation,
  quy_che: regulation,
  chi_thi: directive,
  ket_luan: conclusion,
  huong_dan: guidance,
  thong_bao: notice,
  bao_cao: report,
  ke_hoach: plan,
  chuong_trinh: programme,
  de_an: scheme,
  to_trinh: letter,
  cong_van: letter,
  giay_moi: listed,
  tai_lieu: handout,
};

export const bodyOf = (kind: DocumentKind, byCell: boolean, matter: Matter): Block[] =>
  (byCell ? cellResolution : (byKind[kind] ?? notice))(matter);
