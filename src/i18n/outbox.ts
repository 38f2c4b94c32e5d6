import { defineMessages } from "./messages";

export const vi = {
  title: "Chờ gửi",
  lead: "Những việc đồng chí đã ghi trên máy và chưa đến văn phòng.",
  noneTitle: "Mọi thứ đã gửi xong",
  noneText: "Không còn mục nào nằm chờ trên máy này.",
  lastSync: "Lần đồng bộ gần nhất: {when}.",
  never: "Máy này chưa đồng bộ lần nào.",
  sync: "Đồng bộ ngay",
  syncing: "Đang đồng bộ…",
  waiting: "Đang chờ gửi",
  refused: "Chưa được nhận",
  since: "ghi {when}",
  retry: "Gửi lại",
  discard: "Bỏ",
  discardAsk: "Bỏ mục này?",
  discardText: "Mục này sẽ không được gửi nữa. Các mục khác không bị ảnh hưởng.",
  retried: "Đã ký lại, sẽ gửi khi có mạng.",
  discarded: "Đã bỏ mục ấy.",
  export: "Xuất ra tệp",
  exportText: "Lưu các mục chưa gửi thành một tệp để mang đến văn phòng.",
  exported: "Đã lưu tệp. Các mục vẫn nằm chờ ở đây cho đến khi gửi được.",
  // What was written, by entry type
  "document.read": "Đã đọc",
  "document.acknowledged": "Đã đọc và nắm nội dung",
  "document.issued": "Phát hành văn bản",
  "document.recalled": "Thu hồi văn bản",
  "document.registered": "Ghi sổ văn bản đi",
  "document.superseded": "Thay thế văn bản",
  "enrolment.offered": "Mã ghi danh",
  "device.revoked": "Thu hồi máy",
  other: "Việc đã ghi",
} as const;

export const t = defineMessages("outbox", vi);
