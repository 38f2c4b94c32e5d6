import { defineMessages } from "./messages";

export const vi = {
  title: "Quét mã",
  hint: "Đưa mã vào giữa khung hình, giữ máy yên một chút.",
  starting: "Đang mở máy ảnh…",
  torchOn: "Bật đèn",
  torchOff: "Tắt đèn",
  camera: "Chọn máy ảnh",
  cameraNumber: "Máy ảnh {n}",
  picture: "Chọn ảnh có mã",
  pictureNothing: "Không thấy mã trong ảnh này. Đồng chí chọn ảnh rõ hơn, chụp thẳng và đủ cả bốn góc mã.",
  paste: "Dán hoặc gõ đường dẫn",
  link: "Đường dẫn đã nhận được",
  go: "Mở",
  foreign: "Mã này dẫn tới trang khác",
  foreignText:
    "Mã dẫn tới địa chỉ {host}, không phải của Sổ Chi bộ, nên không được mở. Máy của đồng chí chưa thay đổi gì.",
  other: "Mã này không phải của Sổ Chi bộ",
  otherText:
    "Máy của đồng chí chưa thay đổi gì. Sổ Chi bộ không mở mã lạ. Đồng chí kiểm tra lại rồi quét mã khác.",
  elsewhere: "Mã ghi danh của nơi khác",
  elsewhereText:
    "Mã này dẫn tới địa chỉ {host}, không phải Sổ Chi bộ đang mở. Máy chưa thay đổi gì. Đồng chí hỏi lại văn phòng trước khi dùng mã này.",
  damaged: "Mã ghi danh bị thiếu hoặc bị sửa",
  damagedText:
    "Máy của đồng chí chưa thay đổi gì. Hãy chép lại nguyên cả đường dẫn, hoặc quét lại mã trên giấy.",
  meetingElsewhere: "Mã họp của nơi khác",
  meetingElsewhereText:
    "Mã này dẫn tới địa chỉ {host}, không phải Sổ Chi bộ đang mở. Máy chưa ghi gì. Đồng chí hỏi bí thư chi bộ.",
  meetingDamaged: "Mã họp bị thiếu",
  meetingDamagedText:
    "Máy của đồng chí chưa ghi gì. Hãy quét lại cho đủ cả mã, hoặc vào mục Họp và nhập 8 ký tự dưới mã.",
  denied: "Chưa được phép dùng máy ảnh",
  deniedText:
    "Bấm vào biểu tượng ổ khóa cạnh địa chỉ trang, chọn “Quyền”, cho phép “Máy ảnh”, rồi bấm “Thử lại”. Trên iPhone: Cài đặt, Safari, Máy ảnh, chọn “Cho phép”.",
  "no-camera": "Máy này không có máy ảnh",
  "no-cameraText": "Đồng chí chọn ảnh chụp mã, hoặc dán đường dẫn ghi danh vào ô dưới đây.",
  "in-use": "Máy ảnh đang bận",
  "in-useText": "Một ứng dụng khác đang dùng máy ảnh. Hãy đóng ứng dụng ấy rồi bấm “Thử lại”.",
  insecure: "Trang này chưa mở được máy ảnh",
  insecureText:
    "Trình duyệt chỉ cho dùng máy ảnh trên địa chỉ bắt đầu bằng https. Đồng chí mở đúng địa chỉ văn phòng đã cho, hoặc dán đường dẫn ghi danh.",
  incomplete: "Phần đọc mã chưa về đủ trên máy",
  incompleteText:
    "Máy ảnh tốt, nhưng lần trước mất mạng giữa chừng nên máy còn thiếu phần đọc mã. Có mạng là máy tự tải nốt và mở lại. Trong lúc chờ: dùng máy ảnh của điện thoại soi mã, hoặc vào Họp, chọn cuộc họp rồi nhập 8 ký tự dưới mã.",
  failed: "Không mở được máy ảnh",
  failedText:
    "Không có gì bị mất. Đồng chí bấm “Thử lại”; chưa được thì dán đường dẫn ghi danh thay cho quét.",
} as const;

export const t = defineMessages("scan", vi);
