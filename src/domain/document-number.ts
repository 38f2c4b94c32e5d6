import type { DocumentKind } from "./document-kind";
import { foldVietnamese } from "./vietnamese";

/** Số ký hiệu, apart (domain.md 2.2). A number-symbol alone never identifies a paper: series restart with each term. */
export interface DocumentNumber {
  /** `party`: 105-QĐ/ĐU. `state`: 105/QĐ-UBND, 30/2020/NĐ-CP, 117/2025/QH15, 12/UBND-VP. */
  readonly form: "party" | "state";
  /** Absent where the paper leaves it blank for the stamp: then only a person can know it. */
  readonly serial?: number;
  readonly year?: number;
  /** Absent on a law and on a State công văn. */
  readonly symbol?: string;
  readonly organ: string;
}

/** Symbols and the kinds they may stand for: the first list in Party papers, the second in State papers (domain.md 2.1). */
const symbols: readonly (readonly [string, readonly DocumentKind[], readonly DocumentKind[]])[] = [
  ["NQ", ["nghi_quyet"], ["nghi_quyet"]],
  // A Party QĐ is one of two kinds: the clerk says which.
  ["QĐ", ["quyet_dinh", "quy_dinh"], ["quyet_dinh"]],
  ["QyĐ", ["quy_dinh"], ["quy_dinh"]],
  ["CT", ["chi_thi"], ["chi_thi"]],
  ["KL", ["ket_luan"], ["ket_luan"]],
  ["QC", ["quy_che"], ["quy_che"]],
  // Of the State it is a Thông tư, which has no place in the list.
  ["TT", ["thong_tri"], ["tai_lieu"]],
  ["HD", ["huong_dan"], ["huong_dan"]],
  ["TB", ["thong_bao"], ["thong_bao"]],
  ["BC", ["bao_cao"], ["bao_cao"]],
  ["KH", ["ke_hoach"], ["ke_hoach"]],
  ["CTr", ["chuong_trinh"], ["chuong_trinh"]],
  ["ĐA", ["de_an"], ["de_an"]],
  ["TTr", ["to_trinh"], ["to_trinh"]],
  ["CV", ["cong_van"], ["cong_van"]],
  ["BB", ["bien_ban"], ["bien_ban"]],
  ["GM", ["giay_moi"], ["giay_moi"]],
  ["NĐ", [], ["tai_lieu"]],
  ["VBHN", [], ["tai_lieu"]],
  ["TTLT", [], ["tai_lieu"]],
  ["PA", ["tai_lieu"], ["tai_lieu"]],
  ["DA", ["tai_lieu"], ["tai_lieu"]],
  ["TC", ["tai_lieu"], ["tai_lieu"]],
  ["QH", ["tai_lieu"], ["tai_lieu"]],
];

/** Spelling by the folded letters; of two alike (ĐA, DA) the first of the table, which is the frequent one. */
const spellings = new Map([...symbols].reverse().map(([symbol]) => [foldVietnamese(symbol), symbol]));

/** Whether folded letters are a kind's symbol: "qd", "ctr". */
export const isSymbol = (folded: string): boolean => spellings.has(folded);

/** Organs whose đ a file name drops. */
const organSpellings = new Map(
  "ĐU ĐUX VPĐU BXDĐ ĐH ĐTN HĐND HĐBC ĐUK TĐ ĐBQH UBTVQH TTg"
    .split(" ")
    .map((organ) => [foldVietnamese(organ), organ]),
);

const partyOrgan = /^(?:CB|ĐH|UBKT|BXDĐ|[A-ZĐ]*(?:TW|TU|ĐU))$/;
const stateOrgan =
  /^(?:UBND|HĐND|CP|TTg|CTN|UBTVQH\d*|QH\d*|VPQH|VPCP|B(?:NV|TC|CA|QP|YT|GDĐT|TP|XD|CT|NNMT|KHCN|VHTTDL|NG|DTTG)|S[A-ZĐ]{2,6})$/;

/** Spaces, kinds of dashes and U+00D0 as they come out of word processors. */
const tidy = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\u200b-\u200d\u00ad\ufeff]/g, "")
    .replace(/[\u00d0\u0189]/g, "Đ")
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63]/g, "-")
    .replace(/\s+/g, " ");

