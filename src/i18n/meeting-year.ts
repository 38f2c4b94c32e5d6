import { defineMessages } from "./messages";

/** Attendance over a year. */
export const vi = {
  section: "Cả năm",
  open: "Sổ điểm danh cả năm",
  openText: "Đã dự bao nhiêu cuộc họp, vắng bao nhiêu",
  title: "Điểm danh cả năm",
  year: "Năm {year}",
  see: "Xem năm {year}",
  own: "Đồng chí đã dự",
  ownOf: "{n}/{of} cuộc họp",
  excused: "Vắng có lý do: {n}",
  unexcused: "Vắng không lý do: {n}",
  neverCalled: "Năm này chưa có cuộc họp nào ghi tên đồng chí.",
  whence:
    "Tính theo danh sách điểm danh trong biên bản các cuộc họp của chi bộ đã kết thúc. Thấy chưa đúng, đồng chí báo với bí thư.",
  private: "Đồng chí xem phần của mình; chi ủy xem cả chi bộ.",
  meetings: "Từng cuộc họp",
  isPresent: "Có mặt",
  isExcused: "Vắng có lý do",
  isUnexcused: "Vắng không lý do",
  isUncalled: "Không ghi có mặt",
  notOwed: "Không tính: được miễn, sinh hoạt nơi khác hoặc đình chỉ",
  everyone: "Cả chi bộ",
  name: "Họ và tên",
  came: "Dự",
  rate: "Tỷ lệ",
  nOf: "{n}/{of}",
  noRate: "–",
  percent: "{n}%",
  emptyTitle: "Chưa có cuộc họp nào đã kết thúc",
  emptyText: "Khi biên bản một cuộc họp được thông qua, việc dự họp của đồng chí sẽ hiện ở đây.",
} as const;

export const t = defineMessages("meeting-year", vi);
