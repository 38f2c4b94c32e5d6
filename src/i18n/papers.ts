import { defineMessages } from "./messages";

/** Names of kinds of papers, urgencies and roles, by their codes in `domain`. */
export const vi = {
  nghi_quyet: "Nghị quyết",
  quyet_dinh: "Quyết định",
  quy_dinh: "Quy định",
  chi_thi: "Chỉ thị",
  ket_luan: "Kết luận",
  quy_che: "Quy chế",
  thong_tri: "Thông tri",
  huong_dan: "Hướng dẫn",
  thong_bao: "Thông báo",
  bao_cao: "Báo cáo",
  ke_hoach: "Kế hoạch",
  chuong_trinh: "Chương trình",
  de_an: "Đề án",
  to_trinh: "Tờ trình",
  cong_van: "Công văn",
  bien_ban: "Biên bản",
  giay_moi: "Giấy mời",
  tai_lieu: "Tài liệu",
  normal: "Thường",
  urgent: "KHẨN",
  veryUrgent: "THƯỢNG KHẨN",
  express: "HỎA TỐC",
  secretary: "Bí thư chi bộ",
  deputy: "Phó bí thư chi bộ",
  committee: "Chi ủy viên",
  member: "Đảng viên",
} as const;

export const t = defineMessages("papers", vi);
