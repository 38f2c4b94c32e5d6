import type { Topic } from "./topic";

export const digital: Topic = {
  name: "chuyển đổi số trong Đảng",
  state: [
    "Toàn bộ văn bản đi của Đảng ủy đã được ký số; văn bản đến được số hóa và phân xử lý ngay trong ngày làm việc.",
    "64 trong số 65 chi bộ đã có người biết mở tài liệu hội nghị trên điện thoại; 19 chi bộ xóm đã thôi in giấy cho sinh hoạt thường kỳ.",
    "Tổ công nghệ số cộng đồng ở 43 xóm, phố đã đến từng nhà đảng viên cao tuổi để cài đặt và chỉ cách dùng, mỗi nhà ít nhất hai lần.",
    "Lịch công tác tuần được công khai trước chiều thứ sáu, giảm rõ rệt việc hội nghị chồng lên nhau.",
  ],
  lacks: [
    "Bảy xóm vùng cao còn khoảng lõm sóng, có hôm cả buổi họp không tải được tài liệu.",
    "Một số chi ủy còn gửi văn bản qua nhóm trò chuyện, đến khi cần tìm lại thì trôi mất.",
    "Máy của nhiều đồng chí trên 70 tuổi đã cũ, màn hình nhỏ, chữ khó đọc.",
  ],
  targets: [
    ["Chi bộ nhận văn bản điện tử trong ngày", "%", "100"],
    ["Đảng viên có điện thoại thông minh đã cài đặt phần mềm", "%", "85"],
    ["Cuộc họp chi bộ không in tài liệu", "%", "70"],
    ["Báo cáo định kỳ gửi đúng hạn qua mạng", "%", "95"],
    ["Đảng viên cao tuổi được hướng dẫn tận nhà", "người", "310"],
  ],
  tasks: [
    [
      "Thống nhất một kênh gửi nhận",
      "Mọi văn bản của Đảng ủy đến chi bộ đi theo một đường; không dùng nhóm trò chuyện để gửi văn bản chỉ đạo, chỉ dùng để nhắc giờ họp.",
    ],
    [
      "Đọc được khi không có sóng",
      "Trước buổi họp một ngày, bí thư chi bộ kiểm tra tài liệu đã nằm sẵn trong máy của mình và của ít nhất hai đồng chí chi ủy viên; nơi lõm sóng thì tải ở trung tâm xã trước khi về.",
    ],
    [
      "Giúp người cao tuổi",
      "Đoàn Thanh niên phân công mỗi đoàn viên giúp hai đảng viên cao tuổi; đặt cỡ chữ lớn, chỉ ba việc: mở văn bản, bấm đã đọc, quét mã điểm danh.",
    ],
    [
      "Giữ an toàn thông tin",
      "Không chụp màn hình đưa lên mạng xã hội; mất điện thoại phải báo ngay Văn phòng Đảng ủy để khóa máy; văn bản có độ mật không bao giờ đưa lên máy có nối mạng.",
    ],
    [
      "Ghi chép một lần, dùng nhiều nơi",
      "Biên bản, nghị quyết chi bộ soạn trên máy, in ra ký, rồi gửi báo cáo từ chính bản ấy; không bắt chi bộ viết lại lần thứ hai.",
    ],
    [
      "Đưa vào đánh giá cuối năm",
      "Tỷ lệ văn bản được đọc trong ba ngày là một tiêu chí khi xếp loại chi bộ; việc chấm dựa trên số liệu máy ghi, không bắt làm thêm báo cáo.",
    ],
  ],
  duties: [
    [
      "Văn phòng Đảng ủy",
      "Theo dõi, tổng hợp số liệu từng chi bộ, báo Thường trực hằng tuần",
      "thứ sáu hằng tuần",
    ],
    ["Đoàn Thanh niên xã", "Lập danh sách đoàn viên giúp đỡ đảng viên cao tuổi", "15/9"],
    ["Phòng Văn hóa - Xã hội", "Rà soát các xóm lõm sóng, làm việc với nhà mạng", "30/9"],
    ["Các chi bộ", "Cử một đồng chí làm đầu mối công nghệ", "10/9"],
    ["Công an xã", "Tuyên truyền cách phòng lừa đảo qua mạng", "hằng tháng"],
  ],
};

