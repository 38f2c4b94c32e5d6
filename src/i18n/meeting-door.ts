import { defineMessages } from "./messages";

/** At the door: checking in by a meeting's code, taking over a member's code. */
export const vi = {
  title: "Vào họp",
  reading: "Đang xem mã…",
  verified: "Đã kiểm tra chữ ký trên máy này",
  unverified: "Chưa xác minh được mã này",
  unverifiedText:
    "Máy chưa biết người đã mở cuộc họp này, nên chưa chắc mã là thật. Nếu đồng chí đang ngồi trong phòng họp và mã ở trên máy của bí thư thì cứ điểm danh; nếu mã do người lạ gửi thì đừng bấm.",
  atTheMeeting: "Tôi đang ở phòng họp",
  sureTitle: "Điểm danh khi chưa xác minh?",
  sureText: "Đồng chí chỉ điểm danh khi đang có mặt tại: {place}.",
  checkIn: "Điểm danh",
  checking: "Đang ghi…",
  done: "Đã điểm danh",
  doneText: "Đã ghi trên máy, sẽ gửi khi có mạng. Muốn chắc, đồng chí đưa mã dưới đây cho bí thư quét.",
  openMeeting: "Mở cuộc họp",
  again: "Quét lại",
  goMeetings: "Về mục Họp",
  noTicket: "Đây không phải mã điểm danh",
  noTicketText:
    "Máy của đồng chí chưa thay đổi gì. Đồng chí quét mã trên máy của bí thư hoặc trên tờ giấy ở phòng họp.",
  damaged: "Mã điểm danh bị thiếu hoặc bị sửa",
  damagedText:
    "Máy của đồng chí chưa thay đổi gì. Đồng chí quét lại mã, hoặc vào Họp, chọn cuộc họp rồi nhập 8 ký tự.",
  closed: "Chưa đến giờ họp, hoặc đã hết giờ",
  closedText:
    "Theo đồng hồ của máy này thì không phải giờ họp. Nếu đồng chí đang ngồi họp thì đồng hồ của máy có thể sai: bấm “Vẫn điểm danh”, bí thư sẽ xác nhận.",
  ended: "Cuộc họp này đã kết thúc",
  endedText:
    "Biên bản đã thông qua nên không điểm danh được nữa. Nếu đồng chí có dự họp, báo bí thư ghi thêm vào phụ lục.",
  anyway: "Vẫn điểm danh",
  cancelled: "Cuộc họp này đã hoãn",
  cancelledText: "Đồng chí chưa bị ghi gì. Xem lý do ở mục Họp, hoặc hỏi bí thư chi bộ.",
  "other-cell": "Cuộc họp của chi bộ khác",
  "other-cellText":
    "Đồng chí thuộc chi bộ khác nên máy không điểm danh. Nếu được mời, đồng chí báo bí thư ghi tên vào danh sách khách.",
  "not-enrolled": "Máy này chưa ghi danh",
  "not-enrolledText":
    "Cần ghi danh một lần thì mới điểm danh bằng máy. Đồng chí quét mã trên phiếu ghi danh; buổi này báo bí thư đánh dấu có mặt giúp.",
  enrol: "Ghi danh máy này",
  // An officer takes over a member's code
  cardTitle: "Điểm danh giúp",
  cardWorking: "Đang ghi…",
  cardDone: "Đã điểm danh: {name}",
  cardDoneText: "Đã ghi có mặt trên máy này.",
  next: "Quét tiếp",
  openRoll: "Về danh sách điểm danh",
  "not-a-card": "Đây không phải mã của đảng viên",
  "not-a-cardText": "Chưa ghi gì. Đảng viên mở cuộc họp trên máy, chọn “Mã của tôi”, rồi đồng chí quét lại.",
  "damaged-card": "Mã của đảng viên bị thiếu hoặc bị sửa",
  "damaged-cardText": "Chưa ghi gì. Đồng chí quét lại, hoặc đánh dấu có mặt trong danh sách.",
  "other-meeting": "Mã này của cuộc họp khác",
  "other-meetingText":
    "Chưa ghi gì. Máy này không điều hành cuộc họp ấy. Đồng chí xem lại đảng viên đã mở đúng cuộc họp chưa.",
  "card-other-cell": "Đảng viên này thuộc chi bộ khác",
  "card-other-cellText": "Chưa ghi gì. Nếu là khách mời, đồng chí ghi tên vào danh sách khách.",
  refused: "Không nhận được mã này",
  refusedText:
    "Chữ ký trên mã không đúng nên máy không ghi. Đồng chí nhìn người thật rồi đánh dấu trong danh sách.",
} as const;

export const t = defineMessages("meeting-door", vi);
