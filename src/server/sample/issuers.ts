import type { DeskTitle } from "./desks";

/** A body that issues papers: how its papers are headed, numbered and signed. Names of persons are invented. */
export interface Issuer {
  readonly name: string;
  readonly form: "party" | "state";
  readonly organ: string;
  /** The body above it, first line of the head. */
  readonly above: string;
  readonly place: string;
  readonly sign: readonly string[];
  readonly desk: DeskTitle;
}

const party = (
  name: string,
  organ: string,
  above: string,
  sign: readonly string[],
  desk: DeskTitle = "Văn phòng Đảng ủy",
): Issuer => ({ name, form: "party", organ, above, place: "Lạc Sơn", sign, desk });

export const issuers = {
  committee: party("Đảng ủy xã Lạc Sơn", "ĐU", "ĐẢNG BỘ TỈNH PHÚ THỌ", [
    "T/M ĐẢNG ỦY",
    "BÍ THƯ",
    "Quách Đức Lập",
  ]),
  standing: party("Ban Thường vụ Đảng ủy xã Lạc Sơn", "ĐU", "ĐẢNG BỘ TỈNH PHÚ THỌ", [
    "T/M BAN THƯỜNG VỤ",
    "PHÓ BÍ THƯ",
    "Bùi Thị Minh Nguyệt",
  ]),
  office: party("Văn phòng Đảng ủy xã Lạc Sơn", "VPĐU", "ĐẢNG ỦY XÃ LẠC SƠN", [
    "CHÁNH VĂN PHÒNG",
    "Hà Thị Thắm",
  ]),
  building: party(
    "Ban Xây dựng Đảng xã Lạc Sơn",
    "BXDĐ",
    "ĐẢNG ỦY XÃ LẠC SƠN",
    ["TRƯỞNG BAN", "Bạch Công Thức"],
    "Ban Xây dựng Đảng",
  ),
  inspection: party(
    "Ủy ban Kiểm tra Đảng ủy xã Lạc Sơn",
    "UBKT",
    "ĐẢNG ỦY XÃ LẠC SƠN",
    ["T/M ỦY BAN KIỂM TRA", "CHỦ NHIỆM", "Đinh Thị Gấm"],
    "Ủy ban Kiểm tra Đảng ủy",
  ),
  province: {
    ...party("Tỉnh ủy Phú Thọ", "TU", "ĐẢNG CỘNG SẢN VIỆT NAM", [
      "T/M BAN THƯỜNG VỤ",
      "PHÓ BÍ THƯ",
      "Trần Quang Nhiệm",
    ]),
    place: "Phú Thọ",
  },
  provinceBuilding: {
    ...party("Ban Tổ chức Tỉnh ủy Phú Thọ", "BTCTU", "TỈNH ỦY PHÚ THỌ", [
      "K/T TRƯỞNG BAN",
      "PHÓ TRƯỞNG BAN",
      "Vũ Thanh Chinh",
    ]),
    place: "Phú Thọ",
  },
  people: {
    name: "Ủy ban nhân dân xã Lạc Sơn",
    form: "state",
    organ: "UBND",
    above: "TỈNH PHÚ THỌ",
    place: "Lạc Sơn",
    sign: ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Đinh Công Hải"],
    desk: "Văn phòng HĐND và UBND xã",
  },
  provincePeople: {
    name: "Ủy ban nhân dân tỉnh Phú Thọ",
    form: "state",
    organ: "UBND",
    above: "",
    place: "Phú Thọ",
    sign: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Phạm Xuân Điệp"],
    desk: "Văn phòng HĐND và UBND xã",
  },
} as const satisfies Record<string, Issuer>;

export type IssuerName = keyof typeof issuers;

/** A cell issues its own resolutions; it has no seal, its secretary signs (domain.md 2.3). */
export const cellIssuer = (cell: string, secretary: string): Omit<Issuer, "desk"> => ({
  name: cell,
  form: "party",
  organ: "CB",
  above: "ĐẢNG ỦY XÃ LẠC SƠN",
  place: "Lạc Sơn",
  sign: ["T/M CHI BỘ", "BÍ THƯ", secretary],
});
