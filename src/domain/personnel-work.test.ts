import { describe, expect, it } from "vitest";
import type { DocumentKind } from "./document-kind";
import { personnelWork } from "./personnel-work";

const refused: [DocumentKind, string][] = [
  ["quyet_dinh", "Quyết định bổ nhiệm công chức giữ chức Phó Chánh Văn phòng"],
  ["quyet_dinh", "về việc bổ nhiệm lại đồng chí Bùi Văn Bình"],
  ["quyet_dinh", "Điều động đồng chí Bùi Văn Bình đến nhận công tác tại Văn phòng Đảng ủy"],
  ["quyet_dinh", "điều động và phân công công tác đối với cán bộ"],
  ["ke_hoach", "Kế hoạch luân chuyển cán bộ giai đoạn 2026 - 2030"],
  ["to_trinh", "Tờ trình giới thiệu nhân sự ứng cử chức danh Phó Chủ tịch Hội đồng nhân dân xã"],
  ["thong_bao", "giới thiệu đồng chí Quách Thị Lan ứng cử đại biểu Hội đồng nhân dân xã"],
  ["quyet_dinh", "thi hành kỷ luật đảng viên"],
  ["quyet_dinh", "kỷ luật bằng hình thức khiển trách"],
  ["thong_bao", "kết luận kiểm tra khi có dấu hiệu vi phạm"],
  ["ke_hoach", "xem xét kỷ luật đối với đồng chí Bùi Văn Bình"],
  ["ke_hoach", "rà soát, bổ sung quy hoạch cán bộ nhiệm kỳ 2025 - 2030"],
  ["nghi_quyet", "về quy hoạch Ban Chấp hành Đảng bộ xã"],
  ["bao_cao", "danh sách cán bộ trong quy hoạch"],
  ["bien_ban", "nhận xét, đánh giá cán bộ năm 2026"],
  ["cong_van", "bổ sung hồ sơ đảng viên"],
  ["cong_van", "thẩm tra lý lịch người xin vào Đảng"],
  ["bao_cao", "công tác bảo vệ chính trị nội bộ năm 2026"],
  ["cong_van", "xử lý đơn thư tố cáo"],
  ["bao_cao", "kết quả giải quyết tố cáo"],
  ["bao_cao", "tổng kết công tác cán bộ năm 2026"],
  ["nghi_quyet", "về công tác cán bộ"],
  ["de_an", "Đề án nhân sự Ban Chấp hành khóa II"],
  ["quyet_dinh", "chỉ định bổ sung cấp ủy viên"],
  ["quyet_dinh", "chuẩn y kết quả bầu cử chi ủy"],
  ["quyet_dinh", "kiện toàn chức danh bí thư chi bộ"],
  ["thong_bao", "kết quả lấy phiếu tín nhiệm"],
  ["quyet_dinh", "cho thôi giữ chức bí thư chi bộ"],
  ["quyet_dinh", "Điều động cán bộ đi học tập tại Trường Chính trị tỉnh"],
];

