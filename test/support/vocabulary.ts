const list = (text: string): readonly string[] => text.trim().split(/\s*,\s*/);

/** Words of commune life, apart by what they do in a sentence. Enough of them that no two papers read alike. */
export const verbs = list(`
lãnh đạo, chỉ đạo, quán triệt, triển khai, tổ chức, rà soát, đôn đốc, kiểm tra, giám sát, tuyên truyền, vận động, hướng dẫn, xây dựng, củng cố,
nâng cao, mở rộng, bảo đảm, duy trì, phát huy, khắc phục, đẩy mạnh, phối hợp, thực hiện, đánh giá, tổng kết, sơ kết, bồi dưỡng, quản lý, giải quyết,
tháo gỡ, hoàn thiện, bổ sung, cập nhật, thống kê, tiếp nhận, xử lý, phân công, bố trí, huy động, hỗ trợ, khuyến khích, chăm lo, bảo vệ, gìn giữ,
khai thác, sử dụng, chuyển đổi, ứng dụng, số hóa, công khai, niêm yết, lấy ý kiến, thống nhất, quyết định, ban hành, phê duyệt, báo cáo, theo dõi,
tham mưu, đề xuất, kiến nghị, sắp xếp, kiện toàn, tu sửa, nạo vét, nghiệm thu, bàn giao, trồng mới, tiêm phòng, khử trùng, thu gom, phân loại,
phòng ngừa, ngăn chặn, phát hiện, hòa giải, tiếp xúc, lắng nghe, ghi nhận, biểu dương, nhân rộng, học tập, trao đổi, thảo luận, chuẩn bị, rút ngắn,
tiết kiệm, giảm bớt, kết nối, cung cấp, lưu trữ, tra cứu, in ấn, gửi, nhận, đăng ký, kê khai, đối chiếu, xác minh, bình xét, công nhận, giới thiệu
`);

export const things = list(`
nghị quyết, chỉ thị, kết luận, kế hoạch, chương trình, chuyên đề, biên bản, sổ sách, hồ sơ, danh sách, báo cáo, lịch công tác, quy chế, quy ước, hương ước,
chỉ tiêu, nhiệm vụ, giải pháp, mô hình, phong trào, cuộc vận động, hội nghị, buổi họp, kỳ sinh hoạt, lớp học, lớp tập huấn, đảng phí, nguồn thu, kinh phí,
nguồn vốn, quỹ đất, diện tích lúa, ruộng bậc thang, vườn tạp, rừng sản xuất, rừng phòng hộ, đàn trâu, đàn bò, đàn lợn, đàn gia cầm, ao cá, giống ngô, giống lúa,
cây mía, cây bưởi, cây keo, cây quế, mương bai, hồ chứa, đập tràn, cầu treo, ngầm tràn, đường liên xóm, đường nội đồng, nhà văn hóa, sân thể thao, trạm biến áp,
lưới điện, nước sạch, công trình vệ sinh, rác thải, nước thải, nghĩa trang, chợ phiên, bến xe, điểm du lịch, nhà sàn, cồng chiêng, lễ hội, dệt thổ cẩm, tiếng Mường,
trường học, lớp ghép, học sinh bán trú, sách giáo khoa, học bổng, khuyến học, bảo hiểm y tế, tủ thuốc, ca bệnh, muỗi truyền bệnh, bếp ăn, an toàn thực phẩm,
hộ nghèo, hộ cận nghèo, nhà tạm, người cao tuổi, người khuyết tật, người có công, trẻ em, thanh niên, phụ nữ, cựu chiến binh, nông dân, công đoàn viên,
dân quân, khám tuyển, trực ban, tuần tra, hụi họ, tín dụng đen, cờ bạc, ma túy, pháo nổ, nồng độ cồn, mũ bảo hiểm, hành lang giao thông, cháy rừng, sạt lở, lũ ống,
dịch vụ công, chữ ký số, phần mềm, máy tính, đường truyền, mã quét, tài khoản, dữ liệu, căn cước, cổng thông tin, loa truyền thanh, bản tin, trang tin, nhóm liên lạc,
đơn thư, kiến nghị, phản ánh, vướng mắc, tranh chấp, giải phóng mặt bằng, bồi thường, tái định cư, giấy chứng nhận, quy hoạch, xây dựng trái phép, khoáng sản,
hợp tác xã, tổ hợp tác, sản phẩm đặc trưng, nhãn hiệu, thị trường, lao động, việc làm, xuất khẩu lao động, nghề phụ, vay vốn, lãi suất, hợp đồng, chuỗi liên kết
`);

