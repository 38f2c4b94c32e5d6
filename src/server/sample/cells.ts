import type { OrgSetting } from "../../domain/directory";

/** Invented names of hamlets, in the sound of the Mường country. */
export const villages = (
  "Rềnh, Bo, Mận, Khướng, Bưng, Vó, Cháy, Chum, Beo, Nạch, Trội, Rậm, Vành, Sào, Thung, Bái, " +
  "Cọi Ngheo, Đầm, Rường, Mè, Khạ, Ốc, Chiềng, Mớ, Băng, Sống, Khang, Đúng, Trám, Bợ, Kén, Ngái, Quắn, Húng, Lự, Tớn, Phung, Đon, Kho, Mòn"
).split(", ");
const streets = ["Chợ", "Đồi Thông", "Suối Mát"];

export interface CellPlan {
  readonly name: string;
  readonly setting: OrgSetting;
  /** Which branch it stands under; the committee itself where absent. */
  readonly under?: "party" | "government";
  /** Members are shared out by this. */
  readonly weight: number;
}

const cell =
  (setting: OrgSetting, weight: number, under?: CellPlan["under"]) =>
  (name: string): CellPlan => ({
    name,
    setting,
    weight,
    ...(under && { under }),
  });

/** The sixty-five cells: offices first, as the office's own lists have them. */
export const cellPlans: readonly CellPlan[] = [
  ...[
    "Chi bộ Văn phòng Đảng ủy",
    "Chi bộ Ban Xây dựng Đảng",
    "Chi bộ Cơ quan Ủy ban Kiểm tra Đảng ủy",
    "Chi bộ Cơ quan Ủy ban Mặt trận Tổ quốc xã",
  ].map(cell("office", 11, "party")),
  ...[
    "Chi bộ Văn phòng HĐND và UBND",
    "Chi bộ Phòng Kinh tế",
    "Chi bộ Phòng Văn hóa - Xã hội",
    "Chi bộ Trung tâm Phục vụ hành chính công",
  ].map(cell("office", 15, "government")),
  cell("police", 34)("Chi bộ Công an xã"),
  cell("army", 9)("Chi bộ Ban Chỉ huy Quân sự xã"),
  cell("health", 24)("Chi bộ Trạm Y tế xã"),
  ...[
    "Chi bộ Trường THPT Lạc Sơn",
    "Chi bộ Trường THCS Thung Bái",
    "Chi bộ Trường THCS Suối Mát",
    "Chi bộ Trường TH và THCS Cọi Ngheo",
    "Chi bộ Trường Tiểu học Đồi Thông",
    "Chi bộ Trường Tiểu học Chiềng",
    "Chi bộ Trường Mầm non Hoa Ban",
    "Chi bộ Trường Mầm non Suối Mát",
  ].map(cell("school", 23)),
  ...[
    "Chi bộ Hợp tác xã Nông nghiệp Mường Vang",
    "Chi bộ Quỹ tín dụng nhân dân Lạc Sơn",
    "Chi bộ Công ty May Suối Mát",
  ].map(cell("business", 5)),
  ...villages.map((name) => cell("village", 29)(`Chi bộ xóm ${name}`)),
  ...streets.map((name) => cell("village", 36)(`Chi bộ phố ${name}`)),
];
