import { defineMessages } from "./messages";

/** The paper itself, page by page. */
export const vi = {
  title: "Bản gốc",
  notHere: "Bản gốc chưa có trên máy",
  size: "Dung lượng {size}. Tải một lần, về sau xem được cả khi mất mạng.",
  askMobile: "Đồng chí đang dùng mạng di động; tải về sẽ tốn dữ liệu.",
  fetch: "Tải về máy · {size}",
  fetching: "Đang tải {done} / {size}",
  stop: "Dừng lại",
  stopped: "Đã dừng. Phần đã tải còn nguyên, lần sau tải tiếp.",
  page: "Trang {page}/{of}",
  pageLabel: "Trang {page}",
  larger: "Phóng to",
  smaller: "Thu nhỏ",
  broken: "Không mở được tệp này",
  brokenText:
    "Tệp trên máy còn nguyên như văn phòng đã gửi, nhưng phần xem tệp không đọc được. Đồng chí báo văn phòng giúp.",
  saveTitle: "Lưu bản gốc",
  saveText: "Bản gốc là tệp Word. Lưu về máy rồi mở bằng ứng dụng đọc Word.",
  save: "Lưu tệp",
  gone: "Văn bản này không còn bản gốc trên máy chủ hoặc đã được thu hồi.",
} as const;

export const t = defineMessages("original", vi);
