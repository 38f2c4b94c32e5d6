/**
 * Kinds of Party and State papers. The symbol does not tell the kind: a Party "QĐ" is a Quyết định or a
 * Quy định (domain.md 0.7, 2.1), so the kind is stored beside the number. Names are in `i18n`.
 */
export const documentKinds = [
  "nghi_quyet",
  "quyet_dinh",
  "quy_dinh",
  "chi_thi",
  "ket_luan",
  "quy_che",
  "thong_tri",
  "huong_dan",
  "thong_bao",
  "bao_cao",
  "ke_hoach",
  "chuong_trinh",
  "de_an",
  "to_trinh",
  "cong_van",
  "bien_ban",
  "giay_moi",
  "tai_lieu",
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Độ khẩn, the least urgent first. */
export const urgencies = ["normal", "urgent", "veryUrgent", "express"] as const;
export type Urgency = (typeof urgencies)[number];
