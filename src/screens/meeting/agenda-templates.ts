import type { OrgSetting } from "../../domain/directory";
import type { MeetingKind } from "../../domain/meeting-host";

/** What a regular meeting of each sort of cell talks about, between its opening and its close. */
const matters: { readonly [setting in OrgSetting]: readonly string[] } = {
  village: [
    "Phát triển kinh tế, giảm nghèo, chế độ cho gia đình chính sách trong thôn",
    "An ninh trật tự, hòa giải, đất đai, vệ sinh môi trường, phòng chống thiên tai",
    "Dân chủ ở cơ sở, quy ước của thôn, khối đại đoàn kết, nông thôn mới",
    "Tạo nguồn kết nạp đảng viên mới, giúp đỡ quần chúng ưu tú",
  ],
  office: [
    "Kết quả công việc chuyên môn và cải cách hành chính trong tháng",
    "Thái độ phục vụ nhân dân, kỷ luật, kỷ cương của cán bộ, công chức",
    "Thực hành tiết kiệm, chống lãng phí; lãnh đạo công đoàn và đoàn thể",
  ],
  school: [
    "Chất lượng dạy và học, nền nếp của nhà trường trong tháng",
    "An toàn trường học, giáo dục đạo đức, giúp học sinh khó khăn",
    "Đời sống, đạo đức nhà giáo; bồi dưỡng đoàn viên, giáo viên trẻ để kết nạp",
  ],
  health: [
    "Kết quả khám chữa bệnh, phòng dịch, tiêm chủng trong tháng",
    "Thái độ phục vụ người bệnh, y đức, thuốc và trang thiết bị",
    "Trực cấp cứu, phối hợp với các thôn; bồi dưỡng quần chúng để kết nạp",
  ],
  police: [
    "Tình hình an ninh trật tự, kết quả các mặt công tác trong tháng",
    "Phong trào toàn dân bảo vệ an ninh Tổ quốc ở các thôn",
    "Kỷ luật, điều lệnh, học tập Sáu điều Bác Hồ dạy Công an nhân dân",
  ],
  army: [
    "Sẵn sàng chiến đấu, huấn luyện dân quân, công tác tuyển quân",
    "Phòng chống thiên tai, tìm kiếm cứu nạn, giúp dân",
    "Chấp hành kỷ luật, chính sách hậu phương quân đội",
  ],
  business: [
    "Kết quả sản xuất, kinh doanh; việc làm và thu nhập của người lao động",
    "An toàn lao động, chấp hành pháp luật, nghĩa vụ với Nhà nước",
    "Quan hệ giữa chi bộ, chủ doanh nghiệp và công đoàn; bồi dưỡng lao động giỏi để kết nạp",
  ],
};

const regularOpening = [
  "Nêu lý do, giới thiệu đại biểu; cử thư ký ghi biên bản",
  "Điểm danh; báo cáo việc đóng đảng phí",
  "Thông qua chương trình họp",
  "Bí thư báo cáo kết quả tháng qua, việc cần làm tháng tới; phổ biến văn bản của cấp trên",
  "Đánh giá việc đã giao cho từng đảng viên",
];

const regularClosing = [
  "Thảo luận; tự phê bình và phê bình",
  "Tổng hợp ý kiến, giao việc: ai làm, làm gì, xong ngày nào",
  "Biểu quyết kết luận hoặc nghị quyết (nếu có)",
  "Chấm điểm buổi sinh hoạt; đọc và thông qua biên bản",
];

const thematic = [
  "Nêu lý do, giới thiệu đại biểu; cử thư ký; điểm danh",
  "Nêu mục đích, yêu cầu của chuyên đề",
  "Người được giao trình bày chuyên đề",
  "Thảo luận: nhận thức, liên hệ bản thân, đóng góp ý kiến",
  "Kết luận, giao việc thực hiện; đánh giá chất lượng chuyên đề",
  "Đọc và thông qua biên bản",
];

const committee = [
  "Kiểm điểm việc tháng qua theo nghị quyết của chi bộ",
  "Bàn việc tháng tới, dự kiến giao việc cho từng đảng viên",
  "Thống nhất nội dung, người chuẩn bị và việc cần biểu quyết ở buổi sinh hoạt chi bộ",
  "Xem xét việc phát triển đảng viên, kiểm tra, giám sát",
];

const conference = [
  "Nêu lý do, giới thiệu đại biểu; điểm danh",
  "Trình bày nội dung hội nghị",
  "Thảo luận",
  "Kết luận",
];

/** The agenda to begin with; every line can be changed. */
export const agendaTemplate = (kind: MeetingKind, setting: OrgSetting = "village"): readonly string[] => {
  if (kind === "thematic") return thematic;
  if (kind === "committee") return committee;
  if (kind === "conference") return conference;
  return [...regularOpening, ...matters[setting], ...regularClosing];
};
