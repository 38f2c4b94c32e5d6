import { defineMessages } from "./messages";

/** Papers that are photographed for a meeting, and looked at. */
export const vi = {
  section: "Tài liệu chụp bằng điện thoại",
  sectionText: "Giấy tờ của thôn, của chi bộ chưa có trong mục Văn bản: chụp lại để mọi người cùng xem.",
  published: "Văn bản ở trên đã được người phát hành cam đoan không mật, không phải công tác cán bộ.",
  begin: "Chụp tài liệu giấy",
  unfinished: "Đang chụp dở",
  unnamed: "Chưa đặt tên",
  pages: "{n} trang",
  ready: "{n} trang, gửi cùng cuộc họp",
  goOn: "Mở {title}",
  unfinishedCall: "Còn tài liệu chụp dở. Đồng chí mở ra lưu lại, hoặc bỏ nó đi.",
  // One paper being photographed
  title: "Tài liệu chụp",
  take: "Chụp một trang",
  takeMore: "Chụp trang tiếp",
  choose: "Chọn ảnh có sẵn",
  how: "Để giấy chỗ sáng, chụp thẳng, lấy đủ bốn mép. Ảnh được thu nhỏ ngay trên máy này; nơi chụp và giờ chụp ghi trong ảnh bị xóa.",
  working: "Đang thu nhỏ ảnh {n}/{of}…",
  stop: "Dừng",
  page: "Trang {n}",
  pageOf: "Trang {n}/{of}",
  up: "Đưa trang {n} lên trước",
  down: "Đưa trang {n} xuống sau",
  remove: "Bỏ trang {n}",
  removed: "Đã bỏ một trang.",
  putBack: "Lấy lại",
  name: "Tên tài liệu",
  nameHint: "Ví dụ: Danh sách hộ nghèo năm 2026",
  declare:
    "Tôi, {name}, cam đoan tài liệu này *không mật*, *không phải công tác cán bộ*, không có số căn cước, ngày sinh của ai.",
  save: "Lưu vào cuộc họp",
  saveForCall: "Gửi kèm cuộc họp",
  saving: "Đang ghi…",
  saved: "Đã lưu trên máy, sẽ gửi khi có mạng.",
  savedForCall: "Đã lưu trên máy. Tài liệu được gửi khi đồng chí bấm “Triệu tập”.",
  left: "Các trang đã chụp được giữ trên máy này cho đến khi đồng chí lưu hoặc bỏ.",
  drop: "Bỏ tài liệu này",
  dropAsk: "Bỏ tài liệu đang chụp?",
  dropText: "{n} trang đã chụp sẽ bị xóa khỏi máy này. Ảnh gốc trong máy ảnh, nếu có, vẫn còn.",
  noTitle: "Đồng chí đặt tên cho tài liệu.",
  longTitle: "Tên dài quá 120 chữ, đồng chí rút ngắn lại.",
  noPages: "Chưa có trang nào. Đồng chí chụp hoặc chọn ảnh.",
  notDeclared: "Đồng chí đánh dấu lời cam đoan trước khi lưu.",
  refusedTitle:
    "Tên này không được ghi ở đây: {rule} Đồng chí sửa tên hoặc bỏ tài liệu; chưa có gì được gửi đi.",
  saveFailed: "Chưa lưu được. Các trang đã chụp còn nguyên trên máy, đồng chí bấm lại lần nữa.",
  // Why a file did not become a page
  empty:
    "Tệp này trống, không có ảnh bên trong. Các trang khác còn nguyên. Đồng chí chụp lại hoặc chọn ảnh khác.",
  "not-a-picture": "Tệp này không phải ảnh. Các trang khác còn nguyên. Đồng chí chọn một tấm ảnh.",
  pdf: "Đây là tệp PDF, không phải ảnh. Các trang khác còn nguyên. Tệp PDF thì nhờ văn thư đưa vào mục Văn bản, hoặc chụp lại tờ giấy.",
  heic: "Máy này không mở được kiểu ảnh ấy (thường là HEIC của iPhone). Các trang khác còn nguyên. Đồng chí bấm “Chụp một trang” để chụp thẳng từ đây, hoặc chụp màn hình tấm ảnh rồi chọn ảnh chụp màn hình.",
  damaged:
    "Ảnh này bị hỏng hoặc bị cắt cụt. Các trang khác còn nguyên. Đồng chí chụp lại hoặc chọn ảnh khác.",
  "too-many-pixels":
    "Ảnh này nhiều điểm quá, máy không mở nổi. Các trang khác còn nguyên. Đồng chí đặt máy ảnh về cỡ thường rồi chụp lại.",
  "too-large": "Tệp này nặng quá 120 MB. Các trang khác còn nguyên. Đồng chí chụp lại từ đây.",
  unreadable:
    "Máy không đưa được tấm ảnh này ra, có thể ảnh còn ở trên mạng. Các trang khác còn nguyên. Đồng chí tải ảnh về máy trước, hoặc chụp lại.",
  stopped: "Đã dừng. Các trang đã chụp còn nguyên.",
  "same-page": "Trang này đã có trong tài liệu rồi.",
  "too-many-pages":
    "Một tài liệu có nhiều nhất 20 trang. Trang này chưa được thêm; đồng chí lưu rồi chụp tiếp thành tài liệu khác.",
  "storage-full":
    "Bộ nhớ điện thoại đã đầy nên chưa giữ được trang này. Các trang trước còn nguyên. Đồng chí xóa bớt ảnh, phim trong máy rồi chụp lại.",
  failed: "Chưa giữ được trang này. Các trang trước còn nguyên. Đồng chí thử lại.",
  // In the meeting
  photo: "Ảnh chụp · {n} trang",
  photoHere: "Ảnh chụp · {n} trang · đã có trên máy",
  photoUnsent: "Ảnh chụp · {n} trang · chờ gửi",
  photoLeaving: "Ảnh chụp · {n} trang · chờ thu lại",
  photoAway: "Ảnh chụp · {here}/{n} trang trên máy",
  fetch: "Tải ảnh tài liệu về máy · {size}",
  fetching: "Đang tải {done} / {size}",
  fetchStopped: "Đã dừng. Trang đã tải còn nguyên, lần sau tải tiếp.",
  larger: "Phóng to",
  smaller: "Thu nhỏ",
  alt: "Trang {n} của “{title}”",
  pageAway: "Trang {n} chưa về máy",
  declaredBy: "{name} cam đoan: không mật, không phải công tác cán bộ.",
  takeBack: "Thu lại tài liệu này",
  takeBackAsk: "Thu lại tài liệu này?",
  takeBackText:
    "Ảnh sẽ rời khỏi mọi máy và máy chủ, kể cả máy này, khi văn phòng nhận được. Muốn gửi lại thì phải chụp lại.",
  takenBack: "Đã ghi việc thu lại. Ảnh nào đã gửi thì rời mọi máy khi máy này có mạng.",
} as const;

export const t = defineMessages("meeting-photos", vi);
