import type { Topic } from "./topic";

export const roads: Topic = {
  name: "xây dựng nông thôn mới",
  state: [
    "Chín tháng đầu năm, nhân dân đã hiến 4.600 m² đất, góp 1.900 ngày công để mở rộng đường ở 14 xóm.",
    "7,2 km đường xóm đã đổ bê tông, ba nhà văn hóa được sửa mái, hai ngầm tràn có cột thủy chí.",
    "Xã giữ vững 16 trong 19 tiêu chí; hai tiêu chí về thu nhập và môi trường tiến bộ rõ.",
  ],
  lacks: [
    "Xóm Khướng, xóm Phung, xóm Kho còn đường đất, mùa mưa xe máy không vào được.",
    "Sổ sách quản lý tiền góp ở một số xóm chưa công khai định kỳ.",
    "Rác sinh hoạt ở ven suối chưa được thu gom hết.",
  ],
  targets: [
    ["Đường xóm được cứng hóa thêm", "km", "3,5"],
    ["Hộ có công trình vệ sinh bảo đảm", "%", "93"],
    ["Xóm có điểm tập kết rác", "xóm", "43"],
    ["Thu nhập bình quân đầu người", "triệu đồng/năm", "47"],
    ["Nhà văn hóa có đủ ghế, loa", "nhà", "40"],
  ],
  tasks: [
    [
      "Dân bàn trước",
      "Mọi khoản góp phải họp xóm, ghi biên bản, ít nhất bốn phần năm số hộ đồng ý; hộ nghèo, hộ chính sách được miễn.",
    ],
    [
      "Làm đâu xong đó",
      "Không khởi công khi chưa rõ nguồn vật liệu; mỗi đoạn đường có bảng ghi chiều dài, tiền, người giám sát.",
    ],
    ["Giữ đường đã làm", "Trồng cọc mốc hai bên, cấm xe quá tải; tổ tự quản phát quang mỗi quý một lần."],
    [
      "Thu gom rác",
      "Phân loại từ nhà; rác hữu cơ ủ tại vườn, rác còn lại đưa ra điểm tập kết vào thứ ba và thứ bảy.",
    ],
    [
      "Nhà sạch, vườn đẹp",
      "Hội Phụ nữ chấm nhà sạch hằng tháng, treo cờ đỏ cho ngõ ba tháng liền đạt loại tốt.",
    ],
    ["Nước sạch", "Thau rửa bể lắng, thay đường ống vỡ ở các công trình nước tự chảy trước mùa khô."],
  ],
  duties: [
    ["Phòng Kinh tế", "Cấp xi măng theo tiến độ, nghiệm thu từng đoạn", "30/11"],
    ["Ban giám sát cộng đồng", "Kiểm tra chất lượng tại chỗ", "hằng tuần"],
    ["Hội Phụ nữ xã", "Tổ chức chấm nhà sạch, ngõ đẹp", "ngày 25 hằng tháng"],
    ["Chi bộ các xóm", "Lãnh đạo họp dân, lập danh sách hộ hiến đất", "10/10"],
  ],
};

export const rice: Topic = {
  name: "sản xuất vụ đông và chuẩn bị vụ chiêm xuân",
  state: [
    "Vụ mùa toàn xã gặt xong 1.240 ha lúa, năng suất 54 tạ một ha, cao hơn năm trước hai tạ.",
    "Diện tích cây vụ đông đã trồng 310 ha, chủ yếu ngô sinh khối, khoai tây, rau ăn lá.",
    "Hợp tác xã Nông nghiệp Mường Vang ký hợp đồng tiêu thụ cho 140 hộ trồng bí xanh.",
  ],
  lacks: [
    "Một số chân ruộng sau gặt bỏ không vì thiếu nước và thiếu người làm.",
    "Chuột phá ở cánh đồng Bái, cánh đồng Sào chưa được diệt đồng loạt.",
  ],
  targets: [
    ["Diện tích cây vụ đông", "ha", "420"],
    ["Diện tích lúa chiêm xuân", "ha", "1.180"],
    ["Giống lúa chất lượng cao", "% diện tích", "45"],
    ["Mương được nạo vét", "km", "38"],
    ["Hộ liên kết tiêu thụ", "hộ", "260"],
  ],
  tasks: [
    [
      "Gieo đúng lịch",
      "Trà xuân muộn gieo mạ từ 20 tháng giêng, cấy xong trước 15 tháng hai dương lịch; không gieo sớm khi trời còn rét đậm.",
    ],
    ["Giữ nước", "Đóng cống các hồ từ giữa tháng 11; chia nước theo lịch, chi bộ xóm cử người trực đập."],
    [
      "Diệt chuột đồng loạt",
      "Chọn hai ngày chủ nhật liền nhau, toàn xóm cùng ra đồng; không dùng điện để diệt chuột.",
    ],
    ["Cơ giới hóa", "Hợp tác xã điều máy cấy cho các cánh đồng trên năm ha, ưu tiên hộ thiếu lao động."],
    ["Giữ giống tốt", "Chỉ mua giống có nhãn, giữ hóa đơn đến khi gặt; báo ngay khuyến nông khi mạ mọc kém."],
    ["Chống rét cho mạ", "Che ni lông khi nhiệt độ dưới 15 độ; bón tro, giữ nước láng mặt ruộng."],
  ],
  duties: [
    ["Phòng Kinh tế", "Công bố lịch thời vụ, cơ cấu giống", "15/11"],
    ["Hợp tác xã Nông nghiệp Mường Vang", "Cung ứng giống, làm đất, bao tiêu", "30/11"],
    ["Hội Nông dân xã", "Phát động hai đợt diệt chuột", "05/12"],
    ["Chi bộ các xóm", "Phân công đảng viên phụ trách cánh đồng", "20/11"],
  ],
};