const spelled = (symbol: string): string => {
  const known = spellings.get(foldVietnamese(symbol));
  // Where the writer used đ he has decided between ĐA and DA.
  if (!known || foldVietnamese(symbol) === "da")
    return symbol === symbol.toLowerCase() ? symbol.toUpperCase() : symbol;
  return known;
};

const letters = "[\\p{L}]";
const symbolPart = `${letters}{1,5}`;
const organPart = `${letters}[\\p{L}\\d]{0,11}(?:[-.][\\p{L}\\d]{1,8}){0,3}`;
/** What stands for a number that is still to be stamped. */
const blank = "[ ._\u2026]*";

const party = `(\\d{1,5})?${blank}- ?(${symbolPart}) ?/ ?(${organPart})`;
const state = `(\\d{1,6})?${blank}/ ?(?:(\\d{4}) ?/ ?)?(${organPart})`;
const whole = (pattern: string) => new RegExp(`^ ?(?:số|so)? ?:? ?${pattern} ?$`, "iu");
const partyWhole = whole(party);
const stateWhole = whole(state);

const capitals = (organ: string) => (organ === organ.toLowerCase() ? organ.toUpperCase() : organ);

const partyNumber = (serial: string | undefined, symbol: string, organ: string): DocumentNumber => ({
  form: "party",
  ...(serial && { serial: Number(serial) }),
  symbol: spelled(symbol),
  organ: capitals(organ),
});

/** `rest` is all after the last slash: a symbol with an organ, an organ alone (laws), or an organ and its unit (công văn). */
const stateNumber = (serial: string | undefined, year: string | undefined, rest: string): DocumentNumber => {
  const dash = rest.indexOf("-");
  const first = dash < 0 ? "" : rest.slice(0, dash);
  const isSymbol = first !== "" && !stateOrgan.test(capitals(first)) && first.length <= 5;
  return {
    form: "state",
    ...(serial && { serial: Number(serial) }),
    ...(year && { year: Number(year) }),
    ...(isSymbol && { symbol: spelled(first) }),
    organ: capitals(isSymbol ? rest.slice(dash + 1) : rest),
  };
};

/** Reads a number-symbol that a person typed or a paper bears, with or without "Số". Undefined where it is none. Never throws. */
export const parseDocumentNumber = (text: string): DocumentNumber | undefined => {
  if (text.length > 80) return undefined;
  const tidied = tidy(text);
  const asParty = partyWhole.exec(tidied);
  if (asParty?.[2] && asParty[3]) return partyNumber(asParty[1], asParty[2], asParty[3]);
  const asState = stateWhole.exec(tidied);
  return asState?.[3] ? stateNumber(asState[1], asState[2], asState[3]) : undefined;
};

/** As it is printed, without the word "Số": two digits at least for the Party, as many as needed for the State. */
export const formatDocumentNumber = ({ form, serial, year, symbol, organ }: DocumentNumber): string => {
  if (form === "party")
    return `${serial === undefined ? "" : String(serial).padStart(2, "0")}-${symbol}/${organ}`;
  const head = [serial === undefined ? "" : String(serial).padStart(2, "0"), ...(year ? [year] : [])].join(
    "/",
  );
  return `${head}/${symbol ? `${symbol}-` : ""}${organ}`;
};

/** Kinds that the symbol allows, the likeliest first; empty where it says nothing. */
export const kindsOfNumber = ({ form, symbol, year }: DocumentNumber): readonly DocumentKind[] => {
  if (symbol) return symbols.find(([known]) => known === symbol)?.[form === "party" ? 1 : 2] ?? [];
  return year ? ["tai_lieu"] : ["cong_van"];
};

/**
 * The number in a file's name, where offices put it: `105-QĐ-ĐU.pdf`, `30_2020_ND_CP.docx`,
 * `A32.65-ĐU-ĐA-0006-2026.pdf`, with `.signed` as often as it was signed. Undefined rather than a guess.
 */
