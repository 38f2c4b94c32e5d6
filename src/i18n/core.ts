import { defineMessages } from "./messages";

/** What every screen may need: on the first path, so kept short. */
export const vi = {
  appName: "Sổ Chi bộ",
  places: "Các mục chính",
  home: "Trang đầu",
  library: "Văn bản",
  meeting: "Họp",
  scan: "Quét",
  tasks: "Việc",
  me: "Tôi",
  back: "Quay lại",
  close: "Đóng",
  cancel: "Thôi",
  retry: "Thử lại",
  loading: "Đang mở…",
  saved: "Đã ghi trên máy, sẽ gửi khi có mạng.",
  newVersion: "Có bản mới của Sổ Chi bộ.",
  newVersionTake: "Cập nhật",
  chunkTitle: "Phần này chưa có trên máy",
  chunkText:
    "Cần có mạng một lần để tải phần này; từ đó về sau dùng được cả khi mất mạng. Mọi điều đã ghi vẫn còn nguyên.",
  crashTitle: "Trang này gặp trục trặc",
  crashText: "Mọi điều đồng chí đã ghi vẫn còn trên máy. Bấm nút dưới đây để mở lại.",
  crashAction: "Mở lại",
  lostTitle: "Không có trang này",
  lostText: "Địa chỉ có thể bị gõ thiếu. Văn bản của đồng chí vẫn ở mục Văn bản.",
  lostAction: "Về mục Văn bản",
  // The one quiet line
  synced: "Đã đồng bộ *{time}*",
  syncedNever: "Chưa đồng bộ lần nào",
  syncing: "Đang đồng bộ…",
  syncingTexts: "Đang tải nội dung *{done}/{of}*",
  opening: "Đang mở",
  waiting: "*{n}* mục chờ gửi",
  refused: "*{n}* mục chưa được nhận",
  unreachable: "Chưa có mạng",
  notOurServer: "Mạng này đòi đăng nhập",
  busy: "Văn phòng đang bận, máy sẽ tự thử lại",
  storageFull: "Bộ nhớ máy đã đầy, bấm để xem",
  appTooOld: "Cần cập nhật Sổ Chi bộ",
  failed: "Chưa đồng bộ được, máy sẽ tự thử lại",
} as const;

export const t = defineMessages("core", vi);
