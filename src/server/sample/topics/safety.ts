import type { Topic } from "./topic";

export const forestFire: Topic = {
  name: "phòng cháy, chữa cháy rừng mùa khô",
  state: [
    "Toàn xã có 4.300 ha rừng, trong đó 1.800 ha rừng phòng hộ giáp các xóm Khạ, Ốc, Lự, Tớn.",
    "Mùa khô trước xảy ra hai vụ cháy nhỏ do đốt nương, dập xong trong ba giờ, cháy 9.000 m² thực bì.",
    "23 tổ xung kích với 310 người đã được tập huấn, có đủ bàn dập, dao phát, đèn pin.",
  ],
  lacks: ["Đường băng cản lửa ở đồi Lự bị cỏ lấp lại.", "Có hộ còn đốt ong lấy mật trong ngày hanh khô."],
  targets: [
    ["Vụ cháy lớn", "vụ", "0"],
    ["Đường băng cản lửa được phát lại", "km", "26"],
    ["Hộ giáp rừng ký cam kết", "%", "100"],
    ["Tổ xung kích sẵn sàng", "tổ", "23"],
  ],
  tasks: [
    [
      "Không đốt khi cấp cháy từ IV trở lên",
      "Loa xóm báo cấp cháy lúc sáu giờ sáng và năm giờ chiều; ngày cấp IV, cấp V cấm đốt nương, đốt cỏ ruộng gần rừng.",
    ],
    [
      "Phát đường băng",
      "Mỗi xóm giáp rừng phát lại đường băng rộng tám mét, dọn sạch lá khô trước ngày cuối tháng 11.",
    ],
    [
      "Trực gác",
      "Chòi canh đồi Lự, đồi Tớn trực từ chín giờ sáng đến sáu giờ chiều; nơi không có sóng dùng kẻng và người chạy báo.",
    ],
    ["Bốn tại chỗ", "Chỉ huy, lực lượng, phương tiện, hậu cần đều của xóm; xã đến tiếp trong 60 phút."],
    [
      "Ai gây cháy phải chịu",
      "Công an xã lập hồ sơ mọi vụ đốt sai, đọc trên loa tên việc làm sai để mọi người biết tránh.",
    ],
  ],
  duties: [
    ["Ban Chỉ huy Quân sự xã", "Tập luyện tổ xung kích", "28/11"],
    ["Chi bộ các xóm giáp rừng", "Phát đường băng, lập lịch gác", "30/11"],
    ["Công an xã", "Kiểm tra việc đốt nương", "hằng ngày"],
    ["Phòng Kinh tế", "Báo cấp cháy mỗi ngày hai lần", "từ 01/11"],
  ],
};

export const flood: Topic = {
  name: "phòng, chống thiên tai và tìm kiếm cứu nạn",
  state: [
    "Từ đầu mùa mưa có ba trận mưa lớn, làm sạt sáu điểm trên đường liên xóm, ngập 22 ha lúa, không có người bị nạn.",
    "11 hộ ở chân đồi Beo đã dời đến nơi an toàn.",
    "Các xóm đều có danh sách nhà cần giúp đi tránh: người già ở một mình, nhà có trẻ nhỏ, nhà ven suối.",
  ],
  lacks: ["Hai cột thủy chí ở ngầm Thung bị mờ số.", "Người dân còn ra suối vớt củi khi nước lên."],
  targets: [
    ["Người chết, mất tích do thiên tai", "người", "0"],
    ["Hộ vùng nguy hiểm có phương án đi tránh", "hộ", "127"],
    ["Ngầm tràn có rào chắn", "ngầm", "9"],
    ["Xóm có loa cầm tay, đèn pin, dây cứu", "xóm", "43"],
  ],
  tasks: [
    [
      "Đi trước khi nước đến",
      "Mưa trên 100 mm trong sáu giờ thì trưởng xóm quyết cho dân đi tránh, không chờ lệnh xã.",
    ],
    [
      "Gác ngầm tràn",
      "Nước quá 30 phân thì kéo rào, hai người gác mỗi đầu, tuyệt đối không cho xe và người qua.",
    ],
    ["Báo tin khi mất sóng", "Mỗi xóm chọn một điểm cao có sóng và một người chạy báo; ghi giờ báo vào sổ."],
    ["Lương thực tại chỗ", "Nhà văn hóa dự trữ mì, nước, thuốc đủ ba ngày cho số người đi tránh."],
    ["Sau mưa", "Trong 24 giờ báo thiệt hại theo mẫu; cùng nhau dọn nhà, khử trùng giếng."],
  ],
  duties: [
    ["Ban Chỉ huy Quân sự xã", "Kiểm tra phương tiện cứu hộ", "10/8"],
    ["Chi bộ các xóm", "Cập nhật danh sách hộ cần giúp", "15/8"],
    ["Trạm Y tế xã", "Cấp thuốc khử trùng nước", "15/8"],
    ["Phòng Kinh tế", "Sơn lại cột thủy chí", "20/8"],
  ],
};