export const meetings: Topic = {
  name: "nâng cao chất lượng sinh hoạt chi bộ",
  state: [
    "Chín tháng qua, các chi bộ tổ chức 581 kỳ sinh hoạt thường kỳ, tỷ lệ đảng viên dự họp bình quân đạt 92,4%.",
    "Có 58 chi bộ đã chuẩn bị nội dung bằng văn bản và gửi trước cho đảng viên ít nhất một ngày.",
    "Sinh hoạt chuyên đề bám việc làm thật: giữ rừng, bỏ hủ tục trong đám tang, đưa con em ra lớp đúng tuổi.",
    "Các đồng chí cấp ủy viên được phân công đã dự sinh hoạt với chi bộ ít nhất mỗi quý một lần.",
  ],
  lacks: [
    "Một số kỳ sinh hoạt dưới 90 phút, chủ yếu đọc lại văn bản cấp trên, ý kiến phát biểu ít.",
    "Biên bản ở 11 chi bộ còn ghi chung chung, không rõ ai nói, giao cho ai, đến bao giờ.",
    "Tự phê bình và phê bình có nơi còn nể nang.",
  ],
  targets: [
    ["Đảng viên dự sinh hoạt thường kỳ", "%", "trên 90"],
    ["Kỳ sinh hoạt đủ 90 phút", "%", "95"],
    ["Đảng viên phát biểu trong mỗi kỳ", "%", "trên 50"],
    ["Chi bộ sinh hoạt chuyên đề ít nhất mỗi quý một lần", "chi bộ", "65"],
    ["Kỳ sinh hoạt xếp loại tốt", "%", "80"],
  ],
  tasks: [
    [
      "Chuẩn bị kỹ",
      "Chi ủy họp trước ít nhất ba ngày, thống nhất nội dung, phân công người trình bày; nơi không có chi ủy thì bí thư trao đổi với phó bí thư.",
    ],
    [
      "Bớt đọc, tăng bàn",
      "Văn bản cấp trên gửi trước để tự đọc; tại cuộc họp chỉ nêu điểm mới và việc của chi bộ mình, dành ít nhất một nửa thời gian cho thảo luận.",
    ],
    [
      "Ghi rõ người, rõ việc",
      "Mỗi kết luận phải có người làm, thời hạn, cách kiểm tra; kỳ sau mở đầu bằng việc điểm lại từng nhiệm vụ đã giao.",
    ],
    [
      "Sinh hoạt nơi đông đảng viên cao tuổi",
      "Chọn giờ phù hợp, nhà văn hóa có ghế tựa, nước uống, chữ trên màn chiếu đủ lớn; bố trí xe đón các đồng chí ở xa.",
    ],
    [
      "Chấm điểm thực chất",
      "Cuối mỗi kỳ chấm theo phiếu; điểm thấp ở mục nào thì kỳ sau ghi rõ cách sửa ở mục ấy.",
    ],
    [
      "Cấp trên dự họp",
      "Đồng chí được phân công theo dõi chi bộ gợi ý nội dung, không nói thay bí thư, ghi nhận kiến nghị và trả lời trong mười ngày làm việc.",
    ],
  ],
  duties: [
    ["Ban Xây dựng Đảng", "Soạn mẫu chương trình cho từng loại hình chi bộ", "20/9"],
    ["Các chi ủy", "Đăng ký ngày sinh hoạt cố định trong tháng", "25/9"],
    ["Đảng ủy viên phụ trách", "Dự họp, nhận xét bằng văn bản", "hằng quý"],
    ["Văn phòng Đảng ủy", "Tổng hợp kiến nghị, theo dõi việc trả lời", "hằng tháng"],
  ],
};

