import { defineMessages } from "./messages";

/**
 * What a person reads for each code of `domain/refusal`, `SyncProblem` and `EnrolFailure`:
 * what happened, that nothing is lost, what to do.
 */
export const vi = {
  malformed:
    "Mục này bị hỏng nên văn phòng không đọc được. Bản ghi vẫn còn trên máy. Đồng chí bấm “Gửi lại” để máy ghi lại cho đúng.",
  "unknown-type":
    "Máy chủ của văn phòng chưa hiểu loại việc này. Bản ghi vẫn còn trên máy. Chờ văn phòng cập nhật rồi bấm “Gửi lại”.",
  "unknown-author":
    "Văn phòng chưa nhận ra máy này. Bản ghi vẫn còn trên máy. Hãy đồng bộ lại; nếu vẫn vậy, xin văn phòng mã ghi danh mới.",
  "bad-signature":
    "Chữ ký của máy không khớp nên văn phòng không nhận. Bản ghi vẫn còn trên máy. Bấm “Gửi lại” để máy ký lại.",
  "revoked-key":
    "Máy này đã bị thu hồi quyền gửi. Bản ghi vẫn còn cho đến khi đồng chí xuất ra tệp. Hãy liên hệ văn phòng để ghi danh lại.",
  "not-allowed":
    "Việc này cần người có trách nhiệm khác thực hiện nên văn phòng không nhận. Bản ghi vẫn còn trên máy. Đồng chí hỏi lại bí thư hoặc văn phòng.",
  "wrong-scope":
    "Mục này gửi nhầm nơi nhận, có thể do đồng chí vừa chuyển chi bộ. Bản ghi vẫn còn trên máy. Hãy đồng bộ rồi bấm “Gửi lại”.",
  "id-reused":
    "Văn phòng đã có một mục khác mang cùng mã. Bản ghi vẫn còn trên máy. Bấm “Gửi lại” để máy gửi với mã mới.",
  "too-large":
    "Mục này quá lớn nên không gửi được. Bản ghi vẫn còn trên máy. Hãy chia nhỏ hoặc chọn tệp dưới 30 MB.",
  "clock-ahead":
    "Đồng hồ của máy chạy sai ngày. Bản ghi vẫn còn trên máy. Hãy chỉnh ngày giờ tự động trong cài đặt điện thoại rồi bấm “Gửi lại”.",
  "offer-unknown":
    "Văn phòng không có mã ghi danh này. Máy của đồng chí chưa thay đổi gì. Hãy xin mã mới từ văn phòng hoặc bí thư chi bộ.",
  "offer-expired":
    "Mã ghi danh đã hết hạn (mỗi mã dùng trong 7 ngày). Máy của đồng chí chưa thay đổi gì. Hãy xin mã mới.",
  "offer-used":
    "Mã ghi danh này đã được dùng cho một máy khác. Máy của đồng chí chưa thay đổi gì. Hãy xin mã mới; nếu không phải đồng chí đã dùng, báo ngay văn phòng.",
  "wrong-commune":
    "Mã này của một đảng bộ khác. Máy của đồng chí chưa thay đổi gì. Hãy xin mã của đảng bộ mình.",
  "secret-mark":
    "Trên tài liệu có dấu độ mật. Tài liệu mật không được đưa vào đây, kể cả tên. Không có gì được lưu lại. Hãy gửi theo đường văn thư mật.",
  "personnel-work":
    "Tài liệu về công tác cán bộ không được đưa vào đây. Không có gì được lưu lại. Hãy gửi theo quy định riêng.",
  "not-declared":
    "Chưa có người cam đoan tài liệu không mật và không phải công tác cán bộ. Những gì đã nhập còn nguyên. Hãy đánh dấu cam đoan rồi gửi lại.",
  "not-a-document": "Tệp này không phải PDF hay Word. Không có gì bị mất. Hãy chọn lại tệp .pdf hoặc .docx.",
  "damaged-file":
    "Tệp bị hỏng, không mở được. Không có gì bị mất. Hãy xuất lại tệp từ máy soạn thảo rồi chọn lại.",
  "encrypted-file":
    "Tệp có đặt mật khẩu nên không đọc được. Không có gì bị mất. Hãy bỏ mật khẩu rồi chọn lại.",
  "blob-missing": "Tệp kèm theo chưa đến văn phòng. Bản ghi vẫn còn trên máy. Bấm “Gửi lại” khi có mạng tốt.",
  "not-signed-in":
    "Văn phòng chưa nhận ra máy này. Mọi thứ vẫn còn trên máy. Hãy đồng bộ lại; nếu vẫn vậy, xin mã ghi danh mới.",
  "wrong-clock":
    "Đồng hồ của máy sai giờ. Mọi thứ vẫn còn trên máy. Hãy chỉnh ngày giờ tự động trong cài đặt điện thoại rồi thử lại.",
  "too-many-requests": "Đã thử quá nhiều lần. Không có gì bị mất. Đồng chí chờ vài phút rồi thử lại.",
  "not-found": "Văn phòng không còn giữ mục này, có thể đã thu hồi. Những thứ khác trên máy còn nguyên.",
  "server-full":
    "Máy chủ của văn phòng đã đầy. Bản ghi vẫn còn trên máy và sẽ tự gửi lại. Đồng chí báo văn phòng giúp.",
  unreachable: "Chưa có mạng. Mọi thứ vẫn được ghi trên máy và sẽ tự gửi khi có mạng.",
  "not-our-server":
    "Mạng đang dùng đòi đăng nhập (như Wi‑Fi công cộng) nên chưa tới được văn phòng. Mọi thứ vẫn còn trên máy. Hãy đăng nhập mạng ấy hoặc đổi mạng khác.",
  busy: "Văn phòng đang có nhiều máy cùng gửi. Mọi thứ vẫn còn trên máy, máy sẽ tự thử lại.",
  "storage-full":
    "Bộ nhớ điện thoại đã đầy nên chưa tải thêm được. Những gì đã ghi vẫn còn. Vào mục Tôi, bấm “Giải phóng bộ nhớ”.",
  "app-too-old":
    "Bản Sổ Chi bộ trên máy đã cũ. Mọi thứ vẫn còn trên máy. Đóng rồi mở lại khi có mạng để máy lấy bản mới.",
  failed:
    "Có trục trặc ngoài dự tính. Mọi thứ đã ghi vẫn còn trên máy. Đồng chí thử lại; nếu vẫn vậy, báo văn phòng.",
  "not-a-link":
    "Đây không phải đường dẫn ghi danh. Máy của đồng chí chưa thay đổi gì. Hãy chép nguyên cả đường dẫn đã nhận được.",
  damaged:
    "Đường dẫn ghi danh bị thiếu hoặc bị sửa. Máy của đồng chí chưa thay đổi gì. Hãy chép lại nguyên cả đường dẫn, hoặc quét mã.",
  "keys-not-kept":
    "Trình duyệt này không giữ được chìa khóa của máy (có thể đang ở chế độ ẩn danh). Mã ghi danh chưa bị dùng. Hãy mở bằng chế độ thường, hoặc Chrome, Safari bản mới.",
} as const;

export const t = defineMessages("problems", vi);

/** Codes that have words here. */
export type Problem = keyof typeof vi;
