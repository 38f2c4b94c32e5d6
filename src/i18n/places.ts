import { defineMessages } from "./messages";

/** Places of the app that later versions fill, and the scanner's page. */
export const vi = {
  meetingTitle: "Họp",
  meetingSoon: "Phần họp sẽ có trong bản sau",
  meetingText:
    "Sau này đồng chí điểm danh, ghi biên bản và xem tài liệu họp ở đây. Hiện nay, văn bản nằm ở mục Văn bản.",
  tasksTitle: "Việc",
  tasksSoon: "Phần giao việc sẽ có trong bản sau",
  tasksText:
    "Sau này việc chi bộ giao cho đồng chí và thời hạn sẽ hiện ở đây. Hiện nay, văn bản nằm ở mục Văn bản.",
  goLibrary: "Xem văn bản",
  scanTitle: "Quét",
  scanText: "Đưa mã vào khung hình. Máy nhận mã ghi danh của Sổ Chi bộ.",
  scanOpen: "Mở máy ảnh",
  scanOther: "Mã này không phải của Sổ Chi bộ",
  scanOtherText: "Không có gì thay đổi trên máy. Đồng chí kiểm tra lại đúng mã rồi quét lại.",
  scanFailed: "Không mở được máy ảnh",
  scanFailedText:
    "Hãy cho phép Sổ Chi bộ dùng máy ảnh trong phần cài đặt của trình duyệt. Chưa được thì dán đường dẫn ghi danh thay cho quét.",
  scanPaste: "Dán đường dẫn",
} as const;

export const t = defineMessages("places", vi);
