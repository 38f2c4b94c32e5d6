import { defineMessages } from "./messages";

/** The office sets the sheet by which cells score their meetings. */
export const vi = {
  title: "Phiếu chấm điểm buổi sinh hoạt",
  intro:
    "Các chi bộ chấm theo phiếu này từ khi máy nhận được. Biên bản đã thông qua giữ nguyên phiếu cũ. Tiêu chí nào máy tự chấm thì máy điền sẵn điểm theo diễn biến cuộc họp.",
  kind: "Phiếu cho",
  regular: "Sinh hoạt thường kỳ",
  thematic: "Sinh hoạt chuyên đề",
  builtIn: "Đang dùng phiếu có sẵn của máy.",
  own: "Đang dùng phiếu do văn phòng đặt.",
  likeRegular: "Chưa có phiếu riêng: sinh hoạt chuyên đề đang chấm theo phiếu thường kỳ.",
  item: "Tiêu chí {n}",
  most: "Điểm tối đa",
  measure: "Máy tự chấm theo",
  byHand: "Không, chấm tay",
  duration: "Thời gian họp (phút)",
  attendance: "Có mặt (%)",
  speakers: "Phát biểu (%)",
  tasks: "Việc đã xong (%)",
  posted: "Đăng trước 1 ngày (100 là có)",
  told: "Đã báo cấp trên (100 là có)",
  from: "Từ",
  points: "được (điểm)",
  addBand: "Thêm mức",
  removeBand: "Bỏ mức {n} của tiêu chí {of}",
  up: "Đưa tiêu chí {n} lên",
  down: "Đưa tiêu chí {n} xuống",
  remove: "Bỏ tiêu chí {n}",
  removed: "Đã bỏ tiêu chí.",
  undo: "Lấy lại",
  add: "Thêm tiêu chí",
  sum: "Tổng {n} điểm",
  notHundred: "Xếp loại tính theo phần trăm của tổng này (tốt từ 90%, khá từ 70%, trung bình từ 50%).",
  save: "Lưu và gửi các chi bộ",
  saved: "Đã lưu. Các chi bộ nhận được khi máy có mạng.",
  back: "Dùng phiếu có sẵn của máy",
  backTitle: "Bỏ phiếu của xã?",
  backText: "Các chi bộ sẽ chấm theo phiếu có sẵn của máy.",
  wrong: "Mỗi tiêu chí cần có tên, điểm tối đa, và điểm các mức không quá điểm tối đa.",
} as const;

export const t = defineMessages("sheet", vi);