export const livestock: Topic = {
  name: "phòng, chống dịch bệnh cho đàn vật nuôi",
  state: [
    "Tổng đàn trâu bò của xã có 4.100 con, đàn lợn 9.800 con, đàn gia cầm khoảng 130.000 con.",
    "Đợt tiêm phòng xuân đạt 81% đàn trâu bò, 75% đàn lợn.",
    "Hai ổ dịch nhỏ ở xóm Đầm và xóm Rường được khoanh lại trong năm ngày, không lan sang nơi khác.",
  ],
  lacks: [
    "Còn hộ giấu dịch, bán chạy lợn ốm, vứt xác vật nuôi xuống suối.",
    "Lực lượng thú y mỏng, năm xóm chung một người.",
  ],
  targets: [
    ["Tiêm phòng trâu bò", "% tổng đàn", "90"],
    ["Tiêm phòng lợn", "% tổng đàn", "85"],
    ["Chuồng trại được khử trùng", "lượt", "4"],
    ["Hộ ký cam kết không giấu dịch", "%", "100"],
  ],
  tasks: [
    [
      "Báo sớm",
      "Thấy vật nuôi bỏ ăn, chết nhiều hơn thường ngày phải báo trưởng xóm ngay trong buổi; ai báo sớm được hỗ trợ theo quy định.",
    ],
    [
      "Khử trùng",
      "Rắc vôi cổng chuồng, phun thuốc đường làng vào sáng thứ bảy; nhà có khách buôn vào chuồng phải rửa ủng.",
    ],
    [
      "Tiêm đủ",
      "Thú y viên đi cùng chi hội trưởng nông dân, tiêm theo danh sách từng nhà, vắng thì hẹn lại.",
    ],
    ["Chống rét", "Che chắn chuồng, dự trữ rơm, cỏ ủ; dưới 12 độ không thả rông, không bắt trâu bò cày kéo."],
    ["Quản lý vận chuyển", "Chốt tạm ở ngã ba Suối Mát kiểm tra xe chở vật nuôi khi có dịch."],
  ],
  duties: [
    ["Phòng Kinh tế", "Cấp vắc-xin, thuốc khử trùng", "20/10"],
    ["Công an xã", "Trực chốt khi công bố dịch", "khi có lệnh"],
    ["Chi bộ các xóm", "Vận động hộ chăn nuôi ký cam kết", "15/10"],
  ],
};

export const budget: Topic = {
  name: "thu ngân sách và thực hành tiết kiệm",
  state: [
    "Đến hết tháng mười, thu trên địa bàn đạt 4,9 tỷ đồng, bằng 88% dự toán.",
    "Chi thường xuyên giảm sáu phần trăm so với cùng kỳ nhờ họp trực tuyến và bớt in ấn.",
    "Các khoản đóng góp của nhân dân được mở sổ theo dõi riêng, niêm yết ở nhà văn hóa.",
  ],
  lacks: [
    "Nợ thuế đất phi nông nghiệp còn ở 210 hộ, phần nhiều vì sai thông tin thửa đất.",
    "Quyết toán một số công trình nhỏ chậm quá ba tháng.",
  ],
  targets: [
    ["Thu ngân sách cả năm so với dự toán", "%", "105"],
    ["Tiết kiệm chi thường xuyên", "%", "10"],
    ["Công trình quyết toán đúng hạn", "%", "100"],
    ["Hộ hoàn thành nghĩa vụ thuế", "%", "98"],
  ],
  tasks: [
    [
      "Thu đúng, thu đủ",
      "Rà lại danh sách từng xóm, sửa sai thửa đất trước khi gửi thông báo; không thu gộp nhiều khoản.",
    ],
    ["Công khai", "Niêm yết mức thu, căn cứ thu, số đã thu tại nhà văn hóa và đọc trên loa trong bảy ngày."],
    [
      "Tiết kiệm",
      "Không tổ chức liên hoan bằng tiền ngân sách; xe công chỉ đi từ hai người trở lên; tắt điện khi hết giờ làm việc.",
    ],
    ["Quyết toán", "Công trình nghiệm thu xong trong 30 ngày phải gửi hồ sơ quyết toán."],
  ],
  duties: [
    ["Phòng Kinh tế", "Đôn đốc, đối chiếu số thu từng xóm", "25/11"],
    ["Chi bộ các xóm", "Đảng viên gương mẫu nộp trước", "15/11"],
    ["Văn phòng HĐND và UBND", "Báo cáo tiết kiệm chi", "05/12"],
  ],
};