export const inspection: Topic = {
  name: "công tác kiểm tra, giám sát của Đảng",
  state: [
    "Đảng ủy đã kiểm tra tám tổ chức đảng về việc chấp hành quy chế làm việc và thu, nộp đảng phí; Ủy ban Kiểm tra giám sát chuyên đề bốn chi bộ.",
    "Qua kiểm tra, các chi bộ cơ bản giữ nền nếp, sổ sách đầy đủ, thu nộp đúng mức.",
    "Những thiếu sót nhỏ được nhắc nhở ngay tại chỗ và sửa xong trước khi kết thúc đợt kiểm tra.",
  ],
  lacks: [
    "Chín chi bộ chưa tự xây dựng kế hoạch kiểm tra, giám sát hằng năm.",
    "Việc theo dõi khắc phục sau kiểm tra còn chậm, có nơi quá hạn hai tháng.",
  ],
  targets: [
    ["Tổ chức đảng được kiểm tra trong năm", "tổ chức", "14"],
    ["Chi bộ tự kiểm tra", "chi bộ", "65"],
    ["Kết luận sau kiểm tra thực hiện đúng hạn", "%", "100"],
  ],
  tasks: [
    [
      "Tự kiểm tra là chính",
      "Chi bộ rà soát theo bảng hướng dẫn, ghi rõ việc đã làm, việc còn thiếu, người chịu trách nhiệm; tự sửa trước khi đoàn đến.",
    ],
    [
      "Giám sát thường xuyên",
      "Cấp ủy viên phụ trách ghi nhận xét sau mỗi kỳ dự họp, gửi Ủy ban Kiểm tra theo mẫu.",
    ],
    [
      "Công khai kết quả",
      "Thông báo kết quả kiểm tra đọc tại kỳ sinh hoạt gần nhất của chi bộ được kiểm tra.",
    ],
    [
      "Đảng phí",
      "Thu tại buổi sinh hoạt, ký sổ ngay; nộp lên cấp trên trước ngày mười của tháng đầu quý sau.",
    ],
  ],
  duties: [
    ["Ủy ban Kiểm tra Đảng ủy", "Lập đoàn, gửi đề cương trước mười ngày", "05/10"],
    ["Các chi bộ được kiểm tra", "Gửi báo cáo tự kiểm tra", "15/10"],
    ["Văn phòng Đảng ủy", "Đối chiếu sổ thu đảng phí", "20/10"],
  ],
};

export const example: Topic = {
  name: "học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
  state: [
    "Toàn Đảng bộ có 1.520 đảng viên đăng ký việc làm theo, phần nhiều là việc gần gũi: giữ đường sạch, giúp hộ neo đơn, tiết kiệm điện nước.",
    "Có 27 mô hình được duy trì từ một năm trở lên, như hũ gạo nghĩa tình của chi bộ xóm Mận, cổng trường không rác của chi bộ Trường THCS Suối Mát.",
    "Tiền tiết kiệm của các chi bộ đã giúp 12 em học sinh có hoàn cảnh khó khăn đến trường.",
  ],
  lacks: [
    "Một số bản đăng ký chép giống nhau, cuối năm khó đánh giá.",
    "Việc biểu dương người tốt, việc tốt chưa kịp thời.",
  ],
  targets: [
    ["Đảng viên đăng ký việc làm theo cụ thể", "%", "100"],
    ["Chi bộ có ít nhất một mô hình", "chi bộ", "60"],
    ["Gương được biểu dương trong năm", "tập thể, cá nhân", "40"],
  ],
  tasks: [
    [
      "Đăng ký ít mà làm thật",
      "Mỗi đảng viên chọn một đến hai việc, ghi rõ làm ở đâu, giúp ai, bao giờ xong; chi bộ góp ý rồi mới nhận bản đăng ký.",
    ],
    ["Nêu gương từ chi ủy", "Bí thư, chi ủy viên đăng ký trước, làm trước, báo cáo trước."],
    [
      "Kể chuyện người thật",
      "Mỗi kỳ sinh hoạt dành mười phút cho một câu chuyện ở chính xóm mình, cơ quan mình.",
    ],
    [
      "Bình xét từ dưới lên",
      "Nhân dân trong xóm giới thiệu gương tốt qua ban công tác mặt trận; chi bộ xác minh rồi đề nghị biểu dương.",
    ],
  ],
  duties: [
    ["Ban Xây dựng Đảng", "Chọn tài liệu đọc hằng tháng, mỗi bài không quá hai trang", "ngày 20 hằng tháng"],
    ["Mặt trận Tổ quốc xã", "Tiếp nhận giới thiệu gương tốt", "15/11"],
    ["Các chi bộ", "Gửi danh sách đề nghị biểu dương", "25/11"],
  ],
};
