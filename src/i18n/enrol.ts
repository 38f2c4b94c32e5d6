import { defineMessages } from "./messages";

export const vi = {
  title: "Ghi danh",
  welcomeTitle: "Sổ Chi bộ",
  welcomeText: "Đọc văn bản của xã và của chi bộ ngay trên điện thoại, cả khi không có mạng.",
  welcomeHow: "Để bắt đầu, đồng chí cần mã ghi danh do văn phòng Đảng ủy xã hoặc bí thư chi bộ cấp.",
  scan: "Quét mã ghi danh",
  paste: "Dán đường dẫn ghi danh",
  pasteLabel: "Đường dẫn nhận được (bắt đầu bằng https://)",
  pasteGo: "Tiếp tục",
  ready: "Máy này sẽ được ghi danh",
  step1: "Máy tạo một chìa khóa riêng, chỉ nằm trên máy này.",
  step2: "Văn phòng nhận ra máy của đồng chí qua chìa khóa ấy; không cần mật khẩu.",
  step3: "Văn bản của xã và của chi bộ được tải về để đọc khi không có mạng.",
  once: "Mã chỉ dùng được một lần, cho một máy.",
  go: "Ghi danh máy này",
  working: "Đang ghi danh…",
  welcome: "Chào đồng chí {name}",
  place: "{role} · {org}",
  done: "Máy này đã được ghi danh. Văn bản đang tự tải về.",
  simple: "Dùng kiểu đơn giản: chữ to, ba nút lớn",
  open: "Mở sổ",
  already: "Máy này đã ghi danh cho đồng chí {name}",
  alreadyText: "Muốn ghi danh cho người khác, vào mục Tôi, chọn “Rời khỏi máy này” trước.",
  failedTitle: "Chưa ghi danh được",
  wiped: "Máy này không còn được ghi danh",
  wipedText:
    "Máy đã được văn phòng thu hồi, nên văn bản đã được xóa khỏi máy để giữ an toàn. Nếu đồng chí vẫn dùng máy này, hãy xin mã ghi danh mới.",
  brokenTitle: "Không mở được bộ nhớ của máy",
  brokenText:
    "Trình duyệt không cho Sổ Chi bộ mở phần dữ liệu đã lưu. Dữ liệu chưa mất. Hãy đóng các thẻ khác của Sổ Chi bộ rồi mở lại; đang ở chế độ ẩn danh thì mở bằng chế độ thường.",
  reload: "Mở lại",
  inAppTitle: "Hãy mở bằng trình duyệt của máy",
  inAppText:
    "Đồng chí đang mở trong một ứng dụng khác (như Zalo). Văn bản lưu ở đây dễ bị mất. Bấm dấu ba chấm, chọn “Mở bằng trình duyệt”, hoặc chép đường dẫn rồi dán vào trình duyệt.",
  iosTitle: "Trên iPhone, hãy đưa lên màn hình chính trước",
  iosText:
    "Chép đường dẫn này. Bấm nút Chia sẻ, chọn “Thêm vào MH chính”. Mở Sổ Chi bộ từ màn hình chính rồi dán đường dẫn vào. Làm vậy thì dữ liệu được giữ chắc.",
  copy: "Chép đường dẫn",
  copied: "Đã chép đường dẫn.",
} as const;

export const t = defineMessages("enrol", vi);