export const order: Topic = {
  name: "bảo đảm an ninh, trật tự",
  state: [
    "Chín tháng đầu năm số vụ vi phạm trật tự giảm 11% so với cùng kỳ; hòa giải thành 96 trong 104 vụ việc ở xóm.",
    "43 tổ bảo vệ an ninh, trật tự ở cơ sở trực đều, phát hiện 19 vụ việc ngay từ đầu.",
    "Camera ở 22 ngã ba do nhân dân góp tiền lắp đã giúp tìm lại sáu xe máy.",
  ],
  lacks: [
    "Lừa qua điện thoại lấy mất tiền của 13 người, đều là người cao tuổi hoặc người buôn bán nhỏ.",
    "Thanh niên uống rượu rồi đi xe máy còn nhiều vào ngày cưới, ngày lễ.",
  ],
  targets: [
    ["Vụ việc được hòa giải ở cơ sở", "%", "92"],
    ["Xóm không có người nghiện mới", "xóm", "43"],
    ["Người điều khiển xe máy đội mũ bảo hiểm", "%", "98"],
    ["Hộ biết cách phòng lừa đảo", "%", "90"],
  ],
  tasks: [
    [
      "Nắm việc từ sớm",
      "Mâu thuẫn đất đai, nợ nần phải được tổ hòa giải gặp trong ba ngày; chi bộ nghe báo cáo mỗi kỳ họp.",
    ],
    [
      "Phòng lừa đảo",
      "Ba không: không đọc mã số cho ai, không bấm liên kết lạ, không chuyển tiền theo cuộc gọi; phát tờ chữ to đến từng nhà.",
    ],
    [
      "Đã uống rượu thì không lái xe",
      "Chủ đám cưới bố trí người đưa khách về; đảng viên vi phạm thì kiểm điểm trước chi bộ.",
    ],
    ["Giao nộp vũ khí, pháo", "Vận động giao nộp súng kíp, pháo nổ; người giao nộp không bị xử phạt."],
    [
      "Trực ngày lễ",
      "Lịch trực niêm yết ở nhà văn hóa; có việc gọi trực ban Công an xã, không đưa lên mạng.",
    ],
  ],
  duties: [
    ["Công an xã", "Soạn tờ chữ to phòng lừa đảo", "30/9"],
    ["Tổ an ninh cơ sở", "Tuần tra đêm thứ bảy, chủ nhật", "hằng tuần"],
    ["Đoàn Thanh niên xã", "Ký cam kết giao thông với đoàn viên", "15/10"],
    ["Chi bộ các xóm", "Nghe báo cáo hòa giải", "mỗi kỳ sinh hoạt"],
  ],
};

export const army: Topic = {
  name: "công tác tuyển quân và huấn luyện dân quân",
  state: [
    "Năm qua xã giao đủ 27 thanh niên, không có trường hợp phải bù đổi.",
    "Huấn luyện dân quân năm thứ nhất và dân quân cơ động đạt loại khá trở lên 98%.",
  ],
  lacks: [
    "Một số thanh niên đi làm xa chưa về khám sơ tuyển đúng hẹn.",
    "Thao trường xóm Bái sau mưa còn đọng nước.",
  ],
  targets: [
    ["Thanh niên giao quân", "người", "28"],
    ["Tỷ lệ đến khám", "%", "97"],
    ["Dân quân so với dân số", "%", "1,6"],
  ],
  tasks: [
    [
      "Đăng ký đủ",
      "Đảng viên phụ trách hộ nhắc các gia đình có con em trong độ tuổi; ai ở xa được báo trước ít nhất 20 ngày.",
    ],
    ["Công khai", "Danh sách miễn, hoãn niêm yết ở nhà văn hóa mười ngày để nhân dân góp ý."],
    [
      "Chăm lo hậu phương",
      "Gia đình có con lên đường được thăm trước Tết; khó khăn thì chi bộ bàn cách giúp.",
    ],
  ],
  duties: [
    ["Ban Chỉ huy Quân sự xã", "Tổ chức sơ tuyển", "15/11"],
    ["Trạm Y tế xã", "Cử tổ khám sơ tuyển", "10/11"],
    ["Chi bộ các xóm", "Rà danh sách", "30/10"],
  ],
};