export const numberFromFileName = (name: string): DocumentNumber | undefined => {
  const base = tidy(name.slice(-200)).replace(/(?:\.(?:signed|pdf|docx?|p7m))+$/i, "");
  const plain = !/[^\x20-\x7e]/.test(base);
  const parts = base.split(/[-_ /,()]+/).filter(Boolean);
  for (let i = 0; i < parts.length; i += 1) {
    const found = numberAt(parts.slice(i, i + 5), plain);
    if (found) return found;
  }
  return undefined;
};

const isSerial = (part: string | undefined): part is string => /^\d{1,5}$/.test(part ?? "");
const isYear = (part: string | undefined): part is string => /^(?:19|20)\d\d$/.test(part ?? "");

/** Without marks in the whole name, đ is put back where the symbol or organ is known to have it. */
const symbolIn = (part: string | undefined, plain: boolean): string | undefined => {
  const known = part && spellings.get(foldVietnamese(part));
  if (!known || !part) return undefined;
  return plain || foldVietnamese(part) !== "da" ? known : spelled(part);
};
const organIn = (part: string | undefined, plain: boolean): string =>
  (plain && organSpellings.get(foldVietnamese(part ?? ""))) || capitals(part ?? "");

const numberAt = (parts: readonly string[], plain: boolean): DocumentNumber | undefined => {
  const [first, second, third, fourth, fifth] = parts;
  // The scanning office: organ, symbol, serial of four digits, year.
  if (/^\d{4}$/.test(third ?? "") && isYear(fourth)) {
    const organ = organIn(first, plain);
    const symbol = symbolIn(second, plain);
    if (symbol && third && partyOrgan.test(organ)) return partyNumber(third, symbol, organ);
  }
  if (!isSerial(first)) return undefined;
  if (isYear(second)) {
    const symbol = symbolIn(third, plain);
    const organ = organIn(symbol ? fourth : third, plain);
    return stateOrgan.test(organ)
      ? stateNumber(first, second, symbol ? [symbol, organ, ...unit(fifth)].join("-") : organ)
      : undefined;
  }
  const symbol = symbolIn(second, plain);
  const organ = organIn(symbol ? third : second, plain);
  if (symbol && partyOrgan.test(organ)) return partyNumber(first, symbol, organ);
  if (!stateOrgan.test(organ)) return undefined;
  const rest = symbol ? [symbol, organ] : [organ, ...unit(third)];
  return symbol || rest.length > 1 ? stateNumber(first, undefined, rest.join("-")) : undefined;
};

const unit = (part: string | undefined): string[] => (part && /^[A-ZĐ]{2,8}$/.test(part) ? [part] : []);

const headLines = 20;
/** Where the body begins: numbers from here on are those of other papers. */
const bodyBegins = /^\s*(?:căn cứ|kính gửi|thực hiện|xét đề nghị|theo đề nghị)/iu;
const lineStart = (pattern: string) =>
  new RegExp(`(?:^|\\s{2,}|\\t)\\s*(?:Số|SỐ|Luật số|Pháp lệnh số)\\s*:?\\s*${pattern}`, "u");
const loose = (pattern: string) => lineStart(pattern.replaceAll(" ?", "\\s*").replaceAll("[ ", "[\\s"));
const partyLine = loose(party);
const stateLine = loose(state);

/**
 * The number at the head of a paper's text, given its first lines. On papers signed in the Party's system number
 * and day are stamped as pictures (domain.md 0.6): then the symbol comes back without a number, never a guess.
 */
export const findNumberInText = (lines: readonly string[]): DocumentNumber | undefined => {
  for (const line of lines.slice(0, headLines)) {
    if (bodyBegins.test(line)) return undefined;
    const text = line
      .slice(0, 300)
      .normalize("NFC")
      .replace(/[\u00d0\u0189]/g, "Đ")
      .replace(/[\u2010-\u2015\u2212]/g, "-")
      // Two spaces say as much as many, and long runs of them would be gone through again from each place in them.
      .replace(/\s+/g, (run) => (run.length > 1 || run === "\t" ? "  " : " "));
    const asParty = partyLine.exec(text);
    if (asParty?.[2] && asParty[3]) return partyNumber(asParty[1], asParty[2], asParty[3]);
    const asState = stateLine.exec(text);
    if (asState?.[3]) return stateNumber(asState[1], asState[2], asState[3]);
  }
  return undefined;
};
