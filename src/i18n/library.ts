import { defineMessages } from "./messages";

export const vi = {
  title: "Văn bản",
  groups: "Theo nhóm",
  search: "Tìm số ký hiệu, trích yếu, nội dung",
  clearSearch: "Xóa ô tìm",
  filters: "Lọc văn bản",
  toAcknowledge: "Cần xác nhận {n}",
  unread: "Chưa đọc {n}",
  fromCommune: "Của xã",
  fromCell: "Của chi bộ",
  filter: "Lọc",
  withTasks: "Có giao việc",
  day: "ngày {day}",
  acknowledgeBy: "xác nhận trước {day}",
  acknowledgeLate: "quá hạn {day}",
  read: "đã đọc",
  acknowledged: "đã xác nhận",
  superseded: "đã được thay thế",
  notRead: "Chưa đọc.",
  textComing: "đang tải nội dung",
  firstSyncTitle: "Đang tải văn bản về máy",
  firstSyncText:
    "Lần đầu có thể mất vài phút. Văn bản mới và khẩn về trước; có văn bản nào đọc được văn bản ấy.",
  firstSyncWaitTitle: "Chưa tải được văn bản",
  firstSyncWaitText:
    "Máy cần có mạng một lần để tải văn bản về. Có mạng là máy tự tải, đồng chí không phải làm gì thêm.",
  noneTitle: "Chưa có văn bản nào",
  noneText: "Văn phòng phát hành văn bản nào, văn bản ấy sẽ tự về đây.",
  nothingFound: "Không thấy văn bản nào phù hợp",
  nothingFoundText: "Thử bỏ bớt chữ hoặc bỏ lọc. Không cần gõ dấu.",
  allDone: "Không còn văn bản nào chờ đồng chí",
  showAll: "Xem tất cả văn bản",
  count: "{n} văn bản",
  sync: "Đồng bộ ngay",
} as const;

export const t = defineMessages("library", vi);
