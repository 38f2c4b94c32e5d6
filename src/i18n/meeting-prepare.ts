import { defineMessages } from "./messages";

/** Before a meeting: duties of its officers, opinions of its members, its invitation. */
export const vi = {
  prepare: "Chuẩn bị họp",
  posted: "Đã đăng tài liệu lên Sổ tay ĐVĐT",
  told: "Đã báo cấp ủy viên phụ trách",
  postedAt: "Đã đăng lúc {time} {day}",
  toldAt: "Đã báo lúc {time} {day}",
  postBefore: "Cần đăng trước {when}",
  postLate: "Chưa đăng. Quy định là cần đăng trước ít nhất 1 ngày, mà cuộc họp còn chưa đầy 1 ngày.",
  postMissed: "Chưa đăng. Quy định là cần đăng trước họp ít nhất 1 ngày.",
  // What a member wants said at the meeting
  sendOpinion: "Gửi ý kiến trước cuộc họp",
  opinionHint: "Bí thư và chi ủy đọc được. Không ghi nội dung mật, công tác cán bộ.",
  opinionText: "Ý kiến của đồng chí",
  opinionLong: "Dài quá 2.000 chữ, đồng chí rút ngắn hoặc gửi làm hai lần.",
  opinionLeft: "Chữ đã gõ được giữ lại trên máy cho đến khi đồng chí gửi.",
  send: "Gửi ý kiến",
  ownOpinions: "Ý kiến đồng chí đã gửi",
  sentAt: "Gửi lúc {when}",
  opinions: "Ý kiến gửi trước ({n})",
  noOpinions: "Chưa có ý kiến nào gửi trước. Đảng viên gửi từ trang cuộc họp trên máy của mình.",
  again: "Họp lại từ cuộc này",
  // The invitation
  invite: "Gửi giấy mời",
  inviteWhom: "Gửi cho",
  inviteText: "Nội dung giấy mời",
  members: "Đảng viên",
  called: "Người được mời",
  supervisor: "Cấp ủy viên phụ trách",
  share: "Chọn cách gửi",
  copy: "Chép giấy mời",
  shared: "Đã chuyển giấy mời sang ứng dụng đồng chí chọn.",
  copied: "Đã chép giấy mời. Đồng chí dán vào tin nhắn để gửi.",
  sharedTold: "Đã chuyển giấy mời và đánh dấu đã báo cấp ủy viên phụ trách.",
  copiedTold: "Đã chép giấy mời, đồng chí dán vào tin nhắn để gửi. Đã đánh dấu báo cấp ủy viên phụ trách.",
  untell: "Bỏ đánh dấu",
  shareFailed:
    "Máy không cho gửi hay chép. Chưa có gì được gửi đi. Đồng chí nhấn giữ vào chữ ở trên, chọn hết rồi chép.",
} as const;

export const t = defineMessages("meeting-prepare", vi);
