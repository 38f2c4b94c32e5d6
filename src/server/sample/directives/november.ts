import { budget, rice, roads } from "../topics/economy";
import { digital, inspection, meetings } from "../topics/party";
import { army, forestFire, order } from "../topics/safety";
import { culture, health, poverty, school } from "../topics/society";
import type { Directive } from "./directive";

export const november: readonly Directive[] = [
  {
    on: "2026-11-03",
    kind: "chi_thi",
    from: "province",
    topic: order,
    abstract: "Về tổ chức Tết Nguyên đán Đinh Mùi năm 2027",
    own: [
      "Tết Nguyên đán Đinh Mùi là dịp toàn tỉnh mừng kết quả năm đầu nhiệm kỳ sau sắp xếp đơn vị hành chính. Để mọi nhà đều có Tết, vui tươi, an toàn, tiết kiệm, Ban Thường vụ Tỉnh ủy yêu cầu:",
    ],
    acknowledgeBy: "2026-11-20",
  },
  {
    on: "2026-11-04",
    kind: "huong_dan",
    from: "building",
    topic: meetings,
    abstract: "Chấm điểm chất lượng sinh hoạt chi bộ trên Sổ Chi bộ",
    own: [
      "Phiếu chấm có tám mục, 100 điểm; bốn mục máy tự tính từ việc điểm danh, giờ họp, số lượt phát biểu và việc gửi tài liệu trước, bốn mục do cuộc họp tự chấm.",
    ],
    grounds: ["Thực hiện Hướng dẫn số 42-HD/BTCTW, ngày 28/10/2025;"],
    file: true,
  },
  {
    on: "2026-11-06",
    kind: "ke_hoach",
    from: "people",
    topic: rice,
    abstract: "Sản xuất vụ chiêm xuân 2026 - 2027",
    own: [
      "Lấy trà xuân muộn làm chính, chiếm chín phần mười diện tích; giữ đủ nước cho cánh đồng cuối mương.",
    ],
    to: "villages",
    file: true,
  },
  {
    on: "2026-11-09",
    kind: "bao_cao",
    from: "committee",
    topic: digital,
    abstract: "Kết quả đợt cao điểm 90 ngày chuyển đổi số trong các chi bộ",
    own: [
      "Sau 90 ngày, 1.214 đảng viên đã nhận và đọc văn bản trên máy; văn bản khẩn đến tay bí thư chi bộ bình quân sau hai giờ mười phút, trước đây là hơn một ngày.",
    ],
    cells: "villages",
  },
  {
    on: "2026-11-10",
    kind: "thong_bao",
    from: "standing",
    topic: school,
    abstract: "Tổ chức gặp mặt nhân ngày Nhà giáo Việt Nam 20/11",
    own: [
      "Gặp mặt chung toàn xã lúc 14 giờ ngày 19/11 tại Trường THPT Lạc Sơn; các chi bộ không tổ chức liên hoan, dành tiền mua sách cho thư viện điểm trường.",
    ],
    to: "schools",
  },
  {
    on: "2026-11-11",
    kind: "quyet_dinh",
    from: "committee",
    topic: digital,
    abstract: "Thành lập tổ giúp việc về số hóa tài liệu của Đảng ủy",
    grounds: ["Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ xã;", "Xét đề nghị của Văn phòng Đảng ủy;"],
    own: [
      "Thành lập tổ giúp việc gồm đại diện Văn phòng Đảng ủy, Ban Xây dựng Đảng, Đoàn Thanh niên và hai đồng chí giáo viên tin học; tổ làm việc ngoài giờ, không hưởng phụ cấp.",
      "Tổ có nhiệm vụ số hóa nghị quyết, biên bản của các chi bộ từ năm 2015, xong trước ngày 30/6/2027.",
    ],
    to: "offices",
  },
  {
    on: "2026-11-12",
    kind: "cong_van",
    from: "people",
    topic: forestFire,
    abstract: "Về việc tăng cường trực gác khi cấp cháy rừng lên cấp IV",
    own: [
      "Từ ngày 13/11 cấp cháy rừng ở các xóm Khạ, Ốc, Lự, Tớn ở cấp IV. Cấm mọi hình thức dùng lửa trong rừng và ven rừng; chòi canh trực đủ hai người.",
    ],
    urgency: "veryUrgent",
    acknowledgeBy: "2026-11-13",
    to: "highland",
  },
  {
    on: "2026-11-13",
    kind: "ket_luan",
    from: "standing",
    topic: roads,
    abstract: "Về tiến độ làm đường xóm và thanh toán công trình năm 2026",
    own: ["Sau khi đi thực địa ở ba xóm Khướng, Phung, Kho ngày 11/11, Ban Thường vụ Đảng ủy kết luận:"],
    to: "villages",
  },
  {
    on: "2026-11-16",
    kind: "giay_moi",
    from: "standing",
    topic: culture,
    abstract: "Dự Ngày hội Đại đoàn kết toàn dân tộc ở khu dân cư",
    own: [
      "Kính mời các đồng chí cấp ủy viên, bí thư chi bộ dự ngày hội tại các cụm:",
      "Cụm Rềnh - Bo - Mận: 8 giờ ngày 18/11, nhà văn hóa xóm Rềnh.",
      "Cụm Chiềng - Ngái: 8 giờ ngày 18/11, sân vận động xóm Chiềng.",
      "Cụm phố Chợ - Suối Mát: 19 giờ ngày 17/11, nhà văn hóa phố Chợ.",
      "Phần lễ không quá 40 phút; bữa cơm đại đoàn kết do các gia đình cùng góp.",
    ],
    to: "village-committees",
  },
  {
    on: "2026-11-17",
    kind: "ke_hoach",
    from: "standing",
    topic: poverty,
    abstract: "Chăm lo Tết cho hộ nghèo, gia đình chính sách, người cao tuổi neo đơn",
    own: [
      "Không để nhà nào không có Tết. Danh sách lập từ xóm, niêm yết, quà trao tận tay trước ngày 20 tháng Chạp.",
    ],
    grounds: ["Thực hiện Chỉ thị của Ban Thường vụ Tỉnh ủy về tổ chức Tết Nguyên đán Đinh Mùi năm 2027;"],
  },
  {
    on: "2026-11-18",
    kind: "nghi_quyet",
    from: "committee",
    topic: roads,
    more: [poverty, budget, rice, culture, health, digital],
    abstract: "Về phương hướng, nhiệm vụ năm 2027",
    own: [
      "Hội nghị Ban Chấp hành Đảng bộ xã lần thứ tám, ngày 14/11/2026, đánh giá kết quả năm 2026 và thống nhất phương hướng năm 2027: giữ đất, giữ nước, giữ rừng; đường đến xóm, chữ đến nhà; việc giao ra có người làm, có ngày xong.",
    ],
    acknowledgeBy: "2026-12-05",
    file: true,
  },
  {
    on: "2026-11-19",
    kind: "thong_bao",
    from: "inspection",
    topic: inspection,
    abstract: "Lịch kiểm tra việc khắc phục sau giám sát tại các chi bộ xóm",
    own: [
      "Ủy ban Kiểm tra làm việc từ ngày 24/11 đến ngày 04/12; mỗi chi bộ nửa ngày, xem sổ và nghe ý kiến đảng viên.",
    ],
    to: "village-committees",
    acknowledgeBy: "2026-11-23",
  },
  {
    on: "2026-11-20",
    kind: "cong_van",
    from: "office",
    topic: meetings,
    abstract: "Về việc chuẩn bị sinh hoạt chi bộ tháng 12",
    own: [
      "Nội dung bắt buộc kỳ tháng 12: nghị quyết về phương hướng năm 2027, kiểm điểm cuối năm, chăm lo Tết. Tài liệu gửi kèm; chi bộ nào họp trước ngày 05/12 thì tải về máy trước ngày 01/12.",
    ],
    acknowledgeBy: "2026-11-28",
    urgency: "urgent",
  },
  {
    on: "2026-11-20",
    kind: "nghi_quyet",
    from: { cell: "Chi bộ Trường THCS Suối Mát" },
    topic: school,
    abstract: "Nhiệm vụ tháng 12 năm 2026",
    own: [
      "Chi bộ Trường THCS Suối Mát sinh hoạt thường kỳ chiều 19/11/2026, sau phần sinh hoạt chuyên đề, thống nhất quyết nghị:",
    ],
  },
  {
    on: "2026-11-23",
    kind: "thong_bao",
    from: "people",
    topic: health,
    abstract: "Lịch khám sức khỏe cho người cao tuổi đợt cuối năm",
    own: [
      "Khám tại nhà văn hóa cụm: 30/11 cụm Rềnh, 01/12 cụm Cọi Ngheo, 02/12 cụm Chiềng, 03/12 các phố; các cụ nhịn ăn sáng, mang theo thẻ bảo hiểm và sổ khám cũ.",
    ],
    to: "villages",
  },
  {
    on: "2026-11-24",
    kind: "cong_van",
    from: "standing",
    topic: army,
    abstract: "Về việc thông báo kết quả sơ tuyển và khám tuyển nghĩa vụ quân sự",
    own: [
      "Danh sách đủ điều kiện khám tuyển đã niêm yết từ ngày 23/11. Chi bộ các xóm nghe ý kiến nhân dân, phản ánh về Ban Chỉ huy Quân sự xã trước ngày 02/12.",
    ],
    urgency: "urgent",
    to: "villages",
    acknowledgeBy: "2026-12-01",
  },
];
