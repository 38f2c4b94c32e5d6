import type { DocumentKind } from "../../domain/document-kind";
import type { Block } from "../../domain/reading-text";
import type { Issuer } from "./issuers";

export const centred = (t: string): Block => ({ k: "p", a: "c", r: [{ t, b: 1 }] });
export const paragraph = (text: string): Block => ({ k: "p", r: [text] });
export const heading = (l: 1 | 2 | 3, t: string): Block => ({ k: "h", l, t });
export const item = (m: string, text: string): Block => ({ k: "l", m, r: [text] });
/** An item that opens with its matter in bold. */
export const titled = (m: string, title: string, text: string): Block => ({
  k: "l",
  m,
  r: [{ t: `${title}.`, b: 1 }, ` ${text}`],
});
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block => ({
  k: "t",
  h: 1,
  rows: [[...head], ...rows.map((row) => [...row])],
});

/** A clause as a sentence of its own. */
export const sentence = (clause: string): string => {
  const text = clause.charAt(0).toUpperCase() + clause.slice(1);
  return text.endsWith(".") ? text : `${text}.`;
};

export const roman = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"];
export const letters = ["a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)", "k)"];

/** The printed names of kinds; a công văn bears none. */
export const printedKinds: Partial<Record<DocumentKind, string>> = {
  nghi_quyet: "NGHỊ QUYẾT",
  quyet_dinh: "QUYẾT ĐỊNH",
  quy_dinh: "QUY ĐỊNH",
  chi_thi: "CHỈ THỊ",
  ket_luan: "KẾT LUẬN",
  quy_che: "QUY CHẾ",
  huong_dan: "HƯỚNG DẪN",
  thong_bao: "THÔNG BÁO",
  bao_cao: "BÁO CÁO",
  ke_hoach: "KẾ HOẠCH",
  chuong_trinh: "CHƯƠNG TRÌNH",
  de_an: "ĐỀ ÁN",
  to_trinh: "TỜ TRÌNH",
  giay_moi: "GIẤY MỜI",
};

/** `ngày 05 tháng 02 năm 2026`: days under ten and the first two months with a zero (domain.md 2.3). */
export const longDay = (day: string): string => {
  const [year, month, date] = day.split("-").map(Number);
  const two = (n = 0, below: number) => (n < below ? String(n).padStart(2, "0") : String(n));
  return `ngày ${two(date, 10)} tháng ${two(month, 3)} năm ${year}`;
};

export interface PaperFacts {
  readonly issuer: Omit<Issuer, "desk">;
  readonly kind: DocumentKind;
  readonly number: string | undefined;
  readonly issuedOn: string;
  readonly abstract: string;
  readonly recipients: readonly string[];
}

/**
 * The parts of a paper in their order: head, number, day, kind and abstract; after the body recipients and signature.
 * The printed ornaments (asterisk and rule) are left out, as intake leaves them out.
 */
export const layOut = (facts: PaperFacts, body: readonly Block[]): Block[] => {
  const { issuer, kind, number, issuedOn, abstract, recipients } = facts;
  const isParty = issuer.form === "party";
  const title = printedKinds[kind];
  const day: Block = { k: "p", a: "r", r: [{ t: `${issuer.place}, ${longDay(issuedOn)}`, i: 1 }] };
  const plain = (t: string): Block => ({ k: "p", a: "c", r: [t] });
  const head: Block[] = isParty
    ? [
        plain(issuer.above),
        centred(issuer.name.replace(/^Ban Thường vụ /, "").toUpperCase()),
        ...(number ? [plain(`Số ${number}`)] : []),
        ...(issuer.above.startsWith("ĐẢNG CỘNG SẢN") ? [] : [centred("ĐẢNG CỘNG SẢN VIỆT NAM")]),
        day,
      ]
    : [
        centred(issuer.name.toUpperCase()),
        ...(number ? [plain(`Số: ${number}`)] : []),
        centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        centred("Độc lập - Tự do - Hạnh phúc"),
        day,
      ];
  const lower = abstract.charAt(0).toLowerCase() + abstract.slice(1);
  const named = title ? [heading(1, title), centred(lower)] : [plain(lower)];
  return [
    ...head,
    ...named,
    ...body,
    { k: "p", r: [{ t: "Nơi nhận", b: 1 }, ": ", `${recipients.join("; ")}.`] },
    ...issuer.sign.map((line): Block => ({ k: "p", a: "r", r: [{ t: line, b: 1 }] })),
  ];
};
