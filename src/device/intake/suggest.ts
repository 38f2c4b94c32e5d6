import type { DocumentKind } from "../../domain/document-kind";
import {
  findNumberInText,
  formatDocumentNumber,
  kindsOfNumber,
  numberFromFileName,
} from "../../domain/document-number";
import { printedTitle } from "../../domain/first-page";
import { trimEdges } from "../../domain/trim-edges";
import { inCapitals, kindStart } from "./heading";
import { cleanText, isOrnament, type Piece, pieceText } from "./piece";

/** What the paper seems to say of itself. The clerk confirms every line of it. */
export interface Suggestions {
  /** A whole number-symbol, only where its number stands in the text or in the file's name. */
  readonly number?: string;
  /** The symbol of a paper whose number is stamped: `-QĐ/ĐU`; the number itself is the clerk's to type. */
  readonly symbol?: string;
  /** Kinds it may be, the likeliest first. */
  readonly kind?: readonly DocumentKind[];
  /** `YYYY-MM-DD`. */
  readonly issuedOn?: string;
  readonly abstract?: string;
  readonly issuer?: string;
}

const headPieces = 24;
/** Longer is no line of a head; patterns that look far ahead would take the square of it. */
const longestLine = 1000;
/** One line of the head, without what only sets it. */
const lineOf = (piece: Piece): string => cleanText(pieceText(piece)).trim().slice(0, longestLine);
const officialHead = /^(?:Số\s*:?\s*[\d…._ ]*[-/])|ĐẢNG CỘNG SẢN VIỆT NAM/u;

/** Reads the head of a paper, as its own lines and as the name of its file. A stamped number or day is never guessed. */
export const suggest = (
  pieces: readonly Piece[],
  firstPage: readonly string[],
  fileName: string,
): Suggestions => {
  const lines = pieces.slice(0, 60).map(lineOf);
  const title = lines.slice(0, headPieces).findIndex((line) => kindStart.test(line));
  const head = lines.slice(0, title < 0 ? headPieces : title);
  // An annex, a form, a table of figures: its dates and names are those of other papers.
  if (pieces.length > 0 && title < 0 && !head.some((line) => officialHead.test(line))) {
    const named = numberFromFileName(fileName);
    return named ? { number: formatDocumentNumber(named), kind: kindsOfNumber(named) } : {};
  }
  const number = findNumber(pieces.length > 0 ? head : firstPage.slice(0, headPieces), fileName);
  const kind = kinds(lines[title], number?.kinds ?? []);
  const issuedOn = printedDate(head);
  const abstract =
    title < 0 ? cleanText(printedTitle(lines.join("\n"))).trim() : printedAbstract(pieces, title);
  const issuer = printedIssuer(pieces.slice(0, title < 0 ? headPieces : title));
  return {
    ...(number?.whole && { number: number.whole }),
    ...(number?.symbol && { symbol: number.symbol }),
    ...(kind.length > 0 && { kind }),
    ...(issuedOn && { issuedOn }),
    ...(abstract && { abstract: asSentence(abstract).slice(0, 500) }),
    ...(issuer && { issuer }),
  };
};

const findNumber = (head: readonly string[], fileName: string) => {
  const printed = findNumberInText(head);
  const named = numberFromFileName(fileName);
  const kindsFound = kindsOfNumber(printed ?? named ?? { form: "party", organ: "" }).slice();
  const found = printed?.serial !== undefined || !named ? printed : named;
  // A name may complete a blank number of the same symbol; it does not overrule the paper.
  const fits =
    !printed || found === printed || (named?.symbol === printed.symbol && named?.organ === printed.organ);
  if (found?.serial !== undefined && fits) return { whole: formatDocumentNumber(found), kinds: kindsFound };
  return printed ? { symbol: formatDocumentNumber(printed), kinds: kindsFound } : undefined;
};

const byTitle: readonly (readonly [string, DocumentKind])[] = [
  ["NGHỊ QUYẾT", "nghi_quyet"],
  ["QUYẾT ĐỊNH", "quyet_dinh"],
  ["QUY ĐỊNH", "quy_dinh"],
  ["CHỈ THỊ", "chi_thi"],
  ["KẾT LUẬN", "ket_luan"],
  ["QUY CHẾ", "quy_che"],
  ["THÔNG TRI", "thong_tri"],
  ["HƯỚNG DẪN", "huong_dan"],
  ["THÔNG BÁO", "thong_bao"],
  ["BÁO CÁO", "bao_cao"],
  ["KẾ HOẠCH", "ke_hoach"],
  ["CHƯƠNG TRÌNH", "chuong_trinh"],
  ["ĐỀ ÁN", "de_an"],
  ["TỜ TRÌNH", "to_trinh"],
  ["BIÊN BẢN", "bien_ban"],
  ["GIẤY MỜI", "giay_moi"],
];

