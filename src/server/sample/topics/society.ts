import type { Topic } from "./topic";

export const school: Topic = {
  name: "giáo dục và khuyến học",
  state: [
    "Năm học mới toàn xã có 3.400 học sinh ở tám trường; trẻ năm tuổi ra lớp đạt 100%.",
    "Quỹ khuyến học các xóm có 280 triệu đồng, đã thưởng 400 em.",
    "Bữa trưa bán trú ở ba điểm trường vùng cao được duy trì đủ năm ngày một tuần.",
  ],
  lacks: [
    "Còn 14 em nghỉ học giữa chừng, phần nhiều theo bố mẹ đi làm xa.",
    "Đường đến điểm trường Cọi Ngheo hay ngập khi mưa lớn.",
  ],
  targets: [
    ["Trẻ năm tuổi ra lớp", "%", "100"],
    ["Học sinh bỏ học", "%", "dưới 0,3"],
    ["Dòng họ khuyến học", "dòng họ", "55"],
    ["Trường đạt chuẩn quốc gia", "trường", "6"],
  ],
  tasks: [
    [
      "Không để em nào bỏ học",
      "Chi bộ xóm phân công đảng viên đến nhà em nghỉ quá ba buổi; cùng nhà trường tìm cách giúp, không chỉ nhắc nhở.",
    ],
    [
      "An toàn đến trường",
      "Cấm xe chở quá số người; phụ huynh ký cam kết đội mũ bảo hiểm; ngày mưa lũ nhà trường được quyết cho nghỉ và báo ngay.",
    ],
    [
      "Bữa ăn bán trú",
      "Công khai thực đơn, giá, nơi mua; ban đại diện cha mẹ kiểm tra đột xuất mỗi tháng hai lần.",
    ],
    [
      "Giữ tiếng Mường",
      "Mỗi tuần một tiết ngoại khóa do nghệ nhân trong xã dạy hát, kể chuyện bằng tiếng Mường.",
    ],
    ["Sách dùng lại", "Thu sách giáo khoa cũ còn tốt, chia cho em khó khăn trước ngày khai giảng."],
  ],
  duties: [
    ["Phòng Văn hóa - Xã hội", "Thống kê học sinh có nguy cơ bỏ học", "20/9"],
    ["Các nhà trường", "Báo cáo sĩ số", "thứ hai hằng tuần"],
    ["Hội Khuyến học xã", "Vận động quỹ, trao học bổng", "20/11"],
  ],
};

export const health: Topic = {
  name: "chăm sóc sức khỏe nhân dân",
  state: [
    "Tỷ lệ tham gia bảo hiểm y tế đạt 94%; trạm y tế khám 11.000 lượt người trong chín tháng.",
    "98% trẻ dưới một tuổi được tiêm đủ các loại vắc-xin.",
    "Mùa mưa năm nay có 19 ca sốt xuất huyết, giảm một nửa, không có ca nặng.",
  ],
  lacks: [
    "Hơn 500 người ra khỏi danh sách vùng khó khăn chưa mua lại thẻ bảo hiểm.",
    "Dụng cụ chứa nước quanh nhà còn nhiều bọ gậy ở các xóm ven suối.",
  ],
  targets: [
    ["Dân số tham gia bảo hiểm y tế", "%", "96"],
    ["Trẻ tiêm chủng đầy đủ", "%", "98"],
    ["Người cao tuổi được khám định kỳ", "%", "90"],
    ["Hộ diệt bọ gậy hằng tuần", "%", "85"],
  ],
  tasks: [
    [
      "Vận động bảo hiểm y tế",
      "Đảng viên mua trước cho cả nhà; lập danh sách người vừa hết diện được cấp, đến tận nhà giải thích mức hỗ trợ.",
    ],
    [
      "Sáng thứ bảy diệt bọ gậy",
      "Cả xóm cùng lật úp chum vại, thả cá cờ; trưởng xóm báo số nhà đã làm cho trạm y tế.",
    ],
    ["Khám cho người cao tuổi", "Trạm y tế về từng cụm xóm, mỗi cụm một ngày, không để các cụ phải đi xa."],
    ["Ăn chín, uống sôi", "Đám cưới, đám tang trên 50 mâm phải báo trạm y tế để hướng dẫn lưu mẫu thức ăn."],
  ],
  duties: [
    ["Trạm Y tế xã", "Lịch khám lưu động theo cụm xóm", "01/10"],
    ["Phòng Văn hóa - Xã hội", "Rà danh sách hết hạn thẻ", "30/9"],
    ["Chi bộ các xóm", "Vận động, báo kết quả", "ngày 25 hằng tháng"],
  ],
};