const taken: [DocumentKind, string][] = [
  ["ke_hoach", "Kế hoạch học tập về công tác cán bộ nữ trong phong trào thi đua yêu nước"],
  ["ke_hoach", "học tập, quán triệt Quy định về quy hoạch cán bộ của Bộ Chính trị"],
  [
    "ke_hoach",
    "triển khai thực hiện Quy định số 296-QĐ/TW về công tác kiểm tra, giám sát và kỷ luật của Đảng",
  ],
  ["ke_hoach", "phòng cháy, chữa cháy rừng và điều động lực lượng, phương tiện tại chỗ"],
  ["cong_van", "điều động dân quân phòng, chống bão số 6"],
  ["quy_dinh", "quản lý, luân chuyển văn bản trên hệ thống điều hành tác nghiệp"],
  ["cong_van", "luân chuyển sách giữa các tủ sách xóm"],
  ["ke_hoach", "công khai quy hoạch sử dụng đất đến năm 2030"],
  ["bao_cao", "quy hoạch xây dựng nông thôn mới"],
  ["chi_thi", "tăng cường kỷ luật, kỷ cương hành chính"],
  ["chuong_trinh", "công tác kiểm tra, giám sát, thi hành kỷ luật năm 2026"],
  ["quy_dinh", "về kỷ luật tổ chức đảng, đảng viên vi phạm"],
  ["huong_dan", "nghiệp vụ quản lý hồ sơ đảng viên"],
  ["huong_dan", "kiểm điểm, đánh giá, xếp loại chất lượng tổ chức đảng, đảng viên cuối năm"],
  ["quyet_dinh", "kiện toàn Ban Chỉ đạo chuyển đổi số xã"],
  ["quyet_dinh", "kiện toàn Tổ công nghệ số cộng đồng"],
  ["thong_bao", "phân công các đồng chí đảng ủy viên phụ trách, dự sinh hoạt chi bộ"],
  ["quyet_dinh", "phê duyệt kết quả chỉ định thầu sửa nhà văn hóa xóm"],
  ["thong_bao", "lịch tiếp công dân quý IV"],
  ["ke_hoach", "tuyên truyền bầu cử đại biểu Quốc hội"],
  ["ke_hoach", "hội nghị hiệp thương giới thiệu người ứng cử đại biểu Hội đồng nhân dân"],
  ["ke_hoach", "tập huấn nghiệp vụ giải quyết khiếu nại, tố cáo"],
  ["ke_hoach", "tuyên truyền, phổ biến Luật Tố cáo"],
  ["ke_hoach", "đổi thẻ đảng viên"],
  ["giay_moi", "dự hội nghị sơ kết công tác xây dựng Đảng"],
  ["ke_hoach", "bồi dưỡng lý luận chính trị cho cán bộ, đảng viên"],
  ["bao_cao", "công tác cải cách hành chính, cán bộ làm việc tại bộ phận một cửa"],
  ["nghi_quyet", "về lãnh đạo thực hiện nhiệm vụ năm 2026"],
  ["cong_van", "phong trào tố giác tội phạm"],
];

describe("personnel work", () => {
  it.each(refused)("is refused: %s %s", (kind, abstract) => {
    expect(personnelWork({ kind, abstract })).toBe(true);
    expect(personnelWork({ kind, abstract: abstract.normalize("NFD").replaceAll("ủy", "uỷ") })).toBe(true);
  });

  it.each(taken)("is not: %s %s", (kind, abstract) => {
    expect(personnelWork({ kind, abstract })).toBe(false);
  });

  it("is found in the printed title when the typed one is silent", () => {
    const firstPage = [
      "ĐẢNG ỦY XÃ LẠC SƠN",
      "**QUYẾT ĐỊNH**",
      "VỀ VIỆC BỔ NHIỆM CÁN BỘ",
      "-----",
      "Căn cứ …",
    ].join("\n");
    expect(personnelWork({ kind: "quyet_dinh", abstract: "Quyết định của Ban Thường vụ", firstPage })).toBe(
      true,
    );
  });

  it("is found in what the paper orders", () => {
    const firstPage = ["QUYẾT ĐỊNH", "của Ban Thường vụ", "Điều 1. Điều động đồng chí Bùi Văn Bình …"].join(
      "\n",
    );
    expect(personnelWork({ kind: "quyet_dinh", abstract: "Quyết định của Ban Thường vụ", firstPage })).toBe(
      true,
    );
  });

  it("is not found in grounds and prose", () => {
    const firstPage = [
      "KẾ HOẠCH",
      "trồng rừng",
      "-----",
      "- Căn cứ Quyết định bổ nhiệm cán bộ kiểm lâm;",
    ].join("\n");
    expect(personnelWork({ kind: "ke_hoach", abstract: "Kế hoạch trồng rừng", firstPage })).toBe(false);
  });
});
