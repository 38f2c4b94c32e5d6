import { budget, livestock, rice, roads } from "../topics/economy";
import { digital, example, inspection, meetings } from "../topics/party";
import { army, flood, order } from "../topics/safety";
import { culture, health, school } from "../topics/society";
import type { Directive } from "./directive";

export const august: readonly Directive[] = [
  {
    on: "2026-08-04",
    kind: "cong_van",
    from: "standing",
    topic: flood,
    abstract: "Về việc chủ động ứng phó mưa lớn sau bão số 3",
    own: [
      "Theo bản tin lúc 5 giờ sáng nay, từ chiều 04 đến hết ngày 06/8 trên địa bàn có mưa rất to, lượng mưa có nơi trên 200 mm, nguy cơ lũ ống ở suối Mát và suối Thung, sạt lở ở chân đồi Beo, đồi Lự.",
      "Ban Thường vụ Đảng ủy yêu cầu bí thư chi bộ các xóm có mặt tại địa bàn từ 14 giờ chiều nay cho đến khi có thông báo mới.",
    ],
    urgency: "express",
    acknowledgeBy: "2026-08-04",
    to: "villages",
  },
  {
    on: "2026-08-05",
    kind: "ke_hoach",
    from: "committee",
    topic: digital,
    abstract: "Thực hiện đợt cao điểm 90 ngày chuyển đổi số trong các chi bộ",
    grounds: [
      "Căn cứ Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia;",
      "Căn cứ Nghị quyết Đại hội Đảng bộ xã nhiệm kỳ 2025 - 2030;",
    ],
    own: [
      "Đảng ủy xã mở đợt cao điểm từ ngày 10/8 đến ngày 08/11/2026, lấy ba việc làm thước đo: chi bộ nào cũng nhận được văn bản trên máy, cuộc họp nào cũng có tài liệu đọc được khi mất sóng, nhiệm vụ nào giao ra cũng theo dõi được.",
    ],
    acknowledgeBy: "2026-08-15",
    file: true,
  },
  {
    on: "2026-08-06",
    kind: "thong_bao",
    from: "office",
    topic: digital,
    abstract: "Lịch hướng dẫn cài đặt Sổ Chi bộ tại các cụm xóm",
    own: [
      "Văn phòng Đảng ủy về tận cụm xóm hướng dẫn cài đặt: ngày 11/8 tại nhà văn hóa xóm Rềnh, ngày 12/8 tại xóm Cọi Ngheo, ngày 13/8 tại xóm Chiềng, ngày 14/8 tại phố Chợ; sáng từ 8 giờ, chiều từ 14 giờ.",
      "Đồng chí nào máy cũ hoặc chưa có điện thoại thông minh vẫn đến, sẽ được chỉ cách xem chung với người nhà. Nhớ mang theo điện thoại đã sạc đầy.",
    ],
    to: "villages",
  },
  {
    on: "2026-08-07",
    kind: "chi_thi",
    from: "province",
    topic: school,
    abstract: "Về lãnh đạo thực hiện nhiệm vụ năm học 2026 - 2027",
    own: [
      "Năm học 2026 - 2027 bắt đầu khi toàn tỉnh sắp xếp xong mạng lưới trường lớp theo đơn vị hành chính mới. Kết quả năm học trước là đáng mừng, song khoảng cách giữa vùng cao và vùng thấp còn lớn, cơ sở vật chất nhiều điểm trường xuống cấp.",
    ],
    to: "all",
  },
  {
    on: "2026-08-10",
    kind: "bao_cao",
    from: "committee",
    topic: example,
    more: [meetings],
    abstract: "Tình hình công tác xây dựng Đảng tháng 7, nhiệm vụ trọng tâm tháng 8 năm 2026",
    own: [
      "Tháng 7, cấp ủy các cấp tập trung lãnh đạo thu hoạch lúa xuân, phòng chống thiên tai và chuẩn bị năm học mới; sinh hoạt chi bộ giữ nền nếp.",
    ],
    to: "every-committee",
    cells: "highland",
  },
  {
    on: "2026-08-11",
    kind: "quyet_dinh",
    from: "people",
    topic: roads,
    abstract: "Ban hành định mức hỗ trợ xi măng làm đường xóm năm 2026",
    grounds: [
      "Căn cứ Luật Tổ chức chính quyền địa phương;",
      "Căn cứ dự toán ngân sách xã năm 2026 đã được Hội đồng nhân dân xã thông qua;",
    ],
    own: [
      "Hỗ trợ 160 tấn xi măng cho mỗi km đường trục xóm rộng từ 3 mét, dày 18 phân; 110 tấn cho đường ngõ rộng từ 2 mét, dày 15 phân.",
      "Xóm được nhận xi măng khi đã họp dân, có ít nhất bốn phần năm số hộ đồng ý, nền đường đã lu xong và có cát, đá tại chỗ cho tối thiểu 200 mét.",
      "Ưu tiên các xóm Khướng, Phung, Kho trong đợt đầu; số còn lại theo thứ tự đăng ký.",
    ],
    to: "villages",
  },
  {
    on: "2026-08-13",
    kind: "huong_dan",
    from: "building",
    topic: meetings,
    abstract: "Một số nội dung về chuẩn bị và điều hành sinh hoạt chi bộ thường kỳ",
    grounds: ["Thực hiện Chỉ thị số 50-CT/TW, ngày 23/7/2025 và Hướng dẫn số 42-HD/BTCTW, ngày 28/10/2025;"],
    own: [
      "Ban Xây dựng Đảng hướng dẫn cách làm gọn, dùng được cho chi bộ đông đảng viên cao tuổi cũng như chi bộ cơ quan ít người; phần nào tỉnh đã có hướng dẫn riêng thì theo hướng dẫn của tỉnh.",
    ],
    acknowledgeBy: "2026-08-31",
    file: true,
  },
  {
    on: "2026-08-14",
    kind: "thong_bao",
    from: "people",
    topic: health,
    abstract: "Về việc phun hóa chất phòng sốt xuất huyết đợt 2",
    own: [
      "Trạm Y tế xã phun hóa chất tại các xóm ven suối Mát từ ngày 17 đến ngày 21/8, bắt đầu lúc 6 giờ sáng. Các hộ che đậy thức ăn, nước uống, đưa vật nuôi ra xa và mở cửa sau khi phun một giờ.",
    ],
    to: "villages",
  },
  {
    on: "2026-08-17",
    kind: "giay_moi",
    from: "standing",
    topic: culture,
    abstract: "Dự lễ dâng hương và gặp mặt cán bộ lão thành nhân dịp Cách mạng tháng Tám và Quốc khánh 2/9",
    own: [
      "Ban Thường vụ Đảng ủy trân trọng kính mời bí thư các chi bộ và đại diện gia đình có công dự lễ:",
      "Thời gian: 7 giờ 30 phút, thứ tư, ngày 19/8/2026.",
      "Địa điểm: Đài tưởng niệm xã, sau đó gặp mặt tại hội trường Đảng ủy.",
      "Trang phục: áo trắng; phụ nữ Mường mặc trang phục truyền thống.",
      "Đề nghị các đồng chí ở xóm xa đi theo xe chung, xuất phát từ ngã ba Suối Mát lúc 6 giờ 45 phút.",
    ],
    to: "every-committee",
  },
  {
    on: "2026-08-18",
    kind: "quy_dinh",
    from: "committee",
    topic: digital,
    abstract: "Về gửi, nhận và đọc văn bản điện tử ở các chi bộ",
    grounds: [
      "Căn cứ Điều lệ Đảng Cộng sản Việt Nam;",
      "Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ xã nhiệm kỳ 2025 - 2030;",
    ],
    own: [
      "Quy định này áp dụng đối với các chi bộ, đảng viên trong Đảng bộ xã khi gửi, nhận, đọc và lưu văn bản điện tử không thuộc danh mục bí mật.",
      "Văn bản điện tử đã ký số có giá trị như bản giấy; chi bộ không phải chờ bản giấy mới thực hiện.",
    ],
    acknowledgeBy: "2026-09-05",
    as: "old-rules",
    file: true,
  },
  {
    on: "2026-08-20",
    kind: "ke_hoach",
    from: "people",
    topic: livestock,
    abstract: "Tiêm phòng và khử trùng cho đàn vật nuôi đợt thu đông năm 2026",
    grounds: [
      "Căn cứ Luật Thú y;",
      "Thực hiện chỉ đạo của Ủy ban nhân dân tỉnh về phòng, chống dịch bệnh động vật;",
    ],
    own: [
      "Thời gian làm tập trung từ ngày 15/9 đến ngày 15/10; sau đó mỗi tháng tiêm bổ sung một lần cho con mới nuôi.",
    ],
    to: "villages",
  },
  {
    on: "2026-08-24",
    kind: "ket_luan",
    from: "standing",
    topic: budget,
    abstract: "Về tình hình thu, chi ngân sách 7 tháng và nhiệm vụ những tháng cuối năm 2026",
    own: [
      "Tại phiên họp ngày 21/8/2026, sau khi nghe Đảng ủy Ủy ban nhân dân xã báo cáo và các ý kiến thảo luận, Ban Thường vụ Đảng ủy kết luận:",
    ],
    to: "offices",
  },
  {
    on: "2026-08-26",
    kind: "cong_van",
    from: "building",
    topic: example,
    abstract: "Về việc tuyên truyền kỷ niệm 81 năm Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam",
    own: [
      "Các chi bộ tuyên truyền bằng việc làm: treo cờ từ chiều 31/8, dọn sạch đường xóm, thăm gia đình có công, nói chuyện truyền thống với thiếu nhi trong buổi khai giảng.",
    ],
  },
  {
    on: "2026-08-28",
    kind: "thong_bao",
    from: "standing",
    topic: order,
    abstract: "Phân công trực lãnh đạo, trực an ninh dịp nghỉ lễ Quốc khánh 2/9",
    own: [
      "Thường trực Đảng ủy, Hội đồng nhân dân, Ủy ban nhân dân xã trực 24/24 giờ từ ngày 31/8 đến hết ngày 02/9; số máy trực ban niêm yết tại nhà văn hóa các xóm.",
    ],
    urgency: "urgent",
  },
  {
    on: "2026-08-31",
    kind: "bao_cao",
    from: "inspection",
    topic: inspection,
    abstract: "Kết quả giám sát việc thu, nộp và sử dụng đảng phí 6 tháng đầu năm 2026",
    own: [
      "Từ ngày 03 đến ngày 21/8/2026, tổ giám sát của Ủy ban Kiểm tra Đảng ủy làm việc với mười chi bộ; kết quả chung như sau.",
    ],
    to: "every-committee",
    cells: "highland",
  },
  {
    on: "2026-08-31",
    kind: "nghi_quyet",
    from: { cell: "Chi bộ xóm Rềnh" },
    topic: roads,
    abstract: "Nhiệm vụ tháng 9 năm 2026",
    own: [
      "Chi bộ xóm Rềnh họp thường kỳ tối 29/8/2026, có mặt đủ số đảng viên cần thiết, thảo luận và thống nhất quyết nghị:",
    ],
  },
  {
    on: "2026-08-27",
    kind: "ke_hoach",
    from: "standing",
    topic: army,
    abstract: "Lãnh đạo công tác tuyển chọn, gọi công dân nhập ngũ năm 2027",
    own: [
      "Ban Thường vụ Đảng ủy lãnh đạo hoàn thành chỉ tiêu giao quân, bảo đảm công bằng, đúng luật, không để phải bù đổi.",
    ],
    grounds: ["Căn cứ Luật Nghĩa vụ quân sự;"],
    to: "villages",
  },
  {
    on: "2026-08-19",
    kind: "cong_van",
    from: "provincePeople",
    topic: rice,
    abstract: "Về việc khẩn trương thu hoạch vụ mùa, mở rộng diện tích cây vụ đông",
    own: [
      "Ủy ban nhân dân tỉnh đề nghị các xã chỉ đạo gặt nhanh diện tích lúa đã chín trên 80%, giải phóng đất sớm để trồng cây vụ đông ưa ấm trước ngày 05/10.",
    ],
    to: "villages",
  },
];
