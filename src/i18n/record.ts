import { defineMessages } from "./messages";

/** The papers of a closed meeting. Their own words are in `screens/record/paper-words.ts`. */
export const vi = {
  title: "Biên bản",
  open: "Xem biên bản",
  which: "Văn bản đang xem",
  minutes: "Biên bản",
  resolution: "Nghị quyết",
  adopted: "Thông qua lúc {time}, {day}",
  coming: "Biên bản đang về, còn {n} phần",
  comingText:
    "Máy tự tải nốt khi có mạng. Về đủ thì mới in, tải và đóng gói được, để không ai cầm phải bản thiếu.",
  notClosed: "Chưa có biên bản",
  notClosedText: "Biên bản hiện ở đây khi cuộc họp đã thông qua và máy đã nhận được.",
  toMeeting: "Về cuộc họp",
  files: "Tải về, in, gửi",
  wordMinutes: "Tải biên bản (Word)",
  wordResolution: "Tải nghị quyết (Word)",
  print: "In",
  pack: "Đóng gói để gửi",
  packText:
    "Gói gồm tệp Word, bản chữ và ảnh tài liệu đã có trên máy này, để đưa lên Sổ tay đảng viên điện tử và gửi báo cáo cấp trên.",
  making: "Đang soạn tệp…",
  made: "Đã lưu tệp {name}.",
  partAway: "Phần soạn tệp chưa có trên máy. Đồng chí nối mạng một lần rồi bấm lại; biên bản vẫn còn nguyên.",
  notMade: "Chưa soạn được tệp. Biên bản vẫn còn nguyên, đồng chí bấm lại lần nữa.",
  table: "Bảng {n}, kéo ngang để xem hết",
  amend: "Ghi thêm phụ lục",
  amendText:
    "Biên bản đã thông qua thì không sửa. Điều cần đính chính hoặc bổ sung được ghi thêm ở cuối, kèm ngày ghi, và không xóa được.",
  amendWords: "Nội dung ghi thêm",
  amendLong: "Dài quá 5.000 chữ, đồng chí chia làm hai lần ghi.",
  late: "Ghi trên máy khác, chưa vào biên bản",
  lateText:
    "Máy ấy không có mạng khi biên bản được thông qua. Không có chữ nào mất; cần thì ghi thêm làm phụ lục.",
  lateAdd: "Ghi thêm làm phụ lục",
  amendYes: "Ghi thêm",
} as const;

export const t = defineMessages("record", vi);
