import type { Measure, ScoreItem } from "../domain/meeting-score";

const by = (measure: Measure, ...bands: readonly (readonly [from: number, points: number])[]) => ({
  measure,
  bands: bands.map(([from, points]) => ({ from, points })),
});

/**
 * A hundred points after the sheet of one ward (domain.md 2.5): what holds until the office sets the commune's own. What was
 * adopted keeps the lines it had.
 */
export const scoreSheet: readonly ScoreItem[] = [
  {
    id: "duration",
    title: "Thời gian họp từ 90 phút",
    most: 5,
    by: by("duration", [90, 5], [60, 3], [0, 1]),
  },
  {
    id: "attendance",
    title: "Tỉ lệ đảng viên dự họp",
    most: 4,
    by: by("attendance", [90, 4], [75, 3], [65, 2], [0, 1]),
  },
  { id: "absence", title: "Không ai vắng quá ba kỳ liền", most: 1 },
  { id: "prepared", title: "Nội dung chuẩn bị kỹ, có phân công người chuẩn bị", most: 7 },
  { id: "posted", title: "Tài liệu gửi trước ít nhất một ngày", most: 2, by: by("posted", [100, 2], [0, 0]) },
  { id: "told", title: "Đã báo cấp ủy viên phụ trách", most: 1, by: by("told", [100, 1], [0, 0]) },
  { id: "order", title: "Đủ các bước, đúng nội dung sinh hoạt", most: 25 },
  {
    id: "speakers",
    title: "Tỉ lệ đảng viên phát biểu",
    most: 5,
    by: by("speakers", [50.01, 5], [40, 4], [30, 3], [0, 2]),
  },
  { id: "chair", title: "Chủ trì điều hành dân chủ, gợi mở, kết luận rõ", most: 10 },
  { id: "principles", title: "Giữ nguyên tắc; tự phê bình và phê bình", most: 5 },
  {
    id: "tasks",
    title: "Kết quả thực hiện việc đã giao",
    most: 30,
    by: by("tasks", [90, 30], [80, 25], [70, 20], [50, 15], [0, 10]),
  },
  { id: "ended", title: "Kết luận, giao việc, thông qua biên bản tại cuộc họp", most: 3 },
  { id: "reported", title: "Kết quả gửi trong hai ngày sau họp", most: 2 },
];
