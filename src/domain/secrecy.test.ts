import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { firstPageOf } from "./first-page";
import { refuseLine, refusePaper, secretMark, typedMark } from "./secrecy";

const page = (...lines: string[]) => lines.join("\n");
const head = ["ĐẢNG BỘ XÃ LẠC SƠN", "ĐẢNG ỦY", "*", "Số 12-BC/ĐU"];
const body = ["BÁO CÁO", "kết quả công tác quý III", "Căn cứ chương trình công tác năm."];

describe("a mark on the first page", () => {
  const stamped: [string, string, string][] = [
    ["alone on its line", page(...head, "MẬT", ...body), "mật"],
    ["top secret", page(...head, "TUYỆT MẬT", ...body), "tuyệt mật"],
    ["secret", page(...head, "TỐI MẬT", ...body), "tối mật"],
    ["above everything", page("MẬT", ...head, ...body), "mật"],
    ["in brackets", page(...head, "[ TỐI MẬT ]", ...body), "tối mật"],
    ["letter-spaced", page(...head, "M Ậ T", ...body), "mật"],
    ["letter-spaced, two words", page(...head, "T Ố I   M Ậ T", ...body), "tối mật"],
    ["decomposed letters", page(...head, "TUYỆT MẬT", ...body).normalize("NFD"), "tuyệt mật"],
    ["after its label", page(...head, "Độ mật: MẬT", ...body), "mật"],
    ["after its label in small letters", page(...head, "Độ mật: Tối mật", ...body), "tối mật"],
    ["after its label in a table", page(...head, "| Độ mật | Mật |", ...body), "mật"],
    ["with stars of markdown", page(...head, "**MẬT**", ...body), "mật"],
    ["with the number of the copy", page(...head, "TỐI MẬT (Bản số: 03)", ...body), "tối mật"],
    ["with its term", page(...head, "MẬT - Thời hạn bảo vệ: 10 năm", ...body), "mật"],
    ["as TÀI LIỆU MẬT", page(...head, "TÀI LIỆU MẬT", ...body), "mật"],
    ["in a column beside the head", page("ĐẢNG BỘ XÃ LẠC SƠN\tMẬT\tĐẢNG CỘNG SẢN VIỆT NAM", ...body), "mật"],
    [
      "run together with the head",
      page("ĐẢNG BỘ XÃ LẠC SƠN TỐI MẬT ĐẢNG CỘNG SẢN VIỆT NAM", ...body),
      "tối mật",
    ],
    [
      "run together with the number",
      page("Số 05-BC/ĐU MẬT Lạc Sơn, ngày 05 tháng 02 năm 2026", ...body),
      "mật",
    ],
    ["capital first only, in the head", page(...head, "Mật", ...body), "mật"],
    ["below the title", page(...head, ...body, "MẬT"), "mật"],
    ["with Windows line ends", page(...head, "MẬT", ...body).replaceAll("\n", "\r\n"), "mật"],
  ];
  it.each(stamped)("%s", (_name, text, mark) => {
    expect(secretMark(text)).toBe(mark);
  });

  const plain: [string, string][] = [
    ["no mark", page(...head, ...body)],
    [
      "a sentence on security of information",
      page(...head, ...body, "Tăng cường bảo mật thông tin trên mạng."),
    ],
    ["state secrets in a sentence", page(...head, ...body, "Thực hiện Luật Bảo vệ bí mật nhà nước.")],
    ["a title on state secrets", page(...head, "KẾ HOẠCH", "BẢO VỆ BÍ MẬT NHÀ NƯỚC")],
    ["a title that breaks inside the word", page(...head, "KẾ HOẠCH", "TĂNG CƯỜNG CÔNG TÁC BẢO", "MẬT")],
    ["and once more", page(...head, "KẾ HOẠCH", "BẢO VỆ BÍ", "MẬT NHÀ NƯỚC")],
    ["a rule that lists the marks", page(...body, "Độ mật gồm: tuyệt mật, tối mật, mật.")],
    ["the marks quoted in a sentence", page(...body, "Văn bản đóng dấu “MẬT” do văn thư giữ.")],
    ["a sentence that begins so", page(...body, "Tối mật là độ mật thứ hai.")],
    ["a heading on the mark itself", page(...body, "Điều 17. Dấu chỉ độ mật", "a) Dấu chỉ độ mật")],
    ["an empty label", page(...head, "Độ mật:", ...body)],
    ["a label that says none", page(...head, "Độ mật: Thường", ...body)],
    ["a column head of a register", page(...body, "| Số | Độ mật | Ghi chú |")],
    ["an organ of secrecy in the head", page("BAN CHỈ ĐẠO BẢO VỆ BÍ MẬT NHÀ NƯỚC XÃ LẠC SƠN", ...body)],
    ["an organ that ends so", page("BAN CHỈ ĐẠO CÔNG TÁC BẢO MẬT", ...body)],
    ["honey, density, dense", page(...body, "MẬT ONG", "Mật độ dân số", "mật")],
  ];
  it.each(plain)("none in: %s", (_name, text) => {
    expect(secretMark(text)).toBeUndefined();
  });
});

