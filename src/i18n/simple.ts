import { defineMessages } from "./messages";

/** The simple way: three large buttons. Few words, each of them said aloud in a village. */
export const vi = {
  title: "Sổ Chi bộ",
  hello: "Đồng chí {name}",
  read: "Đọc văn bản mới",
  readSome: "{n} văn bản chưa đọc",
  readNone: "Đã đọc hết. Bấm để xem lại.",
  meet: "Vào họp",
  meetDoor: "{when}. Bấm để quét mã ở cửa.",
  meetCame: "{when}. Đồng chí đã điểm danh.",
  meetNext: "{when}",
  meetNone: "Chưa có cuộc họp nào",
  tasks: "Việc của tôi",
  tasksSome: "{n} việc chưa xong",
  tasksNone: "Không có việc nào",
  all: "Tất cả văn bản",
  me: "Cỡ chữ, cài đặt",
  finding: "Đang mở văn bản",
} as const;

export const t = defineMessages("simple", vi);