/** The printed title decides; a paper of the State whose kind has no place in the list is a "tài liệu". */
const kinds = (title: string | undefined, byNumber: readonly DocumentKind[]): readonly DocumentKind[] => {
  if (title === undefined) return byNumber;
  const named = byTitle.find(([name]) => title.startsWith(name));
  return named ? [named[1]] : ["tai_lieu"];
};

/** Only a whole date counts: on signed papers the day is stamped and the text has a gap in its place. */
const printedDate = (head: readonly string[]): string | undefined => {
  for (const line of head) {
    const match = /ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})(?!\d)/iu.exec(line);
    if (!match) continue;
    const [, day, month, year] = match.map(Number);
    const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day));
    const whole = date.getUTCMonth() === (month ?? 0) - 1 && date.getUTCDate() === day;
    return whole ? date.toISOString().slice(0, 10) : undefined;
  }
  return undefined;
};

/** The upper left lines down to the number: the superior first, the issuer itself last. */
const printedIssuer = (head: readonly Piece[]): string | undefined => {
  const columns = head.some((piece) => piece.is === "paragraph" && piece.column === "left");
  const lines: string[] = [];
  for (const piece of head) {
    if (piece.is === "grid" || (columns && piece.column !== "left")) continue;
    const line = lineOf(piece);
    if (/^Số\b|^V\/v|ngày.*tháng/iu.test(line)) break;
    if (/ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:ÒA|OÀ) XÃ HỘI|^Độc lập/u.test(line)) {
      if (columns) continue;
      break;
    }
    if (!isOrnament(line) && inCapitals(line)) lines.push(line);
  }
  // A long name runs over lines: those that begin like an organisation start one.
  const starts = lines.findLastIndex((line) =>
    /^(?:ĐẢNG BỘ|ĐẢNG ỦY|ĐẢNG UỶ|CHI BỘ|TỈNH ỦY|ỦY BAN|UỶ BAN|BAN |VĂN PHÒNG|HỘI ĐỒNG|CHÍNH PHỦ|BỘ |SỞ )/u.test(
      line,
    ),
  );
  const own = lines.slice(starts < 0 ? -1 : starts).join(" ");
  return own ? sentenceOfCapitals(own).slice(0, 120) : undefined;
};

/** The rest of the line that names the kind, and what stands in the middle under it. */
const printedAbstract = (pieces: readonly Piece[], title: number): string => {
  const first = pieces[title];
  if (!first) return "";
  const parts = [
    lineOf(first)
      .replace(kindStart, "")
      .replace(/^[\s:]+/, ""),
  ];
  for (const piece of pieces.slice(title + 1, title + 8)) {
    const text = lineOf(piece);
    if (
      piece.is === "grid" ||
      piece.align !== "centre" ||
      /^(?:Kính gửi|Chương|CHƯƠNG|Phần|PHẦN|Điều|I[.-])/u.test(text)
    )
      break;
    if (isOrnament(text)) {
      if (parts.some((part) => part !== "")) break;
    } else parts.push(text);
  }
  const whole = parts.filter((part) => part !== "").join(" ");
  return inCapitals(whole) ? whole.toLowerCase() : whole;
};

const places = /^(?:xã|phường|thị|trấn|huyện|tỉnh|thành|phố|thôn|xóm|bản|khu)$/u;

/** "ĐẢNG ỦY XÃ LẠC SƠN" as it is written in a sentence: "Đảng ủy xã Lạc Sơn". */
export const sentenceOfCapitals = (text: string): string => {
  let name = false;
  return text
    .toLowerCase()
    .split(" ")
    .map((word, i) => {
      const capital = i === 0 || name || word === "đảng";
      name = places.test(word) || (name && i > 0);
      return capital && !places.test(word) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
    })
    .join(" ");
};

const asSentence = (text: string): string => {
  const plain = trimEdges(text.replace(/^V\/v\s+/iu, ""), /[-–_.\s]/u);
  return plain.charAt(0).toUpperCase() + plain.slice(1);
};
