import type { DocumentKind } from "./document-kind";
import { formatDocumentNumber, parseDocumentNumber } from "./document-number";

/**
 * How an official paper names another (domain.md 2.3): "Nghị quyết số 12-NQ/ĐU, ngày 05/9/2026 của … về …". Always in
 * Vietnamese, whatever the language of the app: it is copied into official papers.
 */
export interface CitedPaper {
  readonly kind: DocumentKind;
  readonly number?: string;
  /** `YYYY-MM-DD`. */
  readonly issuedOn: string;
  readonly issuer: string;
  readonly abstract: string;
}

/** The Vietnamese name of every kind: the words of the app live in `i18n`, which is not known here. */
export type KindNames = Readonly<Record<DocumentKind, string>>;

/** Papers of the State that have no kind of their own in the list. */
const stateNames: Readonly<Record<string, string>> = {
  NĐ: "Nghị định",
  TT: "Thông tư",
  TTLT: "Thông tư liên tịch",
  VBHN: "Văn bản hợp nhất",
  PA: "Phương án",
  DA: "Dự án",
  TC: "Thông cáo",
  QH: "Quy hoạch",
};

const kindName = (
  names: KindNames,
  kind: DocumentKind,
  number: ReturnType<typeof parseDocumentNumber>,
): string => {
  if (kind !== "tai_lieu" || !number) return names[kind];
  if (!number.symbol && /^QH\d/.test(number.organ)) return "Luật";
  return (number.symbol && stateNames[number.symbol]) ?? names.tai_lieu;
};

/** `05/9/2026`: days below 10 and the months 1 and 2 carry a zero. */
const slashedDay = (day: string): string => {
  const [year = "", month = "", date = ""] = day.split("-");
  return `${date}/${Number(month) < 3 ? month : Number(month)}/${year}`;
};

/** Names that keep their capital in the middle of a sentence. */
const kept =
  /^(?:Đảng|Đoàn|Hội|Quốc hội|Chính phủ|Nhà nước|Việt Nam|Ủy ban|Uỷ ban|Ban |Bộ |Mặt trận|Luật|Tết|Đại hội|Trung ương|Tỉnh ủy|Hồ Chí Minh|Chủ tịch)/u;

const aboutWhat = (abstract: string): string => {
  const text = abstract.trim().replace(/[.;]+$/, "");
  const rest = text.replace(/^(?:về\s+việc|v\/v|về)\s*:?\s+/iu, "");
  // "QCVN", "KT-XH": capitals all through are kept.
  const sentence = /^\p{Lu}\p{Ll}*(?=[\s,;]|$)/u.test(rest) && !kept.test(rest);
  const body = sentence ? rest.charAt(0).toLowerCase() + rest.slice(1) : rest;
  return `về ${/^(?:về\s+việc|v\/v)\s/iu.test(text) ? "việc " : ""}${body}`;
};

/** `where` is the place in it, "khoản 2 Điều 5": it comes first. */
export const citationOf = (paper: CitedPaper, names: KindNames, where?: string): string => {
  const number = paper.number === undefined ? undefined : parseDocumentNumber(paper.number);
  const written = number ? formatDocumentNumber(number) : paper.number?.replace(/^số\s*:?\s*/iu, "");
  const kind = kindName(names, paper.kind, number);
  const named = [
    `${where ? `${where} ` : ""}${kind}${written ? ` số ${written}` : ""}, ngày ${slashedDay(paper.issuedOn)}`,
    `của ${paper.issuer.trim()}`,
    aboutWhat(paper.abstract),
  ].join(" ");
  return named.charAt(0).toUpperCase() + named.slice(1);
};

/** Longer passages are cut at a word: a citation is no copy of the paper. */
const longestQuote = 4000;

/** A passage with where it stands, ready to be put into a message or a paper. */
export const quoted = (quote: string, citation: string): string => {
  const words = quote.trim();
  const short =
    words.length > longestQuote ? `${words.slice(0, longestQuote).replace(/\s+\S*$/, "")}…` : words;
  return `“${short}”\n(${citation})`;
};