export const poverty: Topic = {
  name: "giảm nghèo và xóa nhà tạm",
  state: [
    "Đầu năm xã có 386 hộ nghèo; đến nay 67 hộ đủ điều kiện thoát nghèo.",
    "41 nhà tạm đã khởi công, 33 nhà xong, trong đó hàng xóm góp 2.300 ngày công.",
    "Vốn vay chính sách dư nợ 62 tỷ đồng, nợ quá hạn dưới một phần nghìn.",
  ],
  lacks: [
    "Tám hộ chưa có đất làm nhà, phải mượn của họ hàng.",
    "Có hộ còn trông chờ, chưa muốn ra khỏi danh sách.",
  ],
  targets: [
    ["Hộ thoát nghèo trong năm", "hộ", "80"],
    ["Nhà tạm được xóa", "nhà", "41"],
    ["Lao động có việc làm mới", "người", "350"],
    ["Hộ được đảng viên nhận giúp", "hộ", "150"],
  ],
  tasks: [
    [
      "Mỗi đảng viên một việc giúp",
      "Chi bộ xóm giao đảng viên khá giúp một hộ nghèo: chỉ cách làm, cho mượn giống, cùng đi làm giấy tờ; ba tháng báo lại kết quả.",
    ],
    [
      "Bình xét công khai",
      "Họp xóm bỏ phiếu, niêm yết bảy ngày; người bình xét không có họ hàng gần với hộ được xét.",
    ],
    [
      "Làm nhà nhanh gọn",
      "Mẫu nhà ba gian, mái tôn chống nóng; dân quân, thanh niên giúp tháo dỡ và vận chuyển vật liệu.",
    ],
    ["Dạy nghề gần nhà", "Mở lớp may, lớp nấu ăn, lớp trồng nấm vào buổi tối tại nhà văn hóa cụm."],
    ["Vay vốn đúng việc", "Tổ vay vốn cùng hộ lập phương án; sau ba tháng đến xem vốn dùng vào đâu."],
  ],
  duties: [
    ["Phòng Kinh tế", "Tổng hợp kết quả rà soát hộ nghèo", "30/11"],
    ["Mặt trận Tổ quốc xã", "Giám sát xóa nhà tạm", "15/12"],
    ["Hội Phụ nữ, Hội Nông dân", "Kiểm tra sử dụng vốn vay", "hằng quý"],
  ],
};

export const culture: Topic = {
  name: "giữ gìn văn hóa Mường gắn với du lịch cộng đồng",
  state: [
    "Toàn xã còn 180 nhà sàn gỗ, 42 bộ chiêng; 25 đội chiêng tập đều mỗi tháng hai buổi.",
    "Điểm du lịch ở xóm Chiềng và xóm Ngái đón 6.400 lượt khách, thu 1,2 tỷ đồng.",
    "Tang lễ ở 30 xóm đã rút còn hai ngày, bỏ lệ mời rượu trong đám hiếu.",
  ],
  lacks: [
    "Nghệ nhân đều trên 60 tuổi, người trẻ biết đánh đủ bài chiêng còn ít.",
    "Rác sau ngày hội chưa được dọn ngay.",
  ],
  targets: [
    ["Đội chiêng hoạt động đều", "đội", "30"],
    ["Người trẻ học chiêng, hát thường rang", "người", "240"],
    ["Nhà đón khách đạt chuẩn", "nhà", "16"],
    ["Xóm thực hiện tang lễ văn minh", "xóm", "43"],
  ],
  tasks: [
    [
      "Truyền nghề",
      "Mỗi cụm xóm mở một lớp chiêng, nghệ nhân dạy, thanh niên học, quỹ văn hóa chi nước uống và dùi chiêng.",
    ],
    [
      "Giữ nhà sàn",
      "Lập danh sách nhà cần chống dột; không cho bán gỗ nhà cổ ra ngoài xã khi chưa họp dòng họ.",
    ],
    [
      "Đón khách tử tế",
      "Niêm yết giá, giữ bếp sạch, không chèo kéo; mỗi nhà đón khách có một người biết sơ cứu.",
    ],
    [
      "Việc tang, việc cưới",
      "Đảng viên làm trước: không thuốc lá, không quá 30 mâm, khai mạc không quá 30 phút.",
    ],
  ],
  duties: [
    ["Phòng Văn hóa - Xã hội", "Mở bốn lớp chiêng", "31/10"],
    ["Đoàn Thanh niên xã", "Vận động người trẻ đăng ký học", "15/10"],
    ["Mặt trận Tổ quốc xã", "Sửa quy ước các xóm", "30/11"],
  ],
};