export const qualities = list(`
đúng quy định, kịp thời, thường xuyên, nghiêm túc, thiết thực, hiệu quả, đồng bộ, chặt chẽ, dân chủ, công khai, minh bạch, sâu rộng, cụ thể, rõ người, rõ việc,
rõ thời hạn, rõ kết quả, sát thực tế, bền vững, an toàn, tiết kiệm, lâu dài, toàn diện, có trọng tâm, có lộ trình, từng bước, chủ động, sáng tạo, quyết liệt,
linh hoạt, thống nhất, khách quan, gần dân, dễ hiểu, đơn giản, thuận lợi, nhanh gọn, đầy đủ, chính xác, trung thực, gương mẫu, trách nhiệm, hài hòa, ổn định,
lành mạnh, văn minh, sạch đẹp, đoàn kết, khẩn trương, bài bản, liên tục, hợp lý, khả thi, tự nguyện, bình đẳng, thân thiện
`);

export const actors = list(`
chi ủy, bí thư chi bộ, chi bộ, đồng chí phụ trách, Ban Thường vụ Đảng ủy, Văn phòng Đảng ủy, Ban Xây dựng Đảng, Ủy ban Kiểm tra, Mặt trận Tổ quốc xã, Hội Nông dân,
Hội Phụ nữ, Đoàn Thanh niên, Hội Cựu chiến binh, Công an xã, Ban Chỉ huy Quân sự, Phòng Kinh tế, Phòng Văn hóa - Xã hội, Trạm Y tế, các nhà trường, trưởng xóm,
ban công tác mặt trận, tổ an ninh cơ sở, tổ công nghệ số cộng đồng, tổ hòa giải, đảng viên phụ trách hộ, người có uy tín, các hộ dân, tổ khuyến nông, hợp tác xã,
ban quản lý rừng, cán bộ địa chính, kế toán xã, đội xung kích, giáo viên chủ nhiệm, cộng tác viên dân số, nhân viên thú y, ban giám sát đầu tư cộng đồng
`);

export const purposes = list(`
để mọi nhà cùng biết, nhằm giữ vững ổn định, góp phần giảm nghèo, không để phát sinh điểm nóng, tránh hình thức, tránh chồng chéo, cho kịp thời vụ, trước mùa mưa,
trước Tết Nguyên đán, trong quý này, hằng tháng, hằng quý, ngay tại cơ sở, tới từng hộ, ở các xóm vùng cao, trên toàn xã, theo phương châm dân biết dân bàn,
gắn với xây dựng nông thôn mới, gắn với học tập và làm theo Bác, phù hợp tập quán, bằng cả tiếng Mường, qua loa truyền thanh, trong kỳ sinh hoạt gần nhất,
khi chưa có sóng điện thoại, với sự tham gia của nhân dân, không gây phiền hà, từ nguồn xã hội hóa, theo khả năng ngân sách, dưới sự giám sát của mặt trận,
làm cơ sở xếp loại cuối năm, coi đây là việc thường xuyên, lấy kết quả làm thước đo
`);

export const links = list(`
đồng thời, trong đó, trước hết, bên cạnh đó, ngoài ra, cùng với việc này, trên cơ sở đó, từ thực tế ấy, nhờ vậy, tuy vậy, vì thế, sau khi thống nhất, khi cần thiết,
nếu có vướng mắc, theo thẩm quyền, định kỳ, riêng với vùng cao, đối với việc mới, qua kiểm tra, theo phản ánh của nhân dân
`);

/** Single syllables that real prose strews between longer words. */
export const small = list(
  "và, của, cho, với, trong, về, từ, theo, những, các, mỗi, cùng, được, cần, phải, đã, đang, sẽ, còn, một số, tại, đến, trên, dưới, giữa",
);

export const villages = list(
  "Rềnh, Bo, Mận, Khướng, Bưng, Vó, Cháy, Chum, Beo, Nạch, Trội, Rậm, Vành, Sào, Thung, Bái, Cọi Ngheo, Đầm, Rường, Mè, Khạ, Ốc, Chiềng, Mớ, Băng, Sống, Khang, Đúng, Trám, Bợ, Kén, Ngái",
);