describe("a mark that was typed", () => {
  it.each([
    ["MẬT", "mật"],
    ["mật", "mật"],
    ["Báo cáo tình hình quý III (mật)", "mật"],
    ["Báo cáo tình hình quý III - Tối mật", "tối mật"],
    ["TUYỆT MẬT: Báo cáo tình hình", "tuyệt mật"],
    ["MẬT Báo cáo tình hình", "mật"],
    ["Báo cáo tình hình MẬT", "mật"],
    ["05-BC-ĐU_MẬT.pdf", "mật"],
    ["05-BC/ĐU (Mật)", "mật"],
    ["tối mật.docx".normalize("NFD"), "tối mật"],
  ])("%s", (text, mark) => {
    expect(typedMark(text)).toBe(mark);
  });

  it.each([
    "Kế hoạch tăng cường bảo mật thông tin",
    "Triển khai Luật Bảo vệ bí mật nhà nước (Luật số 117/2025/QH15)",
    "KẾ HOẠCH BẢO VỆ BÍ MẬT",
    "Hướng dẫn xác định độ mật của văn bản",
    "Mật độ dân số các xóm",
    "105-QĐ/ĐU",
    "ke-hoach-mat-tran-to-quoc.pdf",
  ])("none in: %s", (text) => {
    expect(typedMark(text)).toBeUndefined();
  });
});

describe("a paper at the door", () => {
  const fields = {
    kind: "ke_hoach",
    abstract: "Kế hoạch trồng rừng năm 2026",
    declaredBy: "Đỗ Thị A",
  } as const;
  it("may enter", () => {
    expect(refusePaper(fields, page(...head, ...body))).toBeUndefined();
  });
  it("is refused with the rule named", () => {
    expect(refusePaper(fields, page("MẬT", ...head))).toBe("secret-mark");
    expect(refusePaper({ ...fields, fileName: "tối mật.pdf" }, "")).toBe("secret-mark");
    expect(refusePaper({ ...fields, abstract: "Điều động đồng chí Bùi Văn B" }, "")).toBe("personnel-work");
    expect(refusePaper({ ...fields, declaredBy: " " }, "")).toBe("not-declared");
    expect(refusePaper({ ...fields, declaredBy: undefined }, "")).toBe("not-declared");
  });
});

const corpus = process.env.CORPUS_DIR;
const papers = corpus && existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith(".md")) : [];
describe("public decrees that speak of secrecy", () => {
  it("all may enter", () => {
    for (const name of papers) {
      const text = readFileSync(join(corpus ?? "", name), "utf8");
      expect([name, secretMark(text)]).toEqual([name, undefined]);
      const fields = {
        kind: "tai_lieu",
        abstract: "Nghị định về công tác văn thư",
        declaredBy: "A",
      } as const;
      expect([name, refusePaper(fields, firstPageOf(text))]).toEqual([name, undefined]);
    }
  });
  it("which prints the title of a decree that governs all of it", () => {
    const text = page(
      "NGHỊ ĐỊNH",
      "Về công tác văn thư",
      "Căn cứ Luật Tổ chức Chính phủ;",
      "Độ mật, mức độ khẩn.",
    );
    expect(secretMark(text)).toBeUndefined();
  });
});

describe("a line that stands alone", () => {
  // biome-ignore format: a table is read by its rows
  it.each<[typed: string, refused: string | undefined]>([
    ["Sinh hoạt chi bộ thường kỳ tháng 12/2026", undefined],
    ["MẬT: phổ biến tình hình biên giới", "secret-mark"],
    ["Phổ biến văn bản (tối mật) của cấp trên", "secret-mark"],
    ["Tuyên truyền Luật Bảo vệ bí mật nhà nước", undefined],
    ["Nghề nuôi ong lấy mật trong thôn", undefined],
    ["Công tác cán bộ", "personnel-work"],
    ["Kiện toàn chức danh bí thư chi bộ", "personnel-work"],
    ["Xem xét kỷ luật đảng viên Bùi Văn B", "personnel-work"],
    ["Xét kết nạp quần chúng ưu tú", undefined],
    ["Công tác kiểm tra, giám sát và kỷ luật của Đảng tháng 11", undefined],
  ])("%s", (typed, refused) => {
    expect(refuseLine(typed)).toBe(refused);
  });
});