/** Frequent syllables, to be joined into compounds: a language has more words than a list can hold. */
export const syllables = `
an anh ao áp ảnh ấm ấn âm bà bác bãi bám ban bàn bản bảng bạn bão bảo báo bát bay bằng bậc bầu bẩy bé bền bên bến bệnh bếp bì bia biên biến biển biểu bình bò bóc bón bóng bộ bồi bông bốn bột bờ bơi bởi bù bụi
buôn buổi buồng bút bữa bước bưởi bức cá cách cải cảm cản cảnh cao cáp cát cau cày căn cắm cân cấm cận câu cấu cây chay chạy chảy chăm chăn chắc chặn chậm chất châu chè chén chèo chi chia chiến chiều chim chín chịu cho chòi chôn chông chống
chớp chợ chùa chuẩn chuồng chum chụp chữ chứa chức cỏ con cõng cô cổ cốc cối cồn cột cờ cỡ cơm củ cũ cúc cùm cung cuốc cuối cuộn cứng cưới cửa dạ dải dài dán danh dao dày dặm dẫn dân dâu dây dẻo dê dệt dịch diện diệt dòng dốc dội
dung dụng duyên dứa dừa dự dưa dược đá đài đai đàm đàn đạo đáp đắp đằm đặc đất đầu đậu đê đền đèo đèn điểm điền điện điều đinh đình đĩa đò đói đóng độc đội đôi đồi đối đồng đơn đờn đủ đua đùa đục đun đuốc đường đứng đước ếch gà gai
gánh gạch gạo gáo gắng gặp gặt gấm gầu gậy gềnh ghép ghế ghi gia giá giải giàn giáo giáp giặt giấc giấy giếng gió giỏ giống giờ giục giữ gỗ gốc gối gùi gừng gửi gươm hạ hái hai hại hàm hàn hạn hàng hành hạt háng hắc hầm hậu hè hẹn hẻm
hiên hiếm hiến hiểm hiệu hình hoa hoạch hoàn hoang hóa họa học hỏi hòm hồ hộ hội hôm hồng hộp hơi hợp huấn huệ hùn hưởng hương hướng hữu ích im kẻ kè keo kế kênh kéo kết khai khám khăn khẩn khâu khế khe khéo khí khiêng khiển khoai khoán
khóa khói khoanh kho khô khối khung khuyến khuôn kiểm kiện kim kinh kính ký kỳ kỷ la lá lạc lái làm lan làng lành lãnh lạt lau lăng lắp lần lập lâu lễ lệ lên lều liềm liên liệt linh lịch lò loa loài loại loan lọc lon lô lộc lối lội lồng lớn
lợi luân luật luống lụa lúa lũ lụt lư lưng lưới lược lương lượng lưỡi lửa lực ma má mai màn mang mạng mành mạnh mảnh máng mạ mát máu máy mẫu mật măng mặt mây men mè miền miếng mía mìn minh mó mỏ móng môi mối mồi mộc mộng mốt mơ mở mỡ mới mù mục
mùa muối muỗi mướp mương mưu nà nái nải nắm nắng nặng nấm nấu nền nêu nếp ngà ngã ngói ngòi ngọc ngành ngày ngăn ngắn ngầm ngập ngõ ngô ngôi nghe nghè nghề nghị nghiệm nghiệp nghĩa nguồn ngư người ngựa nhà nhãn nhánh nhân nhẫn nhật nhiệm nhiệt
nhóm nhớ nhuộm nhựa niêm niên nón nong nổi nội nông nơm núi nuôi nước nương ong ô ổ ổi ống ớt phà phách phai phái phạm phản phao pháo pháp phát phân phấn phẳng phần phép phên phí phiên phiếu phó phong phòng phổ phố phơi phủ phụ phúc phục phương
quà quán quanh quạt quả quản quặng quân quầy que quê quế quý quyền quyết rá rạ rãnh rau rào rạch rẫy rắn rằm rặng rèm rèn rễ rêu riêng rìu rong rổ rơm rùa ruộng rừng rượu rương sa sách sàn sáng sành sào sáo săn sắt sân sâu sen sinh sim soạn
sóc sóng sỏi sổ số sông sơn sơ sung suất suối súng suốt sư sứ sưa sửa sườn tà tác tài tải tám tán tăng tắm tằm tầm tân tập tấm tây tem tép tên tết thác thách thái thạch tham than thang tháng thanh thành thảo tháo thau thăm thăng thắng thẳng thâm thầu
thân thế thể thêu theo thép thi thiên thiết thiếc thịnh thoát thóc thoi thợ thổ thôn thông thờ thơm thu thuế thuyền thú thuận thúng thưa thừa thương thưởng thước tích tiêm tiên tiến tiếng tiếp tiêu tiền tin tinh tình tính tỉnh toa tòa toán tóc tỏi
tổ tố tôm tôn tông tơ trà trạm trai trại tranh trang tràm trám trắc trăng trâu trấu trầm trận tre trẻ treo trì triều trình trọng trống trồng trông trời trục trung truyền trứng trường trưởng tu tú tuần tuấn tục túi tuyến tùng tư từ tưới tường tướng
ủ ung uyển ứng ươm ước vạc vách vải vai ván vàng vành vào văn vắt vân vận vật vây ve vé vén vệ vết vi viên viện việc vinh võ vỏ vòi vòng vọng vỗ vôi vốn vụ vụn vui vùng vườn vựa vực xã xa xạ xác xanh xay xăng xâm xâu xe xem xẻ xẻng xét
xô xóm xoài xoan xôi xúc xuân xuất xương xưởng xứ ý yên yến yêu
`
  .trim()
  .split(/\s+/);
